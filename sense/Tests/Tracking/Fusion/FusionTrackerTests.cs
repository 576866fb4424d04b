using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

public sealed class FusionTrackerTests
{
    private const int Mmsi = 413000001;
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Fact]
    public void A_vessel_that_radar_and_ais_see_is_one_track_for_life()
    {
        var strait = new Strait(1).Add(-3000, 2000, 8, 1, Mmsi);
        var tracker = New(strait);
        var ids = new HashSet<long>();
        foreach (var measured in strait.Run(240))
        {
            Strait.Feed(tracker, measured);
            var shown = Shown(tracker, measured.Arrival);
            Assert.True(shown.Count <= 1 || measured.Arrival < 60);
            ids.UnionWith(shown.Select(t => t.Id));
        }

        var track = Assert.Single(Shown(tracker, 238));
        Assert.Equal((TrackKind.Fused, Mmsi, TrackAlerts.None), (track.Kind, track.Mmsi, track.Alerts));
        Assert.InRange(track.Position.DistanceTo(strait.At(0, 238)), 0, 25);
        Assert.InRange(track.VelocityEast, 7, 9);
        Assert.Single(ids);
    }

    [Fact]
    public void A_vessel_that_falls_silent_goes_on_under_its_id_and_is_dark_within_a_minute()
    {
        var strait = new Strait(2).Add(-3000, 2000, 8, 1, Mmsi, aisTo: 100);
        var tracker = New(strait);
        long id = 0;
        foreach (var measured in strait.Run(240))
        {
            Strait.Feed(tracker, measured);
            if (measured.Arrival < 100 && Shown(tracker, measured.Arrival) is [var only])
            {
                id = only.Id;
                Assert.Equal(TrackAlerts.None, only.Alerts);
            }
            else if (measured.Arrival > 165)
            {
                Assert.Contains(Shown(tracker, measured.Arrival), t => t.Id == id && t.Alerts == TrackAlerts.Dark);
            }
        }

        Assert.NotEqual(0, id);
    }

    [Fact]
    public void A_boat_without_ais_is_seen_by_radar_alone_and_bears_no_identity()
    {
        var strait = new Strait(3).Add(-3000, 2000, 8, 1);
        var tracker = New(strait);
        strait.Run(120).ForEach(m => Strait.Feed(tracker, m));
        var track = Assert.Single(Shown(tracker, 118));
        Assert.Equal((TrackKind.RadarOnly, 0, TrackAlerts.Dark), (track.Kind, track.Mmsi, track.Alerts));
        Assert.InRange(track.Position.DistanceTo(strait.At(0, 118)), 0, 60);
    }

    [Fact]
    public void Ais_where_radar_should_see_something_and_sees_nothing_is_a_ghost()
    {
        var strait = new Strait(4).Add(-3000, 2000, 8, 1, Mmsi);
        var tracker = New(strait);
        var ghost = new Strait(5).Add(4000, -1000, 5, 5, 413000002, aisFrom: 60);
        var reports = ghost.Run(150).Where(m => m.Radar < 0);
        foreach (var measured in strait.Run(150).Concat(reports).OrderBy(m => m.Arrival))
        {
            Strait.Feed(tracker, measured);
            Assert.DoesNotContain(
                Shown(tracker, measured.Arrival),
                t => t.Mmsi == 413000002 && t.Kind != TrackKind.Ghost
            );
        }

        Assert.Contains(Shown(tracker, 148), t => t.Mmsi == 413000002 && t.Kind == TrackKind.Ghost);
    }

    [Fact]
    public void How_often_time_is_told_to_pass_changes_nothing()
    {
        var measured = Busy(6).Run(90);
        var seldom = New(Busy(6));
        var often = New(Busy(6));
        var last = 0.0;
        foreach (var m in measured)
        {
            for (var t = last; t < m.Arrival; t += 0.07)
            {
                often.Advance(t);
            }

            last = m.Arrival;
            Strait.Feed(often, m);
            Strait.Feed(seldom, m);
        }

        Assert.Equal(Shown(seldom, 89), Shown(often, 89));
        Assert.True(Shown(often, 89).Count >= 10);
    }

    [Fact]
    public void A_radar_that_is_off_for_a_minute_ends_no_track_that_the_other_holds()
    {
        var strait = new Strait(7) { Silence = (0, 100, 160) }
            .Add(-3000, 2000, 8, 1, Mmsi)
            .Add(2000, 6000, -6, 2);
        var tracker = New(strait);
        var before = new HashSet<long>();
        foreach (var measured in strait.Run(220))
        {
            Strait.Feed(tracker, measured);
            if (measured.Arrival is > 80 and < 100)
            {
                before.UnionWith(Shown(tracker, measured.Arrival).Select(t => t.Id));
            }
        }

        Assert.Equal(2, before.Count);
        Assert.Equal(before, [.. Shown(tracker, 218).Select(t => t.Id)]);
    }

    [Fact]
    public void After_the_busiest_moment_nothing_is_allocated()
    {
        var strait = Busy(8);
        var measured = strait.Run(200);
        var tracker = New(strait);
        var warm = measured.Count / 2;
        measured.Take(warm).ToList().ForEach(m => Strait.Feed(tracker, m));
        Assert.InRange(Strait.LeastAllocated(tracker, [.. measured.Skip(warm)]), 0, 1024);
    }

    [Fact]
    public void What_cannot_be_is_refused_and_counted_and_nothing_throws()
    {
        var tracker = New(new Strait(9));
        double[] odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 1e300, 0, 3];
        foreach (var a in odd)
        {
            foreach (var b in odd)
            {
                tracker.AddPlot(0, a, 100, b, 1);
                tracker.AddPlot(0, 100, 100, a, b);
                tracker.AddAis(new AisFix(Mmsi, a, Strait.Here, b, 0, IsClassB: false), 100);
            }
        }

        tracker.Advance(1e9);
        tracker.AddPlot(0, 1e9, 1e9, 5000, 1);
        tracker.Advance(1e12);
        Assert.True(tracker.Refused > 60);
        Assert.Equal(0, tracker.CopyTracks(1e12, room));
    }

    [Fact]
    public void Under_any_clutter_there_are_no_more_tracks_than_allowed()
    {
        var strait = new Strait(10) { Clutter = 3000 }.Add(-3000, 2000, 8, 1, Mmsi);
        var tracker = new FusionTracker(Strait.Here, strait.Radars, capacity: 500);
        foreach (var measured in strait.Run(20))
        {
            Strait.Feed(tracker, measured);
            Assert.InRange(tracker.Count, 0, 500);
        }

        Assert.Contains(Shown(tracker, 19), t => t.Mmsi == Mmsi);
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

    private static FusionTracker New(Strait strait) => new(Strait.Here, strait.Radars);

    private List<SystemTrack> Shown(FusionTracker tracker, double time) =>
        [.. room.Take(tracker.CopyTracks(time, room))];
}
