namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>Decides when something was observed, from what the source says and when it reached us.</summary>
/// <remarks>
/// A source whose times are plausible is believed. One whose clock is wrong, or that is a recording of long ago, keeps its
/// intervals: the smallest lag seen lately counts as none. So a recording played at its own pace keeps its rhythm, and one
/// played at once happens now.
/// </remarks>
internal sealed class SourceClock
{
    /// <summary>A source may be so far ahead of us and is still believed.</summary>
    public static readonly TimeSpan BelievedAhead = TimeSpan.FromSeconds(5);

    /// <summary>A source may lag so much (networks, satellites) and is still believed.</summary>
    public static readonly TimeSpan BelievedLag = TimeSpan.FromMinutes(2);

    // Lagging more than this beyond the smallest lag means that the source's clock was set back, or a recording began anew.
    private const long StepMs = 5 * 60_000;

    // The smallest lag is forgotten by and by, so that clocks that drift apart are followed.
    private const long ForgetAfterMs = 10 * 60_000;

    private long smallestLagMs = long.MaxValue;
    private long smallestAtMs;

    /// <summary>How often the source's clock was found to have been set.</summary>
    public long Steps { get; private set; }

    /// <summary>When it was observed, UTC, never after <paramref name="receivedAt"/>.</summary>
    public DateTimeOffset ObservedAt(long? sourceMs, DateTimeOffset receivedAt)
    {
        if (sourceMs is not { } source)
            return receivedAt;
        var now = receivedAt.ToUnixTimeMilliseconds();
        var lag = now - source;
        if (lag < smallestLagMs || now - smallestAtMs > ForgetAfterMs)
            (smallestLagMs, smallestAtMs) = (lag, now);
        if (lag - smallestLagMs > StepMs)
        {
            Steps++;
            (smallestLagMs, smallestAtMs) = (lag, now);
        }
        var believed =
            smallestLagMs >= -BelievedAhead.TotalMilliseconds && smallestLagMs <= BelievedLag.TotalMilliseconds;
        var behind = believed ? Math.Max(lag, 0) : lag - smallestLagMs;
        return receivedAt.AddMilliseconds(-behind);
    }
}
