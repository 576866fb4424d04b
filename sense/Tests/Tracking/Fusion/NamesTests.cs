using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>Who is who after a meeting.</summary>
public sealed class NamesTests
{
    private const int Mmsi = 413000001;
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(34)]
    public void Two_that_cross_within_what_radar_tells_apart_keep_their_ids(int seed)
    {
        // They meet at 250 s, 20 m apart, at an angle of 22°.
        var strait = new Strait(seed).Add(-2000, 4000, 8, 1.6, Mmsi).Add(-2000, 4820, 8, -1.6);
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        Dictionary<int, long> before = [];
        foreach (var m in strait.Run(500))
        {
            Strait.Feed(tracker, m);
            if (before.Count == 0 && m.Arrival > 120)
            {
                before = Ids(tracker, strait, m.Arrival);
            }
        }

        Assert.Equal(2, before.Values.Distinct().Count());
        Assert.Equal(before, Ids(tracker, strait, 498));
        Assert.Equal(Mmsi, Shown(tracker, 498).Single(t => t.Id == before[0]).Mmsi);
    }

    [Fact]
    public void Without_ais_too_those_who_cross_keep_their_ids_but_for_one_in_eight()
    {
        var kept = 0;
        for (var seed = 101; seed <= 124; seed++)
        {
            // They meet at 250 s, at an angle of 32°, and are one plot for some 40 s.
            var strait = new Strait(seed).Add(-1000, 3500, 4, 1.15).Add(-1000, 4075, 4, -1.15);
            kept += AreKept(strait) ? 1 : 0;
        }

        Assert.InRange(kept, 21, 24);
    }

    [Fact]
    public void Of_three_that_cross_at_one_place_all_keep_their_ids_but_for_one_meeting_in_six()
    {
        var kept = 0;
        for (var seed = 201; seed <= 212; seed++)
        {
            var strait = new Strait(seed)
                .Add(-1500, 3250, 6, 2, Mmsi)
                .Add(-1500, 4250, 6, -2, Mmsi + 1)
                .Add(-1750, 3750, 7, 0);
            kept += AreKept(strait) ? 1 : 0;
        }

        Assert.InRange(kept, 10, 12);
    }

    [Fact]
    public void More_than_a_meeting_has_room_for_may_crowd_in_one_place()
    {
        var strait = new Strait(31) { Clutter = 0 };
        for (var i = 0; i < 24; i++)
        {
            var (sin, cos) = Math.SinCos(i * Math.Tau / 24);
            strait.Add(1200 * sin, 4000 + 1200 * cos, -6 * sin, -6 * cos, i % 2 == 0 ? Mmsi + i : 0);
        }

        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        foreach (var m in strait.Run(480))
        {
            Strait.Feed(tracker, m);
        }

        Assert.InRange(Shown(tracker, 478).Count, 22, 28);
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    public void Names_exchanged_by_two_that_met_others_but_never_one_another_are_told_as_a_swap(int seed)
    {
        // A third without a name passes the one at 180 s and the other, 700 m from it, at 250 s.
        const double At = 275;
        var strait = new Strait(seed)
            .Add(-2000, 4000, 6, 0, Mmsi)
            .Add(-2000, 4700, 6, 0, Mmsi + 1)
            .Add(-2000, 2200, 6, 10);
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        List<long> before = [];
        foreach (var m in strait.Run(320))
        {
            if (before.Count == 0 && m.Arrival > 120)
            {
                before = IdsOf(tracker, strait, m.Arrival);
            }

            var other = 2 * Mmsi + 1 - m.Fix.Mmsi;
            Strait.Feed(tracker, m.Fix.Mmsi != 0 && m.Time > At ? m with { Fix = m.Fix with { Mmsi = other } } : m);
        }

        Assert.Equal(before, IdsOf(tracker, strait, 318));
        foreach (var (vessel, mmsi) in new[] { (0, Mmsi + 1), (1, Mmsi) })
        {
            var shown = Shown(tracker, 318).Single(t => t.Id == before[vessel]);
            Assert.Equal(mmsi, shown.Mmsi);
            Assert.True(shown.Alerts.HasFlag(TrackAlerts.Swap));
        }
    }

    private bool AreKept(Strait strait)
    {
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        List<long> before = [];
        foreach (var m in strait.Run(420))
        {
            Strait.Feed(tracker, m);
            if (before.Count == 0 && m.Arrival > 120)
            {
                before = IdsOf(tracker, strait, m.Arrival);
            }
        }

        return before.Distinct().Count() == before.Count && before.SequenceEqual(IdsOf(tracker, strait, 418));
    }

    [Fact]
    public void The_grid_finds_what_is_in_a_square_and_each_once()
    {
        var (random, foreseen, grid) = (new Random(1), new Foresight(), new TrackGrid());
        foreseen.Resize(500);
        for (var i = 0; i < 500; i++)
        {
            var belief = Kinematics.At(Of(random), Of(random), Spread.Round(1), 0, 0, 1);
            foreseen.Note(i, new FusionTrack { Motion = MotionState.Of(belief, 0) });
        }

        foreseen.Forget(7);
        Assert.True(grid.Near(0, 0, 1000).IsEmpty);
        grid.Fill(foreseen, 500, 0);
        for (var q = 0; q < 50; q++)
        {
            var (x, y) = (Of(random), Of(random));
            var found = grid.Near(x, y, 900).ToArray();
            Assert.Equal(found.Distinct().Order(), found);
            var inside = Enumerable.Range(0, 500).Where(i => i != 7 && foreseen.IsNear(i, 0, x, y, 900)).ToList();
            Assert.NotEmpty(inside);
            Assert.Subset(found.ToHashSet(), inside.ToHashSet());
        }
    }

    [Fact]
    public void The_density_of_another_belief_is_that_of_independent_axes()
    {
        var one = Kinematics.At(0, 0, Spread.Round(100), 1, 2, 4);
        var two = Kinematics.At(10, -20, Spread.Round(300), 2, 4, 5);
        var expected = Math.Exp(-0.5 * (500 / 400.0 + 5 / 9.0)) / (Math.Tau * Math.Tau * 400 * 9);
        Assert.Equal(expected, one.DensityOf(two), 1e-12);
    }

    private static double Of(Random random) => random.NextDouble() * 8000 - 4000;

    private Dictionary<int, long> Ids(FusionTracker tracker, Strait strait, double time) =>
        IdsOf(tracker, strait, time).Index().ToDictionary(i => i.Index, i => i.Item);

    private List<long> IdsOf(FusionTracker tracker, Strait strait, double time) =>
        [
            .. Enumerable
                .Range(0, strait.Vessels)
                .Select(i => Shown(tracker, time).MinBy(t => t.Position.DistanceTo(strait.At(i, time))).Id),
        ];

    private List<SystemTrack> Shown(FusionTracker tracker, double time) =>
        [.. room.Take(tracker.CopyTracks(time, room))];
}
