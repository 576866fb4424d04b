using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Fourfold.Tracking.Metrics;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>Measurements that come late.</summary>
public sealed class LateTests
{
    private const int Mmsi = 413000001;
    private const double Seconds = 180;

    /// <summary>When the latest has come.</summary>
    private const double End = Seconds + 24;
    private static readonly int[] Seeds = [31, 32, 33, 34];
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(20)]
    public void One_radar_late_comes_to_the_same_vessels_at_nearly_the_same_places(double delay)
    {
        var (before, after) = (0.0, 0.0);
        foreach (var seed in Seeds)
        {
            var measured = Busy(seed).Run(Seconds);
            var inOrder = Played(measured, m => m);
            var late = Played(measured, m => m.Radar == 0 ? m with { Arrival = m.Arrival + delay } : m);
            before += CostOf(inOrder);
            after += CostOf(late);
            Assert.Equal(NamesOf(inOrder), NamesOf(late));
        }

        Assert.InRange(Math.Sqrt(after / before), 0, 1.05);
    }

    [Fact]
    public void A_network_that_mixes_the_order_of_one_radar_loses_no_vessel()
    {
        var (before, after) = (0.0, 0.0);
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            var measured = Busy(seed).Run(Seconds);
            before += CostOf(Played(measured, m => m));
            after += CostOf(
                Played(measured, m => m.Radar == 0 ? m with { Arrival = m.Arrival + 6 * random.NextDouble() } : m)
            );
        }

        Assert.InRange(Math.Sqrt(after / before), 0, 1.05);
    }

    [Fact]
    public void The_only_radar_may_be_late_and_its_vessels_keep_their_ids()
    {
        var strait = new Strait(33).Add(-3000, 2000, 8, 1).Add(2000, 6000, -6, 2, Mmsi);
        var tracker = New();
        var ids = new HashSet<long>();
        foreach (var m in Ordered(strait.Run(Seconds), m => m.Radar >= 0 ? m with { Arrival = m.Arrival + 12 } : m))
        {
            if (m.Radar == 1)
            {
                continue;
            }

            Strait.Feed(tracker, m);
            if (m.Arrival > 60)
            {
                ids.UnionWith(Shown(tracker, m.Arrival).Select(t => t.Id));
            }
        }

        Assert.Equal(2, ids.Count);
        Assert.Equal(0, tracker.Late);
        var held = Shown(tracker, Seconds);
        Assert.All(held, t => Assert.InRange(t.RadarAge, 0, 16));
    }

    // The beam stands where it should after whole turns, however late its plots are: then nothing says that a clock leapt.
    [Fact]
    public void A_way_that_grows_by_whole_turns_is_no_leap_of_the_clock()
    {
        var strait = new Strait(34).Add(-6000, 3000, 12, 1).Add(6000, 2000, -12, 2);
        var measured = strait.Run(Seconds).Where(m => m.Radar == 0);
        var tracker = Played(measured, m => m with { Arrival = m.Arrival + (m.Time > 80 ? 2 * 2.5 : 0) });
        var shown = Shown(tracker, Seconds + 6);
        foreach (var vessel in new[] { 0, 1 })
        {
            Assert.Contains(shown, t => t.Position.DistanceTo(strait.At(vessel, Seconds + 6)) < 40);
        }

        Assert.InRange(tracker.Late, 1, 100);
    }

    [Fact]
    public void What_is_later_than_half_a_minute_is_counted_and_changes_nothing()
    {
        var measured = Busy(35).Run(Seconds);
        var without = Played(measured.Where(m => m.Radar != 0), m => m);
        var late = Played(measured, m => m.Radar == 0 ? m with { Arrival = m.Arrival + 40 } : m);
        Assert.Equal(measured.Count(m => m.Radar == 0), late.Late, 10.0);
        Assert.Equal(NamesOf(without), NamesOf(late));
    }

    // Two plots in a hundred come after their sector, which waits for 98.
    [Fact]
    public void Single_plots_that_come_after_their_sector_go_to_their_tracks()
    {
        var (before, after, asked, late, recovered) = (0.0, 0.0, 0, 0L, 0L);
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            var measured = Busy(seed).Run(Seconds);
            var inOrder = Played(measured, m => m);
            var changed = measured.ConvertAll(m =>
                m.Radar == 0 && m.Time < Seconds - 20 && random.Next(50) == 0
                    ? m with
                    {
                        Arrival = m.Arrival + 3 + 9 * random.NextDouble(),
                    }
                    : m
            );
            var tracker = Played(changed, m => m);
            (before, after) = (before + CostOf(inOrder), after + CostOf(tracker));
            asked += measured.Zip(changed).Count(m => m.First != m.Second);
            (late, recovered) = (late + tracker.Late, recovered + tracker.Recovered);
            Assert.Equal(NamesOf(inOrder), NamesOf(tracker));
        }

        // For a moment a sector may wait as long as a late one takes.
        Assert.InRange(late, asked * 0.95, asked);
        // The others are clutter: eight of some twenty plots a turn.
        Assert.InRange(recovered, late * 0.5, late * 0.75);
        Assert.InRange(Math.Sqrt(after / before), 0, 1.01);
    }

    // What the only radar saw while its network stood still comes all at once.
    [Fact]
    public void A_backlog_of_nine_seconds_brings_every_track_up_to_date()
    {
        var strait = new Strait(38) { Clutter = 2 }
            .Add(-3000, 2000, 8, 1)
            .Add(2000, 6000, -6, 2, Mmsi);
        var measured = strait.Run(Seconds).Where(m => m.Radar == 0);
        const double stands = 100.2;
        const double goes = 109.2;
        var tracker = New();
        foreach (
            var m in Ordered(measured, m => m.Arrival is > stands and < goes ? m with { Arrival = goes } : m)
                .TakeWhile(m => m.Arrival <= goes)
        )
        {
            Strait.Feed(tracker, m);
        }

        var shown = Shown(tracker, goes);
        Assert.Equal(2, shown.Count);
        Assert.All(shown, t => Assert.InRange(t.RadarAge, 0, 3.5));
        Assert.InRange(tracker.Recovered, 5, 8);
    }

    [Fact]
    public void A_plot_that_comes_a_second_time_is_given_to_nobody()
    {
        var strait = new Strait(39) { Clutter = 0 }
            .Add(-3000, 2000, 8, 1)
            .Add(2000, 6000, -6, 2, Mmsi);
        var once = strait.Run(Seconds).Where(m => m.Radar == 0).ToList();
        var twice = once.Concat(
            once.Where(m => m.Time is > 60 and < 65).Select(m => m with { Arrival = m.Arrival + 6 })
        );
        var tracker = Played(twice, m => m);
        Assert.InRange(tracker.Late, 2, 5);
        Assert.Equal(0, tracker.Recovered);
        var first = Shown(Played(once, m => m), Seconds);
        var second = Shown(tracker, Seconds);
        Assert.All(first.Zip(second), t => Assert.InRange(t.First.Position.DistanceTo(t.Second.Position), 0, 0.1));
    }

    [Fact]
    public void A_late_plot_is_given_to_no_neighbour_that_had_its_own()
    {
        // Two abreast, 260 m apart; of one a plot comes late now and then.
        var strait = new Strait(40) { Clutter = 0 }
            .Add(-3000, 2000, 8, 0)
            .Add(-3000, 2260, 8, 0);
        var plane = new LocalFrame(Strait.Here);
        var random = new Random(40);
        var tracker = Played(
            strait.Run(Seconds).Where(m => m.Radar == 0),
            m => m.Time > 40 && random.Next(20) == 0 ? m with { Arrival = m.Arrival + 7 } : m
        );
        Assert.InRange(tracker.Recovered, 3, tracker.Late);
        var shown = Shown(tracker, Seconds).Select(t => plane.ToLocal(t.Position)).ToArray();
        var truth = new[] { plane.ToLocal(strait.At(0, Seconds)), plane.ToLocal(strait.At(1, Seconds)) };
        var score = new Gospa().Score(truth, shown);
        Assert.Equal((0, 0), (score.Missed, score.False));
        Assert.InRange(Math.Sqrt(score.Cost / 2), 0, 40);
    }

    [Fact]
    public void After_the_busiest_moment_nothing_is_allocated_for_single_late_plots()
    {
        var random = new Random(41);
        var measured = Ordered(
                Busy(41).Run(200),
                m => m.Radar == 0 && random.Next(40) == 0 ? m with { Arrival = m.Arrival + 9 } : m
            )
            .ToList();
        var tracker = New();
        var warm = measured.Count / 2;
        measured.Take(warm).ToList().ForEach(m => Strait.Feed(tracker, m));
        Assert.InRange(Strait.LeastAllocated(tracker, measured[warm..]), 0, 1024);
        Assert.InRange(tracker.Recovered, 1, tracker.Late);
    }

    [Fact]
    public void After_the_busiest_moment_nothing_is_allocated_for_late_plots()
    {
        var measured = Ordered(Busy(36).Run(200), m => m.Radar == 0 ? m with { Arrival = m.Arrival + 9 } : m).ToList();
        var tracker = New();
        var warm = measured.Count / 2;
        measured.Take(warm).ToList().ForEach(m => Strait.Feed(tracker, m));
        Assert.InRange(Strait.LeastAllocated(tracker, measured[warm..]), 0, 1024);
    }

    [Fact]
    public void The_same_late_input_gives_the_same_tracks()
    {
        var measured = Busy(37).Run(90);
        Strait.Measured Late(Strait.Measured m) => m.Radar == 1 ? m with { Arrival = m.Arrival + 7 } : m;
        Assert.Equal(Shown(Played(measured, Late), End), Shown(Played(measured, Late), End));
    }

    private static Strait Busy(int seed)
    {
        var strait = new Strait(seed);
        for (var i = 0; i < 12; i++)
        {
            strait.Add(-6000 + i * 1000, -3000 + i * 900, 4 + i % 5, i % 3 - 1, i % 3 == 0 ? 0 : Mmsi + i);
        }

        return strait;
    }

    private static FusionTracker New() => new(Strait.Here, new Strait(0).Radars);

    private static IEnumerable<Strait.Measured> Ordered(
        IEnumerable<Strait.Measured> measured,
        Func<Strait.Measured, Strait.Measured> changed
    ) => measured.Select(changed).OrderBy(m => m.Arrival);

    private static FusionTracker Played(
        IEnumerable<Strait.Measured> measured,
        Func<Strait.Measured, Strait.Measured> changed
    )
    {
        var tracker = New();
        foreach (var m in Ordered(measured, changed))
        {
            Strait.Feed(tracker, m);
        }

        return tracker;
    }

    /// <summary>How far vessels are from where they were when the last was measured, once all has come: GOSPA, m².</summary>
    private double CostOf(FusionTracker tracker)
    {
        var plane = new LocalFrame(Strait.Here);
        var strait = Busy(0);
        var truth = Enumerable.Range(0, strait.Vessels).Select(i => plane.ToLocal(strait.At(i, Seconds))).ToArray();
        tracker.Advance(End);
        var shown = Shown(tracker, Seconds).Select(t => plane.ToLocal(t.Position)).ToArray();
        var score = new Gospa().Score(truth, shown);
        Assert.Equal((0, 0), (score.Missed, score.False));
        return score.Cost;
    }

    /// <summary>Who is shown nearest to each vessel.</summary>
    private List<int> NamesOf(FusionTracker tracker)
    {
        var strait = Busy(0);
        var shown = Shown(tracker, End);
        return
        [
            .. Enumerable
                .Range(0, strait.Vessels)
                .Select(i => shown.MinBy(t => t.Position.DistanceTo(strait.At(i, End))).Mmsi),
        ];
    }

    private List<SystemTrack> Shown(FusionTracker tracker, double time)
    {
        tracker.Advance(time);
        return [.. room.Take(tracker.CopyTracks(time, room))];
    }
}
