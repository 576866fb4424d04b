using static Fourfold.Contracts.Permission;
using static Fourfold.Coordinate.Cases.Machine.CaseState;

namespace Fourfold.Coordinate.Cases.Machine;

/// <summary>The life of a case as data. What is not in this table is refused. <c>docs/reference/states.md</c> is made from it.</summary>
internal static partial class CaseMachine
{
    /// <summary>All transitions, in the order of a case's life.</summary>
    public static readonly IReadOnlyList<CaseTransition> Transitions =
    [
        new([Draft], "report", Reported)
        {
            Permissions = [CasesOpen, WorkOrdersHandle],
            StartsClock = true,
            Meaning = "hand a draft in",
        },
        new([Draft], "resolve_on_spot", Resolved)
        {
            Permissions = [WorkOrdersHandle],
            Roles = [Contracts.Roles.GridWorker, Contracts.Roles.GridLead],
            Needs = ["note", "photos"],
            StartsClock = true,
            Meaning = "settled at once; a picture before and one after",
        },
        new([Reported], "accept", Accepted)
        {
            Permissions = [CasesAccept],
            StartsClock = true,
            Meaning = "sets level, class and urgency, and with it the deadline",
        },
        new([Reported], "reject", Rejected)
        {
            Permissions = [CasesAccept],
            Needs = ["reason"],
            Reasons = ["not-our-matter", "insufficient-information", "filed-elsewhere", "unlawful-demand", "other"],
            Meaning = "the reporter is told why",
        },
        new([Reported], "merge", CaseState.Void)
        {
            Permissions = [CasesAccept],
            Needs = ["duplicateOf"],
            Meaning = "goes on in another case, with its alerts",
        },
        new([Reported], "withdraw", Withdrawn)
        {
            Permissions = [CasesOpen, WorkOrdersHandle],
            Conditions = [Condition.OnlyReporter],
            Meaning = "by who reported it",
        },
        new([Accepted], "assign", Assigned)
        {
            Permissions = [CasesAssign],
            Needs = ["unitId"],
            Meaning = "to a unit",
        },
        new([Accepted], "escalate", Reported)
        {
            Permissions = [CasesAssign],
            Needs = ["unitId"],
            Meaning = "to a centre above, which owns it from then on",
        },
        new([Accepted], "delegate", Reported)
        {
            Permissions = [CasesAssign],
            Needs = ["unitId"],
            Meaning = "to a centre or grid below, which owns it from then on",
        },
        new([Assigned], "sign", InProgress)
        {
            Permissions = [WorkOrdersHandle],
            Conditions = [Condition.OnlyHandlingUnit],
            Meaning = "by the unit; accepting its work order does it",
        },
        new([Assigned], "return", Accepted)
        {
            Permissions = [CasesAssign],
            Needs = ["reason"],
            Reasons = ReturnReasons,
            Conditions = [Condition.ReturnsLeft],
            Meaning = "the centre approves that the unit gives it back",
        },
        new([InProgress], "transfer", Assigned)
        {
            Permissions = [CasesAssign],
            Needs = ["unitId"],
            Conditions = [Condition.NotSuspended],
            Meaning = "to another unit; work orders still open are cancelled",
        },
        new([InProgress], "request_cooperation", InProgress)
        {
            Permissions = [CasesAssign],
            Needs = ["unitId", "note"],
            Conditions = [Condition.NotSuspended],
            Meaning = "a further work order for another unit",
        },
        new([InProgress], "blow_whistle", InProgress)
        {
            Permissions = [CasesAssign],
            Needs = ["unitIds", "note"],
            Conditions = [Condition.NotSuspended],
            Meaning = "departments are summoned; each checks in",
        },
        new([InProgress], "extend", InProgress)
        {
            Permissions = [CasesHead],
            Needs = ["reason", "dueAt"],
            Reasons = ["complex", "weather", "waits-for-another-unit", "other"],
            Conditions = [Condition.ExtendedOnce, Condition.NotSuspended],
            Meaning = "once, to a new deadline",
        },
        new([InProgress], "suspend", InProgress)
        {
            Permissions = [CasesHead],
            Needs = ["reason"],
            Reasons = ["waits-for-court", "waits-for-weather", "waits-for-party", "waits-for-funds", "other"],
            Conditions = [Condition.NotSuspended],
            Meaning = "the clock stops",
        },
        new([InProgress], "resolve", Resolved)
        {
            Permissions = [WorkOrdersHandle],
            Needs = ["note"],
            Conditions = [Condition.OnlyHandlingUnit, Condition.NoOpenWorkOrder],
            Meaning = "the last work order's report does it",
        },
        new([Resolved], "verify_pass", Verified)
        {
            Permissions = [CasesVerify],
            Conditions = [Condition.NotByHandler],
            Meaning = "by another person than the handlers",
        },
        new([Resolved], "verify_fail", InProgress)
        {
            Permissions = [CasesVerify],
            Needs = ["reason"],
            Reasons = ["not-done", "not-true", "evidence-missing", "other"],
            Conditions = [Condition.NotByHandler],
            Meaning = "the reported work orders go back to their units",
        },
        new([Verified], "rate", Closed)
        {
            Permissions = [CasesConclude],
            Needs = ["ratings"],
            Conditions = [Condition.WithRequester, Condition.WithOutcome],
            Meaning = "the requester was asked",
        },
        new([Verified], "conclude", Closed)
        {
            Permissions = [CasesConclude],
            Conditions = [Condition.WithoutRequester, Condition.WithOutcome],
            Meaning = "where there is no requester to ask",
        },
        new([Verified], "auto_close", Closed)
        {
            Permissions = [CasesConclude],
            Needs = ["contacts"],
            Conditions = [Condition.WithRequester, Condition.WithOutcome],
            Meaning = "the requester did not answer three times; not counted as satisfied",
        },
        new([Verified], "reopen", Assigned)
        {
            Permissions = [CasesVerify],
            Needs = ["reason"],
            Reasons = ["not-solved", "came-back", "new-facts", "other"],
            StartsClock = true,
            Meaning = "a further round with the same unit",
        },
        new([Closed], "archive", Archived)
        {
            Permissions = [CasesHead],
            ByTimer = true,
            Meaning = "by the timer",
        },
        new([Closed], "appeal", Reported)
        {
            Permissions = [CasesOpen, CasesAccept],
            Needs = ["reason"],
            Reasons = ["not-solved", "not-satisfied", "new-facts", "other"],
            StartsClock = true,
            Meaning = "a further round, with its history",
        },
        new(CaseStates.Open, "void", CaseState.Void)
        {
            Permissions = [CasesHead],
            Needs = ["reason"],
            Reasons = ["opened-by-mistake", "test", "duplicate", "other"],
            Meaning = "opened by mistake, or nothing to handle",
        },
        .. FlagsOnly,
    ];
}
