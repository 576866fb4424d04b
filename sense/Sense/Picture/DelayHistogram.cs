namespace Fourfold.Sense.Picture;

/// <summary>Delays from bytes in to frame sent over the last ten seconds or so, in 5 ms steps up to 5 s.</summary>
internal sealed class DelayHistogram
{
    private const int StepMs = 5;
    private const int Buckets = 1000;
    private readonly int[] counts = new int[Buckets];
    private readonly Lock gate = new();
    private long total;

    /// <summary>Counts what was sent now, by when its bytes came (UTC ticks).</summary>
    public void Add(List<long> receivedTicks, DateTimeOffset sentAt)
    {
        lock (gate)
        {
            foreach (var received in receivedTicks)
                counts[BucketOf(sentAt.UtcTicks - received)]++;
            total += receivedTicks.Count;
        }
    }

    /// <summary>The delay in milliseconds that a share (0 … 1) did not exceed, rounded up to a step; 0 without any.</summary>
    public int Quantile(double share)
    {
        lock (gate)
        {
            var wanted = (long)Math.Ceiling(total * share);
            var seen = 0L;
            for (var i = 0; i < Buckets && total > 0; i++)
                if ((seen += counts[i]) >= wanted)
                    return (i + 1) * StepMs;
            return 0;
        }
    }

    /// <summary>Lets the past fade: called once a second, halves in about seven.</summary>
    public void Fade()
    {
        lock (gate)
        {
            total = 0;
            for (var i = 0; i < Buckets; i++)
                total += counts[i] -= (counts[i] + 9) / 10;
        }
    }

    private static int BucketOf(long ticks) =>
        (int)Math.Clamp(ticks / (TimeSpan.TicksPerMillisecond * StepMs), 0, Buckets - 1);
}
