using Fourfold.Contracts;
using static Fourfold.Coordinate.Cases.Machine.CaseState;

namespace Fourfold.Coordinate.Cases.Machine;

internal static partial class CaseMachine
{
    /// <summary>Why a unit may give work back.</summary>
    public static IReadOnlyList<string> ReturnReasons =>
        ["not-our-sector", "not-our-duty", "no-means", "unsafe", "other"];

    /// <summary>
    /// What only raises or lowers a flag. The domain's list names the flags but not how the first and the last two are
    /// lowered or raised, so these rows are ours.
    /// </summary>
    public static IReadOnlyList<CaseTransition> FlagsOnly =>
        [
            new([InProgress], "resume", null)
            {
                Permissions = [Permission.CasesHead],
                Conditions = [Condition.Suspended],
                Meaning = "the clock runs on; the deadline moves by the time it stood",
            },
            new([InProgress], "check_in", null)
            {
                Permissions = [Permission.WorkOrdersHandle],
                Conditions = [Condition.Whistled, Condition.OnlySummoned],
                Meaning = "of a summoned department: who, when, where",
            },
            new(CaseStates.Open, "supervise", null)
            {
                Permissions = [Permission.CasesSupervise],
                Needs = ["card"],
                Conditions = [Condition.NotSupervised],
                Meaning = "with a yellow or a red card",
            },
            new(CaseStates.Open, "end_supervision", null)
            {
                Permissions = [Permission.CasesSupervise],
                Conditions = [Condition.Supervised],
                Meaning = "the card is taken away",
            },
        ];

    /// <summary>The transition of this name from this state, or null when it is not allowed there.</summary>
    public static CaseTransition? Find(CaseState from, string name) =>
        Transitions.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal) && t.From.Contains(from));

    /// <summary>The transition of this name from anywhere, or null when there is none.</summary>
    public static CaseTransition? Named(string name) =>
        Transitions.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));

    /// <summary>Those that leave a state.</summary>
    public static IEnumerable<CaseTransition> From(CaseState state) => Transitions.Where(t => t.From.Contains(state));
}
