using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>How hard a thing may turn.</summary>
public sealed class MotionStateTests
{
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(2.5, 0.225)]
    [InlineData(8, 1.38)]
    [InlineData(40, 7)]
    public void In_company_the_hard_turn_is_as_hard_as_the_speed_allows(double speed, double noise)
    {
        Assert.Equal(noise, NoiseAt(speed, isInCompany: true), 1e-3);
        Assert.Equal(7, NoiseAt(speed, isInCompany: false), 1e-3);
    }

    private static double NoiseAt(double speed, bool isInCompany)
    {
        var state = MotionState.Of(Kinematics.At(0, 0, Spread.Round(100), 0, speed, 0), time: 0);
        state.IsInCompany = isInCompany;
        state.Predict(1e-6);
        return state.Belief[MotionState.Models - 1].Uu / 1e-6;
    }

    [Theory]
    [InlineData(100, 6)]
    [InlineData(600, 25)]
    public void What_is_seen_first_beside_another_is_thought_to_be_slow(double apart, double variance)
    {
        var radar = new RadarSensor { Position = Strait.Here };
        var tracker = new FusionTracker(Strait.Here, [radar]);
        double[] ways = [5000, 5000 + apart];
        foreach (var way in ways)
        {
            var at = new LocalPoint(way, way);
            tracker.AddPlot(0, 0.3, 0.5, at.Length, Angle.Wrap(at.Bearing));
        }

        tracker.Advance(2);
        Assert.Equal(2, tracker.Count);
        Assert.Equal(variance, tracker.TrackAt(0).Motion.Belief[0].Uu);
        Assert.Equal(variance, tracker.TrackAt(1).Motion.Belief[0].Uu);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.5)]
    public void A_fast_boat_that_lay_still_and_starts_with_all_it_has_keeps_its_track(double acceleration)
    {
        var radar = new RadarSensor { Position = Strait.Here };
        var (tracker, room) = (new FusionTracker(Strait.Here, [radar]), new SystemTrack[10]);
        var ids = new HashSet<long>();
        for (var turn = 0; turn < 60; turn++)
        {
            var time = turn * 2.5 + 0.3;
            var started = Math.Clamp(time - 80, 0, 15);
            var way = 0.5 * acceleration * started * started + acceleration * started * Math.Max(0, time - 95);
            var at = new LocalPoint(5000 + way, 5000 - 0.5 * way);
            tracker.AddPlot(0, time, time + 0.2, at.Length, Angle.Wrap(at.Bearing));
            tracker.Advance(time + 1.5);
            foreach (ref readonly var track in room.AsSpan(0, tracker.CopyTracks(time + 1.5, room)))
            {
                ids.Add(track.Id);
            }
        }

        Assert.Single(ids);
        Assert.Equal(1, tracker.CopyTracks(150, room));
        Assert.True(room[0].RadarAge < 5);
    }
}
