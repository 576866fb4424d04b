using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases;

// The machine decides whether; here is what a transition does.
internal sealed partial class Case
{
    /// <summary>The transitions this person may make now, as far as the case itself decides.</summary>
    public IEnumerable<CaseTransition> Allowed(Act act) =>
        CaseMachine
            .From(State)
            .Where(t => Permits(t, act.Actor) && t.Conditions.All(condition => Holds(condition, act)));

    /// <summary>Goes through a transition, or is refused: 409 not from this state or not now, 403 not by this person, 422 something missing.</summary>
    public void Transition(Move move, Act act)
    {
        var transition = CaseMachine.Find(State, move.Name);
        if (transition is null)
            throw Refuse("case.transition-refused", move.Name, act);
        if (!Permits(transition, act.Actor))
            throw new Refused("permission.missing", 403).With("permission", transition.Permissions[0]);
        foreach (var condition in transition.Conditions)
            if (!Holds(condition, act))
                throw Refuse($"case.{condition.Code()}", move.Name, act);
        Demand(transition, move);
        DemandSense(move, act);
        var from = State;
        State = transition.To ?? State;
        IsOpen = State.IsOpen();
        if (transition.StartsClock)
            StartClock(ClockBegins(transition, act), move.Deadline ?? DeadlineAt);
        Note("case", $"case.{move.Name}", act, Say(move, from), move.Note);
        Do(move, from, act);
        Raise(act);
    }

    private static bool Permits(CaseTransition transition, Actor actor) =>
        transition.Permissions.Any(actor.May) && (transition.Roles.Count == 0 || transition.Roles.Contains(actor.Role));

    private static void Demand(CaseTransition transition, Move move)
    {
        if (move.ByWorkOrder)
            return;
        foreach (var need in transition.Needs)
            if (!move.Has(need))
                throw Refused.Invalid("case.member-missing", need).With("transition", transition.Name);
        if (transition.Reasons.Count == 0)
            return;
        if (!transition.Reasons.Contains(move.Reason, StringComparer.Ordinal))
            throw Refused.Invalid("case.reason-unknown", "reason").With("known", transition.Reasons);
        if (move.Reason == "other" && string.IsNullOrWhiteSpace(move.Note))
            throw Refused.Invalid("case.note-missing", "note").With("reason", move.Reason);
    }

    // What is there must also make sense; all of it is asked before anything is changed.
    private void DemandSense(Move move, Act act)
    {
        switch (move.Name)
        {
            case "escalate" when !IsAbove(move.Unit!.AreaPath, OwnerAreaPath): // Demanded by the table.
                throw Refused.Invalid("case.owner-not-above", "unitId");
            case "delegate" when !IsAbove(OwnerAreaPath, move.Unit!.AreaPath): // Demanded by the table.
                throw Refused.Invalid("case.owner-not-below", "unitId");
            case "extend" when move.DueAt <= DeadlineAt || move.DueAt <= act.RecordedAt:
                throw Refused.Invalid("case.due-not-later", "dueAt").With("deadlineAt", DeadlineAt);
            case "extend" when move.DueAt > act.RecordedAt + LongestTime:
                throw Refused.Invalid("case.due-too-late", "dueAt").With("mostDays", LongestTime.TotalDays);
            case "auto_close" when move.Contacts < act.Limits.ContactsBeforeAutoClose:
                throw Refused
                    .Invalid("case.contacts-too-few", "contacts")
                    .With("least", act.Limits.ContactsBeforeAutoClose);
            case "merge" when move.Master!.Id == Id || !move.Master.State.IsOpen(): // Demanded by the table.
                throw Refused.Invalid("case.master-not-open", "duplicateOf");
            case "merge" when move.Master!.alerts.Count + alerts.Count > MaxAlerts: // Demanded by the table.
                throw Refused.Invalid("case.too-many-alerts", "duplicateOf").With("most", MaxAlerts);
            default:
                return;
        }
    }

    private static bool IsAbove(string above, string below) =>
        below.Length > above.Length && below.StartsWith(above, StringComparison.Ordinal);

    private void Do(Move move, CaseState from, Act act)
    {
        switch (move.Name)
        {
            case "accept":
                (Level, Class) = (move.Level ?? Level, move.Class ?? Class);
                Urgency = move.Urgency ?? Urgency;
                break;
            case "escalate" or "delegate":
                ChangeOwner(move.Unit!, act); // Demanded by the table.
                break;
            case "assign" or "transfer":
                CancelOpenWorkOrders(move.Name, act);
                GiveTo(move.Unit!, act); // Demanded by the table.
                break;
            case "return":
                (HandlingUnit, HandlingUnitName) = (null, "");
                Returns++;
                CancelOpenWorkOrders(move.Name, act);
                LayDown(Hand.Handler, act.RecordedAt);
                break;
            case "sign" or "check_in":
                HandledBy(act.Actor.Person);
                if (move.Name == "check_in")
                    CheckIn(move, act);
                break;
            case "blow_whistle":
                Summon(move.Units, act);
                break;
            case "extend":
                Extend(move.DueAt!.Value, act.RecordedAt); // Demanded by the table.
                break;
            case "suspend":
                Suspend(act.RecordedAt);
                break;
            case "resume":
                Resume(act.RecordedAt);
                break;
            case "supervise" or "end_supervision":
                Card = move.Card;
                break;
            default:
                DoEnding(move, from, act);
                break;
        }
    }

    // What brings a case to its end, or back from there.
    private void DoEnding(Move move, CaseState from, Act act)
    {
        switch (move.Name)
        {
            case "resolve" or "resolve_on_spot":
                HandledBy(act.Actor.Person);
                if (move.Name == "resolve_on_spot")
                    TakeInHand(act.Actor.Unit, act.Actor.UnitName, act);
                Suspended = false;
                PauseClock(act.RecordedAt);
                LayDown(Hand.Handler, act.RecordedAt);
                break;
            case "verify_pass":
                VerifyWorkOrders(act);
                break;
            case "verify_fail":
                GiveBackToHandler(act);
                SendBackWorkOrders(move.Reason!, move.Note, act); // Demanded by the table.
                ResumeClock(act.RecordedAt);
                break;
            case "rate" or "conclude" or "auto_close":
                Rated = move.Ratings;
                TellConclusion(Outcome!, OutcomeReason!, act); // The table asks for an outcome.
                End(act);
                SetCheck(act.RecordedAt.AddDays(act.Limits.ArchiveAfterDays));
                break;
            case "reopen":
                NextRound();
                GiveBackToHandler(act);
                break;
            case "appeal":
                NextRound();
                SecondAppeal = true;
                TakeUp(Hand.Owner, OwnerUnit, OwnerUnitName, act.RecordedAt);
                break;
            case "merge":
                MergeInto(move.Master!, act); // Demanded by the table.
                End(act);
                break;
            case "reject" or "withdraw" or "void":
                CancelOpenWorkOrders(move.Name, act);
                TellUnanswered($"case-{State.Code()}", act);
                End(act);
                break;
            case "archive":
                CheckAt = null;
                break;
            case "report" or "request_cooperation":
                break;
            default:
                throw new InvalidOperationException($"{move.Name} from {from} is in the table, but does nothing");
        }
    }

    private void ChangeOwner(UnitSummary unit, Act act)
    {
        (OwnerUnit, OwnerUnitName, OwnerAreaPath) = (unit.Id, unit.Name, unit.AreaPath);
        LetTakePart(unit, DeadlineAt.AddDays(act.Limits.ParticipationDays));
        TakeUp(Hand.Owner, unit.Id, unit.Name, act.RecordedAt);
    }

    private void GiveTo(UnitSummary unit, Act act)
    {
        LetTakePart(unit, DeadlineAt.AddDays(act.Limits.ParticipationDays));
        TakeInHand(unit.Id, unit.Name, act);
    }

    private void TakeInHand(UnitId? unit, string name, Act act)
    {
        (HandlingUnit, HandlingUnitName) = (unit, name);
        TakeUp(Hand.Handler, unit, name, act.RecordedAt);
    }

    private void GiveBackToHandler(Act act) => TakeInHand(HandlingUnit, HandlingUnitName, act);

    private void MergeInto(Case master, Act act)
    {
        DuplicateOf = master.Id;
        foreach (var alert in alerts)
        {
            (alert.CaseId, alert.JoinedAt) = (master.Id, act.RecordedAt);
            var joined = new AlertJoinedCase(alert.AlertId, master.Id, master.Number, act.Actor.Person, act.RecordedAt);
            unsaid.Add(db => db.Publish(joined));
        }
        // Who reported this one goes on seeing what becomes of it.
        if (OwnerUnit is { } reporter && !master.AreaPath.StartsWith(OwnerAreaPath, StringComparison.Ordinal))
            master.LetTakePart(reporter, OwnerUnitName, master.DeadlineAt.AddDays(act.Limits.ParticipationDays));
        master.Note("case", "case.merged-in", act, new() { ["number"] = Number, ["alerts"] = alerts.Count });
        master.Raise(act);
    }

    private void End(Act act)
    {
        ClosedAt = act.RecordedAt;
        (Suspended, CheckAt) = (false, null);
        LayDown(Hand.Handler, act.RecordedAt);
        LayDown(Hand.Owner, act.RecordedAt);
    }

    private Refused Refuse(string code, string name, Act act) =>
        new Refused(code)
            .With("transition", name)
            .With("state", State.Code())
            .With("allowed", Allowed(act).Select(t => t.Name).ToArray());

    private Dictionary<string, object?> Say(Move move, CaseState from)
    {
        var said = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["from"] = from.Code(),
            ["to"] = State.Code(),
        };
        void Add(string name, object? value)
        {
            if (value is not null)
                said[name] = value;
        }
        Add("reason", move.Reason);
        Add("unit", move.Unit?.Name);
        Add("units", move.Units.Count > 0 ? move.Units.Select(u => u.Name).ToArray() : null);
        Add("dueAt", move.DueAt);
        Add("card", move.Card);
        Add("level", move.Level);
        Add("urgency", move.Urgency);
        Add("duplicateOf", move.Master?.Number);
        Add("contacts", move.Contacts);
        Add("photos", move.Photos.Count > 0 ? move.Photos.Count : null);
        Add("ratings", move.Ratings is null ? null : JsonSerializer.SerializeToElement(move.Ratings));
        return said;
    }
}
