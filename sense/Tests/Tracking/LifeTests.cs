using Fourfold.Geo;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking;

public abstract class LifeTests(Func<TrackIdSource, TrackerOptions, ITracker> make)
{
    [Fact]
    public void A_first_report_is_a_birth_and_the_next_a_change_of_the_same_track()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001));
        var birth = sea.Wait(1).Births[0];
        sea.Hear(sea.Report(412000001, east: 20));
        var changes = sea.Wait(1);
        Assert.Equal(0, changes.Births.Length);
        Assert.Equal(birth.Id, changes.Changes[0].Id);
        Assert.Equal(birth.Slot, changes.Changes[0].Slot);
        Assert.Equal(2, changes.Changes[0].Observations);
        Assert.Equal(0, sea.Wait(1).Changes.Length);
    }

    [Fact]
    public void Several_reports_between_two_looks_are_one_change_and_all_fixes()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, east: 0, ago: 4), sea.Report(412000001, east: 10, ago: 2));
        sea.Hear(sea.Report(412000001, east: 20));
        var changes = sea.Wait(0.1);
        Assert.Equal(1, changes.Births.Length + changes.Changes.Length);
        Assert.Equal(3, changes.Fixes.Length);
    }

    [Theory]
    [InlineData(ObservationKind.AisClassA, 12.0, NavigationStatus.UnderWayUsingEngine, 60, 360)]
    [InlineData(ObservationKind.AisClassA, 0.0, NavigationStatus.AtAnchor, 420, 720)]
    [InlineData(ObservationKind.AisClassB, 12.0, null, 120, 360)]
    [InlineData(ObservationKind.AisClassB, 0.3, null, 420, 720)]
    [InlineData(ObservationKind.AisAidToNavigation, null, null, 600, 1200)]
    public void A_silent_track_is_lost_then_ends_after_the_time_of_its_class(
        ObservationKind kind,
        double? knots,
        NavigationStatus? status,
        int lostAfter,
        int endsAfter
    )
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, knots: knots, kind: kind, status: status));
        sea.Wait(lostAfter - 1);
        Assert.Equal(TrackStatus.Live, sea.Changes.Births[0].Status);
        Assert.Equal(TrackStatus.Lost, sea.Wait(1).Changes[0].Status);
        Assert.Equal(0, sea.Wait(endsAfter - lostAfter - 1).Deaths.Length);
        var death = sea.Wait(1).Deaths[0];
        Assert.Equal((TrackEndReason.Silent, TrackStatus.Ended), (death.Reason, death.Last.Status));
        Assert.Equal(0, sea.Tracker.Counters.Tracks);
    }

    [Fact]
    public void A_ship_that_comes_back_within_two_hours_is_the_same_track_with_another_slot_or_generation()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001));
        var before = sea.Wait(1).Births[0];
        sea.Wait(1800);
        sea.Hear(sea.Report(412000001, east: 9_000));
        var after = sea.Wait(1).Births[0];
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(before.FirstObservedAt, after.FirstObservedAt);
        Assert.NotEqual((before.Slot, before.Generation), (after.Slot, after.Generation));
        Assert.Equal(1, sea.Tracker.Counters.Returns);
    }

    [Fact]
    public void One_transmission_through_two_receivers_counts_once_and_both_are_remembered()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, feed: 1, hash: 99), sea.Report(412000001, feed: 2, hash: 99));
        sea.Wait(20);
        // The second receiver's line is slow by twenty seconds and gives its own time.
        sea.Hear(sea.Report(412000001, east: 100, feed: 1, hash: 100));
        sea.Wait(20);
        sea.Hear(sea.Report(412000001, east: 100, feed: 2, hash: 100));
        var track = Assert.Single(sea.Tracks());
        Assert.Equal(2, track.Observations);
        Assert.True(track.Contributions.Includes(1) && track.Contributions.Includes(2));
        Assert.Equal(2, sea.Tracker.Counters.Refused(Refusal.Duplicate));
    }

    [Fact]
    public void Without_a_hash_equal_contents_within_five_seconds_are_one()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, feed: 1), sea.Report(412000001, feed: 2, ago: 3));
        Assert.Equal(1, sea.Tracker.Counters.Refused(Refusal.Duplicate));
        sea.Wait(180);
        sea.Hear(sea.Report(412000001, feed: 1)); // a ship at rest says the same again, and it is news
        Assert.Equal(2, Assert.Single(sea.Tracks()).Observations);
    }

    [Fact]
    public void A_late_report_goes_into_the_trail_and_not_into_the_state()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, east: 0));
        sea.Wait(60);
        sea.Hear(sea.Report(412000001, east: 600));
        sea.Hear(sea.Report(412000001, east: 300, ago: 30));
        var changes = sea.Wait(0.1);
        Assert.Equal([false, true], changes.Fixes.ToArray().Select(f => f.IsLate));
        var track = Assert.Single(sea.Tracks());
        Assert.Equal(600, new LocalFrame(Sea.Here).ToLocal(track.Position).East, 0.1);
        var trail = new TrailPoint[120];
        var points = sea.Tracker.CopyTrail(track.Id, trail);
        var east = trail[..points].Select(p => Math.Round(new LocalFrame(Sea.Here).ToLocal(p.Position).East));
        Assert.Equal([0, 300, 600], east);
        Assert.Equal(1, sea.Tracker.Counters.Late);
    }

    [Fact]
    public void What_cannot_be_used_is_counted_by_cause()
    {
        var sea = new Sea(make);
        var good = sea.Report(412000001);
        sea.Hear(
            good with
            {
                Mmsi = null,
                Kind = ObservationKind.AisBaseStation,
            },
            good with
            {
                Mmsi = 1_000_000_000,
            },
            good with
            {
                Position = Position.FromDegrees(latitude: 91, longitude: 181),
            },
            good with
            {
                ObservedAt = sea.Now.AddSeconds(11),
            },
            good with
            {
                ObservedAt = sea.Now.AddMinutes(-16),
            },
            good with
            {
                Kind = ObservationKind.CameraBearing,
            }
        );
        var counters = sea.Tracker.Counters;
        Assert.Equal(0, counters.Tracks);
        Assert.Equal(2, counters.Refused(Refusal.NoIdentity));
        Assert.Equal(1, counters.Refused(Refusal.NoPosition));
        Assert.Equal(1, counters.Refused(Refusal.FromTheFuture));
        Assert.Equal(1, counters.Refused(Refusal.TooOld));
        Assert.Equal(1, counters.Refused(Refusal.KindNotSupported));
        Assert.Equal(6, counters.Observations);
    }

    [Fact]
    public void A_report_a_little_ahead_of_our_clock_counts_as_now()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001) with { ObservedAt = sea.Now.AddSeconds(8) });
        Assert.Equal(sea.Now, Assert.Single(sea.Tracks()).At);
    }

    [Fact]
    public void A_course_under_half_a_knot_is_noise_and_the_last_steady_one_stays()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, knots: 8, courseDegrees: 45));
        sea.Wait(10);
        sea.Hear(sea.Report(412000001, east: 5, knots: 0.3, courseDegrees: 270));
        var track = Assert.Single(sea.Tracks());
        Assert.Equal(45, Angle.ToDegrees(track.Course!.Value), 1e-9);
        Assert.Equal((0, 0), (track.VelocityEast, track.VelocityNorth));
    }

    [Fact]
    public void Speed_and_course_come_from_two_places_when_the_ship_says_neither()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, knots: null, courseDegrees: null));
        Assert.Null(Assert.Single(sea.Tracks()).Speed);
        sea.Wait(60);
        sea.Hear(sea.Report(412000001, north: 300, knots: null, courseDegrees: null));
        var track = Assert.Single(sea.Tracks());
        Assert.Equal(5, track.Speed!.Value, 0.01);
        Assert.Equal(0, Angle.Difference(0, track.Course!.Value), 1e-6);
    }

    [Fact]
    public void A_lost_ship_is_drawn_ahead_along_its_course_but_not_for_ever()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, knots: 10, courseDegrees: 90));
        sea.Wait(300);
        var track = Assert.Single(sea.Tracks());
        var seconds = TimeSpan.FromSeconds(120);
        var ahead = new LocalFrame(Sea.Here).ToLocal(track.PositionAt(sea.Now, limit: seconds));
        Assert.Equal(Geo.Speed.FromKnots(10) * 120, ahead.East, 1.0);
        Assert.Equal(0, ahead.North, 1.0);
    }

    [Fact]
    public void A_coarse_long_range_report_does_not_move_a_ship_heard_finely_within_the_minute()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001));
        sea.Wait(30);
        sea.Hear(sea.Report(412000001, east: 500, kind: ObservationKind.AisLongRange));
        Assert.Equal(0, new LocalFrame(Sea.Here).ToLocal(Assert.Single(sea.Tracks()).Position).East, 0.1);
        sea.Wait(40);
        sea.Hear(sea.Report(412000001, east: 700, kind: ObservationKind.AisLongRange));
        Assert.Equal(700, new LocalFrame(Sea.Here).ToLocal(Assert.Single(sea.Tracks()).Position).East, 0.1);
    }

    [Fact]
    public void The_trail_keeps_twenty_minutes_at_ten_seconds_and_no_more()
    {
        var sea = new Sea(make);
        for (var i = 0; i < 1_000; i++)
        {
            sea.Hear(sea.Report(412000001, east: i * 15));
            sea.Wait(3);
        }

        var trail = new TrailPoint[200];
        var points = sea.Tracker.CopyTrail(sea.Tracks()[0].Id, trail);
        Assert.InRange(points, 95, 120);
        for (var i = 1; i < points; i++)
        {
            Assert.InRange((trail[i].At - trail[i - 1].At).TotalSeconds, 10, 12.5);
        }

        Assert.InRange((sea.Tracks()[0].At - trail[0].At).TotalMinutes, 18.9, 20.1);
    }

    [Fact]
    public void Simulated_reports_make_simulated_tracks()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001) with { Simulated = true }, sea.Report(412000002, east: 3_000));
        Assert.Equal([true, false], sea.Tracks().Select(t => t.IsSimulated));
    }
}
