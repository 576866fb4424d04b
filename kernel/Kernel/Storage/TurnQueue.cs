namespace Fourfold.Kernel.Storage;

/// <summary>Who waits for a turn, first come first served, and for how long the next one would.</summary>
/// <param name="atOnce">How many turns there are at a time, from 1.</param>
/// <param name="clock">What waiting is measured by.</param>
internal sealed class TurnQueue(int atOnce, TimeProvider clock)
{
    /// <summary>So long a wait that who comes now had better come again.</summary>
    public static readonly TimeSpan Crowded = TimeSpan.FromSeconds(20);

    /// <summary>What one turn weighs in what a turn takes.</summary>
    private const double Newest = 0.05;

    private readonly SemaphoreSlim free = new(atOnce, atOnce);
    private readonly Lock measuring = new();
    private int waiting;
    private long lastEnd;
    private double seconds;

    /// <summary>How long who comes now would wait: those who wait, by how fast turns have lately come to an end while somebody waited.</summary>
    public TimeSpan Expected
    {
        get
        {
            lock (measuring)
                return TimeSpan.FromSeconds(Volatile.Read(ref waiting) * seconds);
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>False when there was none for so long.</returns>
    public bool Wait(TimeSpan longest)
    {
        if (free.Wait(TimeSpan.Zero))
            return true;
        Interlocked.Increment(ref waiting);
        try
        {
            return free.Wait(longest);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <inheritdoc cref="Wait"/>
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken ct)
    {
        var turn = free.WaitAsync(longest, ct);
        if (turn.IsCompletedSuccessfully)
            return await turn;
        Interlocked.Increment(ref waiting);
        try
        {
            return await turn;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>A turn has come to its end.</summary>
    public void Leave()
    {
        var now = clock.GetTimestamp();
        lock (measuring)
        {
            // Between two ends lies one turn only while somebody waits for it.
            if (Volatile.Read(ref waiting) == 0)
                lastEnd = 0;
            else
            {
                if (lastEnd != 0)
                    seconds += Newest * (clock.GetElapsedTime(lastEnd, now).TotalSeconds - seconds);
                lastEnd = now;
            }
        }
        free.Release();
    }
}
