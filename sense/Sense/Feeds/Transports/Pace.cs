namespace Fourfold.Sense.Feeds.Transports;

/// <summary>Says how long to wait so that a recording comes as it was recorded, so many times faster.</summary>
internal sealed class Pace(double speed, TimeProvider clock)
{
    /// <summary>What is closer together than this is brought at once.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    /// <summary>A longer pause of the recording is cut to this, for nobody wants to watch an empty sea.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly long started = clock.GetTimestamp();
    private long? last;
    private double playedMs;

    /// <summary>How long to wait before what was recorded then, Unix milliseconds or of any epoch; zero for an unknown time.</summary>
    public TimeSpan WaitBefore(long? recordedMs)
    {
        if (recordedMs is not { } time)
            return TimeSpan.Zero;
        // A jump backwards is another recording behind this one; it goes on at once.
        playedMs += Math.Clamp(time - (last ?? time), 0, Longest.TotalMilliseconds * speed) / speed;
        last = time;
        return TimeSpan.FromMilliseconds(playedMs) - clock.GetElapsedTime(started);
    }

    public Task Wait(TimeSpan wait, CancellationToken ct) => Task.Delay(wait < Longest ? wait : Longest, clock, ct);
}
