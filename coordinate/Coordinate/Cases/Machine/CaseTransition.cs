namespace Fourfold.Coordinate.Cases.Machine;

/// <summary>One row of the machine: from where, what, to where, who may, and what must be said with it.</summary>
/// <param name="From">The states it may begin in.</param>
/// <param name="Name">Its name in the API, snake case.</param>
/// <param name="To">Where it leads; null when the state stays and only a flag changes.</param>
internal sealed record CaseTransition(IReadOnlyList<CaseState> From, string Name, CaseState? To)
{
    /// <summary>Any one of these permissions is enough.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>Only posts with one of these roles; empty for any role that holds the permission.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Members of the request that must be there.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Codes that <c>reason</c> may be; empty when no reason is asked for. <c>other</c> needs a note.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What must be true of the case and the person.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Whether the deadline is counted anew from now by the urgency.</summary>
    public bool StartsClock { get; init; }

    /// <summary>Made by the timer; a person may too, if the permission allows.</summary>
    public bool ByTimer { get; init; }

    /// <summary>In words for the reference: what it is for.</summary>
    public required string Meaning { get; init; }
}

/// <summary>What a transition may demand of the case and the person. The problem code of a failed one is <c>case.</c> and its name in kebab case.</summary>
internal enum Condition
{
    /// <summary>The person has reported the case.</summary>
    OnlyReporter,

    /// <summary>The person belongs to the unit that handles it, or takes part.</summary>
    OnlyHandlingUnit,

    /// <summary>The person is of a department that was summoned and has not come yet.</summary>
    OnlySummoned,

    /// <summary>The person had no hand in handling it.</summary>
    NotByHandler,

    /// <summary>A citizen or caller asked for it and can rate it.</summary>
    WithRequester,

    /// <summary>Nobody asked for it: alert, lead, patrol, superior, dispute.</summary>
    WithoutRequester,

    /// <summary>The centre has set the outcome.</summary>
    WithOutcome,

    /// <summary>The clock runs.</summary>
    NotSuspended,

    /// <summary>The clock is stopped.</summary>
    Suspended,

    /// <summary>It was not extended before.</summary>
    ExtendedOnce,

    /// <summary>It was returned fewer times than the limit.</summary>
    ReturnsLeft,

    /// <summary>Every work order is reported, verified, returned or cancelled.</summary>
    NoOpenWorkOrder,

    /// <summary>A card lies on it.</summary>
    Supervised,

    /// <summary>No card lies on it.</summary>
    NotSupervised,

    /// <summary>Departments were summoned.</summary>
    Whistled,
}
