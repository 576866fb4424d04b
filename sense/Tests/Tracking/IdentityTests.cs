using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking;

public abstract class IdentityTests(Func<TrackIdSource, TrackerOptions, ITracker> make)
{
    [Fact]
    public void One_mmsi_at_two_far_places_is_two_tracks_and_no_teleport()
    {
        var sea = new Sea(make);
        for (var i = 0; i < 3; i++)
        {
            sea.Hear(sea.Report(412000001, east: i * 50), sea.Report(412000001, east: 30_000 - i * 50));
            sea.Wait(10);
        }

        var tracks = sea.Tracks();
        Assert.Equal(2, tracks.Length);
        Assert.Equal([3, 3], tracks.Select(t => t.Observations));
        Assert.All(tracks, t => Assert.True((t.Flags & TrackFlags.DuplicateIdentity) != 0));
        Assert.All(tracks, t => Assert.Equal(TrackStatus.Live, t.Status));
    }

    [Fact]
    public void A_single_report_from_elsewhere_stays_tentative_ends_soon_and_leaves_no_mark()
    {
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001));
        sea.Wait(2);
        sea.Hear(sea.Report(412000001, east: 80_000));
        Assert.Equal(TrackStatus.Tentative, sea.Wait(1).Births[0].Status);
        for (var i = 0; i < 8; i++)
        {
            sea.Hear(sea.Report(412000001, east: i * 50));
            sea.Wait(10);
        }

        var track = Assert.Single(sea.Tracks());
        Assert.Equal((TrackStatus.Live, TrackFlags.None), (track.Status, track.Flags));
    }

    [Fact]
    public void A_recording_brought_at_once_is_one_ship_under_way_and_not_many_of_one_name()
    {
        var sea = new Sea(make);
        // An hour at 18 knots in three tenths of a second: 9 km a minute's worth of reports.
        for (var minute = 0; minute < 60; minute++)
        {
            sea.Hear(sea.Report(412000001, east: minute * 560), sea.Report(412000001, east: minute * 560 + 280));
            sea.Wait(minute % 20 == 19 ? 0.1 : 0);
        }

        var jump = new Sea(make);
        jump.Hear(jump.Report(412000001), jump.Report(412000001, east: 9_000), jump.Report(412000001, east: 9_300));
        var changes = jump.Wait(0.1);
        Assert.Single(sea.Tracks());
        var track = Assert.Single(jump.Tracks());
        Assert.Equal((TrackStatus.Live, TrackFlags.None), (track.Status, track.Flags));
        Assert.Equal(0, changes.Deaths.Length);
    }

    [Fact]
    public void A_recording_that_two_feeds_bring_at_once_is_one_ship_and_all_of_the_second_are_duplicates()
    {
        const int minutes = 120;
        var sea = new Sea(make);
        for (var feed = 1; feed <= 2; feed++)
        {
            for (var minute = 0; minute < minutes; minute++)
            {
                sea.Hear(sea.Report(412000001, east: minute * 560, feed: feed, hash: (ulong)minute + 1));
            }

            sea.Wait(0.1);
        }

        Assert.Equal(minutes, sea.Tracker.Counters.Refused(Refusal.Duplicate));
        var track = Assert.Single(sea.Tracks());
        Assert.Equal((TrackStatus.Live, TrackFlags.None), (track.Status, track.Flags));
        Assert.True(track.Contributions.Includes(1) && track.Contributions.Includes(2));
        Assert.True(track.Position.DistanceTo(sea.Report(412000001, east: (minutes - 1) * 560).Position) < 1);
    }

    [Fact]
    public void A_transmission_is_known_again_when_its_track_was_merged_away_meanwhile()
    {
        var sea = new Sea(make);
        // Too far apart to be one way: three tracks, each but the last merged into the next.
        foreach (var feed in new[] { 1, 2 })
        {
            for (var i = 0; i < 8; i++)
            {
                sea.Hear(sea.Report(412000001, east: i / 2 * 30_000 + i, feed: feed, hash: (ulong)i + 1));
            }

            sea.Wait(0.1);
        }

        Assert.Equal(8, sea.Tracker.Counters.Refused(Refusal.Duplicate));
        Assert.Single(sea.Tracks());
    }

    [Fact]
    public void A_ship_that_jumped_is_one_again_as_soon_as_the_old_place_is_silent()
    {
        // A recording that begins anew after its end: the same ship, far back on its way.
        var sea = new Sea(make);
        sea.Hear(sea.Report(412000001, east: 90_000));
        sea.Wait(10);
        TrackEnd? end = null;
        for (var i = 0; i < 12; i++)
        {
            sea.Hear(sea.Report(412000001, east: i * 50));
            var changes = sea.Wait(10);
            end ??= changes.Deaths.Length > 0 ? changes.Deaths[0] : null;
        }

        var track = Assert.Single(sea.Tracks());
        Assert.Equal(TrackFlags.None, track.Flags);
        Assert.Equal((TrackEndReason.Merged, track.Id), (end?.Reason, end?.Successor));
    }

    [Fact]
    public void The_mark_of_a_shared_identity_goes_when_the_other_ends()
    {
        var sea = new Sea(make);
        for (var i = 0; i < 60; i++)
        {
            sea.Hear(sea.Report(412000001, east: i * 50));
            if (i < 3)
            {
                sea.Hear(sea.Report(412000001, east: 30_000));
            }

            sea.Wait(10);
        }

        Assert.Equal(TrackFlags.None, Assert.Single(sea.Tracks()).Flags);
    }

    [Fact]
    public void Ships_whose_transponders_were_never_given_a_number_are_tracks_told_apart_by_place()
    {
        var sea = new Sea(make);
        for (var i = 0; i < 4; i++)
        {
            sea.Hear(
                sea.Report(412000001) with
                {
                    Mmsi = 0,
                },
                sea.Report(412000001, east: 40_000 + i * 50) with
                {
                    Mmsi = null,
                }
            );
            sea.Wait(10);
        }

        var tracks = sea.Tracks();
        Assert.Equal([4, 4], tracks.Select(t => t.Observations));
        Assert.All(tracks, t => Assert.Null(t.Mmsi));
        Assert.All(tracks, t => Assert.Equal((0, TrackFlags.None), (t.IdentityProbability, t.Flags)));
        sea.Wait(3600);
        sea.Hear(sea.Report(412000001) with { Mmsi = 0 });
        Assert.DoesNotContain(Assert.Single(sea.Tracks()).Id, tracks.Select(t => t.Id));
    }

    [Fact]
    public void A_number_that_everybody_uses_does_not_take_all_memory()
    {
        var sea = new Sea(make);
        for (var i = 0; i < 100; i++)
        {
            sea.Hear(sea.Report(123456789, north: i * 20_000));
        }

        Assert.Equal(8, sea.Tracks().Length);
        Assert.Equal(92, sea.Tracker.Counters.Refused(Refusal.IdentityCrowded));
    }

    [Fact]
    public void A_full_tracker_sheds_the_longest_lost_and_refuses_when_all_are_live()
    {
        var sea = new Sea(make, new TrackerOptions { MaximumTracks = 10 });
        for (var i = 0; i < 12; i++)
        {
            sea.Hear(sea.Report(412000000 + i, east: i * 100));
        }

        Assert.Equal(2, sea.Tracker.Counters.Refused(Refusal.TrackerFull));
        sea.Wait(30);
        sea.Hear(sea.Report(412000005, east: 500));
        sea.Wait(40);
        sea.Hear(sea.Report(412000099));
        var changes = sea.Wait(1);
        Assert.Equal(412000000, changes.Deaths[0].Last.Mmsi);
        Assert.Equal(TrackEndReason.Shed, changes.Deaths[0].Reason);
        Assert.Equal(changes.Deaths[0].Last.Slot, changes.Births[0].Slot);
        Assert.True(changes.Births[0].Generation > changes.Deaths[0].Last.Generation);
        Assert.Equal(10, sea.Tracks().Length);
    }

    [Fact]
    public void Ids_are_uuids_of_version_7_that_sort_by_birth_and_differ_by_epoch()
    {
        var source = new TrackIdSource(epoch: 5);
        var later = Sea.Start.AddMilliseconds(1);
        TrackId[] ids = [source.Next(Sea.Start), source.Next(Sea.Start), source.Next(later)];
        Assert.All(ids, id => Assert.Equal(7, id.Value.Version));
        Assert.Equal(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal), ids.Select(i => i.ToString()));
        Assert.NotEqual(ids[0], new TrackIdSource(epoch: 6).Next(Sea.Start));
        Assert.Equal(ids[0], new TrackIdSource(epoch: 5).Next(Sea.Start));
    }

    [Fact]
    public void A_hundred_thousand_ids_of_one_instant_are_all_different()
    {
        var source = new TrackIdSource(epoch: 5);
        var ids = Enumerable.Range(0, 100_000).Select(_ => source.Next(Sea.Start)).ToHashSet();
        Assert.Equal(100_000, ids.Count);
    }
}
