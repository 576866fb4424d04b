using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

public sealed class MadeTrackTests
{
    private const int Mmsi = 413000001;
    private const double Turn = 2.5;
    private readonly SystemTrack[] room = new SystemTrack[100];

    [Fact]
    public void A_track_that_a_radar_made_is_one_track_whose_doubt_stays_honest()
    {
        var strait = new Strait(1).Add(-3000, 2000, 8, 1);
        var tracker = New(strait);
        for (var t = 1.0; t < 300; t += Turn)
        {
            // Forty metres off, always to the same side, as a filter is.
            tracker.AddRadarTrack(0, 7, t, t + 0.3, strait.At(0, t).Destination(1, 40), 8.1, 1.45);
        }

        var track = Assert.Single(Shown(tracker, 299));
        Assert.Equal((TrackKind.RadarOnly, 0), (track.Kind, track.Mmsi));
        Assert.InRange(track.Position.DistanceTo(strait.At(0, 299)), 0, 80);
        Assert.InRange(track.VelocityEast, 7, 9);
        // Were all 120 reports taken for independent it would hold itself for some metres good.
        Assert.InRange(Doubt(tracker), 12, 80);
    }

    [Fact]
    public void Its_number_may_be_given_to_another_and_that_is_another_track()
    {
        var strait = new Strait(1).Add(-3000, 2000, 8, 1).Add(5000, -1000, -5, 3);
        var tracker = New(strait);
        for (var t = 1.0; t < 60; t += Turn)
        {
            tracker.AddRadarTrack(0, 7, t, t + 0.3, strait.At(0, t), 8.1, 1.45);
        }

        var first = Assert.Single(Shown(tracker, 60)).Id;
        for (var t = 61.0; t < 70; t += Turn)
        {
            tracker.AddRadarTrack(0, 7, t, t + 0.3, strait.At(1, t), null, null);
        }

        Assert.Equal(2, Shown(tracker, 70).Count);
        Assert.Contains(Shown(tracker, 70), t => t.Id == first);
    }

    [Fact]
    public void Plots_of_one_radar_tracks_of_another_and_ais_are_one_vessel()
    {
        var strait = new Strait(4).Add(-3000, 2000, 8, 1, Mmsi);
        var tracker = New(strait);
        var next = 5.0;
        foreach (var measured in strait.Run(120))
        {
            if (measured.Radar == 1)
            {
                continue; // This one tells tracks alone.
            }

            for (; next < measured.Arrival; next += 3)
            {
                tracker.AddRadarTrack(1, 12, next - 0.4, next, strait.At(0, next - 0.4).Destination(2, 25), 8, 1.4);
            }

            Strait.Feed(tracker, measured);
        }

        var track = Assert.Single(Shown(tracker, 118));
        Assert.Equal((TrackKind.Fused, Mmsi), (track.Kind, track.Mmsi));
        Assert.InRange(track.Position.DistanceTo(strait.At(0, 118)), 0, 40);
    }

    [Fact]
    public void A_bearing_goes_to_the_one_track_in_its_direction_and_sharpens_it()
    {
        var strait = new Strait(5).Add(0, 6000, 0, 0).Add(4000, 6000, 0, 0);
        var tracker = New(strait);
        for (var t = 1.0; t < 40; t += Turn)
        {
            tracker.AddRadarTrack(0, 1, t, t + 0.3, strait.At(0, t).Destination(Math.PI / 2, 60), null, null);
            tracker.AddRadarTrack(0, 2, t, t + 0.3, strait.At(1, t), null, null);
        }

        var camera = Strait.Here;
        var before = Shown(tracker, 40).Min(t => t.Position.DistanceTo(strait.At(0, 40)));
        for (var t = 40.0; t < 44; t++)
        {
            Assert.True(tracker.AddBearing(camera, t, t, camera.BearingTo(strait.At(0, t)), 0.001));
        }

        Assert.InRange(Shown(tracker, 44).Min(t => t.Position.DistanceTo(strait.At(0, 44))), 0, before / 2);
        Assert.False(tracker.AddBearing(camera, 44, 44, Math.PI, 0.001)); // Nobody is there.
        Assert.False(tracker.AddBearing(camera, 44, 44, camera.BearingTo(strait.At(0, 44)), 0.5)); // Both may be meant.
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var tracker = New(new Strait(1));
        tracker.AddRadarTrack(0, 1, double.NaN, 10, Strait.Here, null, null);
        tracker.AddRadarTrack(0, 1, 500, 10, Strait.Here, null, null);
        Assert.False(tracker.AddBearing(Strait.Here, 10, 10, double.NaN, 0.1));
        Assert.False(tracker.AddBearing(Strait.Here, 10, 10, 0, 0));
        Assert.Equal(4, tracker.Refused);
        Assert.Empty(Shown(tracker, 10));
    }

    private static FusionTracker New(Strait strait) => new(Strait.Here, strait.Radars);

    private static double Doubt(FusionTracker tracker)
    {
        ref readonly var track = ref tracker.TrackAt(0);
        var belief = track.Motion.Combined();
        return Math.Sqrt(Math.Max(belief.Xx, belief.Yy));
    }

    private List<SystemTrack> Shown(FusionTracker tracker, double time)
    {
        tracker.Advance(time);
        return [.. room.AsSpan(0, tracker.CopyTracks(time, room))];
    }
}
