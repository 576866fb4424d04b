namespace Fourfold.Coordinate;

/// <summary>What an operator may set, in the section <c>Coordinate</c>.</summary>
internal sealed class CoordinateOptions
{
    /// <summary>How often a unit may give one case back, 0 … 10.</summary>
    public int MaxReturns { get; init; } = 3;

    /// <summary>Contacts without an answer before a case closes by itself, 1 … 10.</summary>
    public int ContactsBeforeAutoClose { get; init; } = 3;

    /// <summary>How long a unit from outside sees a case after its work order was due, days.</summary>
    public double ParticipationDays { get; init; } = 30;

    /// <summary>How long a closed case waits until it is archived, days.</summary>
    public double ArchiveAfterDays { get; init; } = 180;

    /// <summary>How often the sweeper looks for deadlines, seconds, 1 or more.</summary>
    public double SweepSeconds { get; init; } = 5;

    /// <summary>The department that alerts are sent to when nothing else is said.</summary>
    public string AlertDepartment { get; init; } = "police";

    /// <summary>Hours that local time is ahead of UTC: the year in a case's number is the local one.</summary>
    public double UtcOffsetHours { get; init; } = 8;
}
