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
    private static readonly int[] Fleets = [1_000, 5_000, 20_000, 100_000];

    public string Name => "tracking";

    public bool OnlyByName => true;

    public Task Run(TextWriter to, CancellationToken ct)
    {
        new AgainstTheFloor(options.Seas).Run(to, ct);
        to.WriteLine(
            "tracking: four radars and AIS, a minute in order of arrival, 20 s to warm up; seconds of processor"
        );
        to.WriteLine("  vessels      rows     rows/s    µs/row   × of the first   tracks   bytes/row");
        _ = Time(new RadarSea(Fleets[1]).Measure(Seconds)); // So that the first is not the one that is compiled.
        double? first = null;
        foreach (var fleet in Fleets)
        {
            ct.ThrowIfCancellationRequested();
            var rows = new RadarSea(fleet).Measure(Seconds);
            var (microseconds, counted, bytes, tracks) = Time(rows);
            first ??= microseconds;
            to.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {fleet, 7:N0} {counted, 9:N0} {1e6 / microseconds, 10:N0} {microseconds, 9:F2} {microseconds / first, 16:F2} {tracks, 8:N0} {(double)bytes / counted, 11:F1}"
                )
            );
        }

        return Task.CompletedTask;
    }

    private static (double MicrosecondsARow, int Rows, long Bytes, int Tracks) Time(RadarSea.Row[] rows)
    {
        var tracker = new FusionTracker(RadarSea.Middle, RadarSea.Radars, capacity: 400_000);
        var next = 0;
        for (; next < rows.Length && rows[next].Arrival < WarmUpSeconds; next++)
        {
            Feed(tracker, rows[next]);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = CpuTime.Thread();
        for (var i = next; i < rows.Length; i++)
        {
            Feed(tracker, rows[i]);
        }

        var elapsed = CpuTime.Thread() - started;
        var counted = rows.Length - next;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return (1e6 * elapsed / counted, counted, bytes, tracker.Count);
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
}
