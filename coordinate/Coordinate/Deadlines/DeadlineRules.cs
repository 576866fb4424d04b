namespace Fourfold.Coordinate.Deadlines;

/// <summary>How long things may take, by urgency (1 特急, 2 紧急, 3 一般, 4 疑难), as data.</summary>
internal static class DeadlineRules
{
    /// <summary>Limits of a case, from acceptance (or from opening, until accepted).</summary>
    /// <remarks>Defaults of the Beijing 12345 draft standard (2021-12); an operator sets its own in <see cref="CoordinateOptions"/>.</remarks>
    public static readonly IReadOnlyDictionary<int, TimeLimit> Case = new Dictionary<int, TimeLimit>
    {
        [1] = TimeLimit.OfHours(2),
        [2] = TimeLimit.OfHours(24),
        [3] = TimeLimit.OfWorkingDays(7),
        [4] = TimeLimit.OfWorkingDays(15),
    };

    /// <summary>Limits of a work order, never later than its case's. Our own defaults: half of the case's time or less.</summary>
    public static readonly IReadOnlyDictionary<int, TimeLimit> WorkOrder = new Dictionary<int, TimeLimit>
    {
        [1] = TimeLimit.OfHours(1),
        [2] = TimeLimit.OfHours(8),
        [3] = TimeLimit.OfWorkingDays(3),
        [4] = TimeLimit.OfWorkingDays(7),
    };

    /// <summary>Warnings, as shares of the time between beginning and deadline.</summary>
    public static readonly IReadOnlyList<WarnLevel> Levels = [new("yellow", 0.8), new("red", 1.0)];
}

/// <summary>Natural hours or working days.</summary>
/// <param name="Hours">Natural hours, or null.</param>
/// <param name="WorkingDays">Days of the working calendar, or null.</param>
internal sealed record TimeLimit(double? Hours, int? WorkingDays)
{
    public static TimeLimit OfHours(double hours) => new(hours, null);

    public static TimeLimit OfWorkingDays(int days) => new(null, days);
}

/// <summary>A warning before or at the deadline.</summary>
/// <param name="Code">Its card's colour.</param>
/// <param name="Share">Share of the time that has gone, 0 … 1; the last one, 1, means overdue.</param>
internal sealed record WarnLevel(string Code, double Share);
