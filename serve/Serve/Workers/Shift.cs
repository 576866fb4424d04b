using Fourfold.Kernel.Problems;

namespace Fourfold.Serve.Workers;

/// <summary>Hours of duty on one day of the week, local time.</summary>
/// <param name="Weekday">1 Monday … 7 Sunday.</param>
/// <param name="From">Minute of the day it begins, 0 … 1439.</param>
/// <param name="Until">First minute after it, <paramref name="From"/> + 1 … 1440; a night's shift is two.</param>
internal sealed record Shift(int Weekday, int From, int Until)
{
    /// <summary>Most shifts of a week.</summary>
    public const int Most = 28;

    private const int MinutesADay = 24 * 60;

    /// <summary>Whether a local time lies in it.</summary>
    public bool Holds(DateTime local) =>
        Weekday == (local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek)
        && (local.Hour * 60) + local.Minute is var minute
        && minute >= From
        && minute < Until;

    /// <summary>In the order of the week.</summary>
    /// <exception cref="Refused">422 <c>shift.out-of-range</c> or <c>shift.overlap</c> with the place in the list.</exception>
    public static List<Shift> Check(IReadOnlyList<Shift>? shifts)
    {
        if (shifts is null)
            return [];
        if (shifts.Count > Most)
            throw Refused.Invalid("request.too-many", "shifts").With("maximum", Most);
        for (var i = 0; i < shifts.Count; i++)
            if (shifts[i] is not { Weekday: >= 1 and <= 7, From: >= 0, Until: <= MinutesADay } s || s.From >= s.Until)
                throw Refused.Invalid("shift.out-of-range", $"shifts[{i}]");
        List<Shift> sorted = [.. shifts.OrderBy(s => s.Weekday).ThenBy(s => s.From)];
        for (var i = 1; i < sorted.Count; i++)
            if (sorted[i].Weekday == sorted[i - 1].Weekday && sorted[i].From < sorted[i - 1].Until)
                throw Refused.Invalid("shift.overlap", "shifts").With("weekday", sorted[i].Weekday);
        return sorted;
    }
}
