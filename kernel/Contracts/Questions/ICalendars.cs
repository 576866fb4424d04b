namespace Fourfold.Contracts;

/// <summary>Answers about working days. Kernel owns the calendars, with 调休 (working weekends and moved holidays).</summary>
public interface ICalendars
{
    /// <summary>
    /// The instant a number of working days later, at the same local time of day: from a Friday one working day leads to
    /// Monday. Begun on a day off, the count begins with the next working day.
    /// </summary>
    /// <param name="from">UTC.</param>
    /// <param name="days">0 … 366.</param>
    /// <param name="ct">Gives up.</param>
    ValueTask<DateTimeOffset> AddWorkingDays(DateTimeOffset from, int days, CancellationToken ct);
}
