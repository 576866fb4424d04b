using Fourfold.Contracts;

namespace Fourfold.Coordinate.Deadlines;

/// <summary>Monday to Friday without holidays, in the time of China: only where no calendar has been set up.</summary>
internal sealed class WeekdayCalendar : ICalendars
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public ValueTask<DateTimeOffset> AddWorkingDays(DateTimeOffset from, int days, CancellationToken ct)
    {
        var local = from.ToOffset(China);
        while (IsFree(local))
            local = local.AddDays(1);
        for (var left = days; left > 0; left--)
        {
            local = local.AddDays(1);
            while (IsFree(local))
                local = local.AddDays(1);
        }
        return ValueTask.FromResult(local.ToUniversalTime());
    }

    private static bool IsFree(DateTimeOffset local) => local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
