namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>Times of day whose day nobody wrote down.</summary>
internal static class DayTime
{
    private const double DaySeconds = 86_400;

    /// <summary>The moment nearest to another at which it is so late in UTC.</summary>
    public static DateTimeOffset Nearest(DateTimeOffset to, TimeSpan timeOfDay) =>
        Nearest(to, timeOfDay.TotalSeconds, DaySeconds);

    /// <summary>The same for a clock that begins anew every so many seconds from midnight.</summary>
    public static DateTimeOffset Nearest(DateTimeOffset to, double seconds, double cycle = DaySeconds)
    {
        var now = (to.UtcDateTime - to.UtcDateTime.Date).TotalSeconds;
        return to.AddSeconds(Math.IEEERemainder(seconds - now, cycle));
    }
}
