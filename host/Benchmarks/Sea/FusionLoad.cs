using System.Globalization;
using Fourfold.Benchmarks.Codecs;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Benchmarks.Sea;

/// <summary>The fusing tracker beside a floor; what a row costs it, and whether that stays so as the sea fills.</summary>
/// <remarks>
/// Of the cost, the measure is the tracker itself before the smallest sea: a cost a row that grows is not local.
/// </remarks>
internal sealed class FusionLoad(RunOptions options) : ILoad
{
    private const double WarmUpSeconds = 20;
    private const double Seconds = 60;
    private const int Turns = 3;
    private static readonly int[] Fleets = [1_000, 5_000, 20_000, 100_000];

    public string Name => "tracking";

    public bool OnlyByName => true;

    public Task Run(TextWriter to, CancellationToken ct)
    {
        new AgainstTheFloor(options.Seas).Run(to, ct);
        to.WriteLine(
            "tracking: four radars and AIS, a minute in order of arrival, 20 s to warm up; seconds of processor, median of three"
        );
        to.WriteLine("  vessels      rows     rows/s    µs/row   × of the first   tracks   bytes/row");
        var seas = Array.ConvertAll(Fleets, fleet => new RadarSea(fleet).Measure(Seconds));
        _ = Time(seas[^2]); // What is rare is compiled late: nothing counts before that.
        var costs = InTurns(seas, ct);
        var first = costs[0].Microseconds;
        for (var i = 0; i < Fleets.Length; i++)
        {
            Tell(to, Fleets[i], costs[i], first);
        }

        // As many as the last, as dense as the one before it.
        var (dense, all) = (Fleets[^2], Fleets[^1]);
        RadarSea.Row[][] straits =
        [
            .. Enumerable
                .Range(RadarSea.FirstSeed, all / dense)
                .Select(seed => new RadarSea(dense, seed).Measure(Seconds)),
        ];
        to.WriteLine($"the last fleet in {straits.Length} straits, a tracker and four radars each, side by side");
        Tell(to, all, Time(straits), first);
        return Task.CompletedTask;
    }

    private static Cost[] InTurns(RadarSea.Row[][] seas, CancellationToken ct)
    {
        var turns = Array.ConvertAll(seas, _ => new List<Cost>());
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var i = 0; i < seas.Length; i++)
            {
                ct.ThrowIfCancellationRequested();
                turns[i].Add(Time(seas[i]));
            }
        }

        return Array.ConvertAll(turns, costs => costs.OrderBy(cost => cost.Microseconds).ElementAt(Turns / 2));
    }

    private static void Tell(TextWriter to, int vessels, Cost cost, double first) =>
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {vessels, 7:N0} {cost.Rows, 9:N0} {1e6 / cost.Microseconds, 10:N0} {cost.Microseconds, 9:F2} {cost.Microseconds / first, 16:F2} {cost.Tracks, 8:N0} {(double)cost.Bytes / cost.Rows, 11:F1}"
            )
        );

    private static Cost Time(params RadarSea.Row[][] seas)
    {
        var trackers = Array.ConvertAll(
            seas,
            _ => new FusionTracker(RadarSea.Middle, RadarSea.Radars, capacity: 400_000 / seas.Length)
        );
        var next = new int[seas.Length];
        Feed(trackers, seas, next, until: WarmUpSeconds);
        var before = next.Sum();
        var last = seas.Max(sea => sea[^1].Arrival);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = CpuTime.Thread();
        for (var second = WarmUpSeconds; second <= last; second++)
        {
            Feed(trackers, seas, next, until: second + 1);
        }

        var elapsed = CpuTime.Thread() - started;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var counted = next.Sum() - before;
        return new Cost(1e6 * elapsed / counted, counted, bytes, trackers.Sum(tracker => tracker.Count));
    }

    private static void Feed(FusionTracker[] trackers, RadarSea.Row[][] seas, int[] next, double until)
    {
        for (var sea = 0; sea < seas.Length; sea++)
        {
            for (; next[sea] < seas[sea].Length && seas[sea][next[sea]].Arrival < until; next[sea]++)
            {
                Feed(trackers[sea], seas[sea][next[sea]]);
            }
        }
    }

    private static void Feed(FusionTracker tracker, in RadarSea.Row row)
    {
        if (row.Radar >= 0)
        {
            tracker.AddPlot(row.Radar, row.Time, row.Arrival, row.Range, row.Azimuth);
        }
        else
        {
            tracker.AddAis(row.Fix, row.Arrival);
        }
    }

    private readonly record struct Cost(double Microseconds, int Rows, long Bytes, int Tracks);
}
