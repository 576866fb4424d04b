using Fourfold.Sense.Tests.Tracking.Fusion;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking;

public sealed class SystemTrackerTests
{
    private const int Mmsi = 413000001;

    [Fact]
    public void Radar_and_ais_of_one_vessel_are_one_fused_track_with_all_its_sources()
    {
        var run = new StraitRun(new Strait(1).Add(-3000, 2000, 8, 1, Mmsi));
        run.Play(120);
        var track = Assert.Single(run.Shown());
        Assert.Equal((TrackKind.Fused, (int?)Mmsi, TrackFlags.None), (track.Kind, track.Mmsi, track.Flags));
        Assert.Equal(Transponder.ClassA, track.Transponder);
        Assert.Equal(
            [(1, 0), (StraitRun.RadarFeed, 1), (StraitRun.RadarFeed, 2)],
            Sources(track).Select(c => (c.FeedNumber, c.SensorNumber)).Order()
        );
        Assert.InRange(track.Position.DistanceTo(run.Strait.At(0, run.SecondsOf(track.At))), 0, 40);
        Assert.InRange(track.Covariance.PositionMetres, 2, 40);
        Assert.InRange(track.VelocityEast, 7, 9);
        Assert.Single(run.Births);
        Assert.Contains(run.Fixes, f => f.Kind == ObservationKind.RadarPlot && f.Id == track.Id);
        Assert.Contains(run.Fixes, f => f.Kind == ObservationKind.AisClassA && f.Id == track.Id);
        Assert.NotEmpty(run.TrailOf(track.Id));
    }

    [Fact]
    public void A_camera_that_sees_a_track_in_its_direction_is_among_its_sources_and_begins_none()
    {
        var run = new StraitRun(new Strait(1).Add(-3000, 2000, 8, 1, Mmsi));
        run.Play(120);
        var before = Assert.Single(run.Shown());
        var azimuth = Strait.Here.BearingTo(run.Strait.At(0, 119.5));
        run.See(Bearing(run, azimuth), Bearing(run, azimuth + Math.PI));
        run.Play(121);
        var track = Assert.Single(run.Shown());
        Assert.Equal(before.Id, track.Id);
        var word = Assert.Single(Sources(track), c => c.Kind == ObservationKind.CameraBearing);
        Assert.Equal((9, 77), (word.FeedNumber, word.SensorNumber));
        Assert.InRange((run.Now - word.ObservedAt).TotalSeconds, 1, 2);
    }

    [Fact]
    public void A_bearing_without_its_doubt_is_refused()
    {
        var run = new StraitRun(new Strait(1).Add(-3000, 2000, 8, 1, Mmsi));
        run.Play(20);
        var refused = run.Tracker.Counters.Refused(Refusal.NoPosition);
        run.See(Bearing(run, 1) with { AzimuthDeviation = null }, Bearing(run, double.NaN));
        Assert.Equal(refused + 2, run.Tracker.Counters.Refused(Refusal.NoPosition));
    }

    private static Observation Bearing(StraitRun run, double azimuth) =>
        new()
        {
            Kind = ObservationKind.CameraBearing,
            ObservedAt = run.Now.AddSeconds(-0.5),
            ReceivedAt = run.Now,
            Raw = new RawRef(9, 0, 40),
            SensorNumber = 77,
            Position = Strait.Here,
            Azimuth = azimuth,
            AzimuthDeviation = 0.002,
        };

    [Fact]
    public void A_boat_without_ais_is_a_radar_track_with_nothing_of_an_identity()
    {
        var run = new StraitRun(new Strait(3).Add(-3000, 2000, 8, 1));
        run.Play(120);
        var track = Assert.Single(run.Shown());
        Assert.Equal((TrackKind.RadarOnly, TrackFlags.Dark, (int?)null), (track.Kind, track.Flags, track.Mmsi));
        Assert.Equal((Transponder.None, (double?)null), (track.Transponder, track.Heading));
        Assert.InRange(track.Speed ?? 0, 7, 9);
    }

    [Fact]
    public void Who_falls_silent_keeps_its_id_and_loses_all_that_its_mmsi_said()
    {
        var run = new StraitRun(new Strait(2).Add(-3000, 2000, 8, 1, Mmsi, aisTo: 100));
        run.Play(95);
        var before = Assert.Single(run.Shown());
        run.Play(640);
        var after = Assert.Single(run.Shown());
        Assert.Equal(before.Id, after.Id);
        Assert.Equal((TrackKind.RadarOnly, (int?)null), (after.Kind, after.Mmsi));
        Assert.Equal((TrackFlags.Dark, Transponder.None), (after.Flags, after.Transponder));
        Assert.Null(after.LengthMetres);
        Assert.Single(run.Births);
        Assert.Empty(run.Deaths);
    }

    [Fact]
    public void Who_speaks_up_later_keeps_the_id_that_radar_gave()
    {
        var run = new StraitRun(new Strait(12).Add(-3000, 2000, 8, 1, Mmsi, aisFrom: 60));
        run.Play(55);
        var before = Assert.Single(run.Shown());
        run.Play(140);
        var after = Assert.Single(run.Shown());
        Assert.Equal((before.Id, TrackKind.Fused, (int?)Mmsi), (after.Id, after.Kind, after.Mmsi));
    }

    [Fact]
    public void Who_sails_out_of_reach_goes_on_by_ais_under_its_id()
    {
        var run = new StraitRun(new Strait(6).Add(-38_000, -2000, -60, 0, Mmsi));
        run.Play(30);
        Assert.Equal(TrackKind.Fused, Assert.Single(run.Shown()).Kind);
        run.Play(200);
        Assert.Equal(TrackKind.AisOnly, Assert.Single(run.Shown()).Kind);
        Assert.Single(run.Births);
    }

    [Fact]
    public void Two_that_exchange_their_numbers_are_told_and_keep_their_ids()
    {
        var strait = new Strait(8)
            .Add(-6000, 3000, 6, 0, Mmsi, aisTo: 100)
            .Add(5000, -2000, -5, 2, Mmsi + 1, aisTo: 100);
        var liars = new Strait(9).Add(-6000, 3000, 6, 0, Mmsi + 1, aisFrom: 100).Add(5000, -2000, -5, 2, Mmsi, 100);
        var run = new StraitRun(strait, liars);
        run.Play(95);
        var before = run.Shown().ToDictionary(t => t.Mmsi!.Value, t => t.Id); // Both have named themselves by then.
        run.Play(160);
        var after = run.Shown().Where(t => t.Kind == TrackKind.Fused).ToDictionary(t => t.Mmsi!.Value);
        Assert.Equal((before[Mmsi], before[Mmsi + 1]), (after[Mmsi + 1].Id, after[Mmsi].Id));
        Assert.All(after.Values, t => Assert.True(t.Flags.HasFlag(TrackFlags.SwappedIdentity)));
    }

    [Fact]
    public void A_false_position_marks_the_echo_and_is_itself_a_ghost()
    {
        var strait = new Strait(10).Add(-6000, 3000, 6, 0, Mmsi, aisTo: 100);
        var liar = new Strait(11).Add(-5000, 4200, 6, 0, Mmsi, aisFrom: 100);
        var run = new StraitRun(strait, liar);
        run.Play(95);
        var before = Assert.Single(run.Shown());
        run.Play(150);
        var echo = Assert.Single(run.Shown(), t => t.Id == before.Id);
        Assert.True(echo.Flags.HasFlag(TrackFlags.OffsetPosition));
        Assert.InRange(echo.Position.DistanceTo(strait.At(0, run.SecondsOf(echo.At))), 0, 60);
        var ghost = Assert.Single(run.Shown(), t => t.Kind == TrackKind.Ghost);
        Assert.InRange(ghost.Position.DistanceTo(liar.At(0, run.SecondsOf(ghost.At))), 0, 60);
    }

    [Fact]
    public void A_track_that_a_radar_made_is_shown_with_its_source_and_goes_when_it_ends()
    {
        var strait = new Strait(1).Add(-3000, 2000, 8, 1);
        var tracker = new SystemTracker(new TrackIdSource(3), new TrackerOptions { MaximumTracks = 50 });
        tracker.SetRadars([new RadarSetup(4, strait.Radars[0])]);
        var changes = new TrackChanges();
        var room = new TrackState[50];
        for (var t = 0.0; t < 60; t += 2.5)
        {
            var at = StraitRun.Start.AddSeconds(t);
            var report = new Observation
            {
                Kind = ObservationKind.RadarTrack,
                ObservedAt = at,
                ReceivedAt = at,
                Raw = new RawRef(StraitRun.RadarFeed, (long)t, 60),
                SensorNumber = 4,
                SensorTrackNumber = 12,
                Position = strait.At(0, t),
                Speed = 8.1,
                Course = 1.45,
                LengthMetres = 30,
            };
            tracker.Apply([report], at);
            tracker.Advance(at, changes);
        }

        var track = Assert.Single(room[..tracker.CopyTracks(room)]);
        Assert.Equal((TrackKind.RadarOnly, (int?)null, 30.0), (track.Kind, track.Mmsi, track.LengthMetres));
        Assert.Equal(
            (StraitRun.RadarFeed, 4),
            (track.Contributions[0].FeedNumber, track.Contributions[0].SensorNumber)
        );
        tracker.Advance(StraitRun.Start.AddSeconds(200), changes);
        Assert.Equal(1, changes.Deaths.Length);
    }

    [Fact]
    public void Ais_that_no_radar_sees_is_a_ghost_once_it_should_have()
    {
        var run = new StraitRun(
            new Strait(4).Add(-3000, 2000, 8, 1, Mmsi),
            new Strait(5).Add(4000, -1000, 5, 5, Mmsi + 1, 60)
        );
        run.Play(150);
        Assert.Equal(TrackKind.Ghost, Assert.Single(run.Shown(), t => t.Mmsi == Mmsi + 1).Kind);
    }

    [Fact]
    public void Plots_of_a_radar_nobody_knows_are_counted()
    {
        var run = new StraitRun(new Strait(1).Add(-3000, 2000, 8, 1));
        run.Tracker.SetRadars([]);
        run.Play(10);
        Assert.True(run.Tracker.Counters.Refused(Refusal.SensorNotKnown) > 0);
        Assert.Empty(run.Shown());
    }

    [Fact]
    public void Other_radars_leave_ais_tracks_alone_and_keep_what_was_learned()
    {
        var run = new StraitRun(new Strait(1).Add(-3000, 2000, 8, 1, Mmsi).Add(3000, 3000, 4, 4));
        run.Play(120);
        var fused = Assert.Single(run.Shown(), t => t.Mmsi == Mmsi);
        run.Tracker.SetRadars([run.Tracker.Radars[0]]);
        run.Play(121);
        Assert.Equal(fused.Id, Assert.Single(run.Shown()).Id);
        run.Play(180);
        Assert.Equal(2, run.Shown().Count);
        Assert.Equal(TrackKind.Fused, Assert.Single(run.Shown(), t => t.Id == fused.Id).Kind);
    }

    [Fact]
    public void A_clock_set_back_ends_all_and_all_is_found_again()
    {
        var run = new StraitRun(new Strait(1).Add(-3000, 2000, 8, 1, Mmsi).Add(3000, 3000, 4, 4));
        run.Play(100);
        Assert.Equal(2, run.Shown().Count);
        run.Tracker.StartAnew(run.Now);
        run.Play(160);
        Assert.Equal(2, run.Deaths.Count(d => d.Reason == TrackEndReason.ClockSet));
        Assert.Equal(2, run.Shown().Count);
    }

    [Fact]
    public void The_same_input_gives_the_same_output()
    {
        var (one, two) = (Sea(20), Sea(20));
        one.Play(200);
        two.Play(200);
        Assert.Equal(one.Lines, two.Lines);
    }

    [Fact]
    public void Slots_are_unique_and_counts_add_up()
    {
        var run = Sea(21);
        run.Play(300);
        var counters = run.Tracker.Counters;
        var ended = Enum.GetValues<TrackEndReason>().Sum(counters.Ended);
        Assert.Equal(counters.Births, counters.Tracks + ended);
        Assert.Equal(run.All().Select(t => t.Slot), run.Alive.Keys.Order());
        Assert.Equal(run.All().Select(t => t.Id), run.Alive.OrderBy(p => p.Key).Select(p => p.Value));
    }

    private static StraitRun Sea(int seed)
    {
        var strait = new Strait(seed);
        var random = new Random(seed);
        for (var i = 0; i < 40; i++)
        {
            var (x, y) = (random.Next(-15_000, 15_000), random.Next(-5000, 12_000));
            var (u, v) = (random.Next(-8, 8), random.Next(-8, 8));
            var (from, to) = (random.Next(0, 200), random.Next(50, 400));
            strait.Add(x, y, u, v, i % 4 == 0 ? 0 : Mmsi + i, from, to);
        }

        return new StraitRun(strait);
    }

    private static Contribution[] Sources(TrackState track) =>
        [.. Enumerable.Range(0, track.Contributions.Count).Select(i => track.Contributions[i])];
}
