using System.Buffers;

namespace Fourfold.Simulator.Play;

/// <summary>Plays a scenario in time, or as fast as it can be written.</summary>
public static class Player
{
    // What falls into one such span goes out together; a receiver's lines are no smoother.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    // After a pause of the machine the past is caught up with in pieces of at most so many bytes.
    private const int MaximumPiece = 1 << 18;

    /// <summary>Plays in time, <paramref name="speed"/> times as fast as the world, until the end or cancellation.</summary>
    /// <param name="scenario">What to play.</param>
    /// <param name="to">Where its output goes.</param>
    /// <param name="duration">How much of the scenario; null for all there will ever be.</param>
    /// <param name="speed">0.01 … 1,000.</param>
    /// <param name="clock">The time.</param>
    /// <param name="ct">Ends it without an error.</param>
    /// <param name="began">The clock's timestamp at the scenario's beginning, which was made meanwhile; null for now.</param>
    public static async Task Play(
        IScenario scenario,
        Outlets to,
        TimeSpan? duration,
        double speed,
        TimeProvider clock,
        CancellationToken ct,
        long? began = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(speed, 0.01);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(speed, 1_000);
        var start = began ?? clock.GetTimestamp();
        var piece = new ArrayBufferWriter<byte>(4096);
        var step = scenario.Next();
        var caughtUp = 0;
        while (!ct.IsCancellationRequested && !(step.At > duration))
        {
            var now = clock.GetElapsedTime(start) * speed;
            while (step.At <= now && !(step.At > duration) && caughtUp < MaximumPiece)
            {
                piece.Write(step.Lines.Span);
                if (!step.Datagram.IsEmpty)
                {
                    to.Datagrams?.Invoke(step.Datagram);
                }

                caughtUp += step.Lines.Length + step.Datagram.Length;
                to.Truth?.Write(step);
                step = scenario.Next();
            }

            caughtUp = 0;
            if (piece.WrittenCount > 0)
            {
                to.Lines(piece.WrittenSpan.ToArray());
                piece.ResetWrittenCount();
            }

            var wait = (step.At - now) / speed;
            await Task.Delay(wait > Tick ? wait : Tick, clock, ct)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Writes a piece of a scenario as fast as it goes.</summary>
    /// <param name="scenario">What to play.</param>
    /// <param name="lines">Where sentences go.</param>
    /// <param name="truth">Where true positions go; null for nowhere.</param>
    /// <param name="duration">How much of the scenario.</param>
    /// <param name="ct">Ends it with an error.</param>
    /// <param name="radar">Where the radars' datagrams go; null for nowhere.</param>
    /// <returns>How many moments.</returns>
    public static async Task<long> Record(
        IScenario scenario,
        Stream lines,
        TruthWriter? truth,
        TimeSpan duration,
        CancellationToken ct,
        RadarCapture? radar = null
    )
    {
        var moments = 0L;
        for (var step = scenario.Next(); step.At <= duration; step = scenario.Next(), moments++)
        {
            await lines.WriteAsync(step.Lines, ct);
            truth?.Write(step);
            radar?.Write(step);
        }

        await lines.FlushAsync(ct);
        return moments;
    }
}
