using Fourfold.Geo;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>Ids that outlive what happens to sensors.</summary>
public sealed class ContinuityTests
{
    private const int Mmsi = 413000001;
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Fact]
    public void While_no_radar_looks_a_track_goes_on_for_a_minute_and_a_half()
    {
        var strait = new Strait(21).Add(-3000, 2000, 8, 1);
        var (before, during, after) = Play(strait, m => m.Time is < 100 or > 160, 220, shownAt: [98, 150, 218]);
        Assert.Equal((before, before), (during, after));
    }

    [Fact]
    public void A_vessel_that_was_hidden_for_minutes_takes_its_id_back()
    {
        var strait = new Strait(22).Add(-3000, 2000, 8, 1);
        var (before, during, after) = Play(strait, m => m.Time is < 100 or > 250, 300, shownAt: [98, 245, 290]);
        Assert.Equal((before, 0), (after, during));
    }

    [Fact]
    public void A_vessel_far_from_where_another_ended_is_another()
    {
        var strait = new Strait(23).Add(-3000, 2000, 8, 1);
        var elsewhere = new Strait(24).Add(4000, -2000, 8, 1);
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        Feed(tracker, strait.Run(300).Where(m => m.Time < 100));
        var before = Assert.Single(Shown(tracker, 98)).Id;
        Feed(tracker, elsewhere.Run(300).Where(m => m.Time > 250));
        Assert.NotEqual(before, Assert.Single(Shown(tracker, 298)).Id);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void A_radar_whose_clock_leaps_loses_no_track(double leap)
    {
        var strait = new Strait(25).Add(-3000, 2000, 8, 1).Add(2000, 6000, -6, 2);
        var tracker = new FusionTracker(Strait.Here, strait.Radars[..1]);
        var ids = new HashSet<long>();
        foreach (var m in strait.Run(220).Where(m => m.Radar == 0))
        {
            Strait.Feed(tracker, m with { Time = m.Time + (m.Time > 100 ? leap : 0) });
            if (m.Arrival > 60)
            {
                ids.UnionWith(Shown(tracker, m.Arrival).Select(t => t.Id));
            }
        }

        Assert.Equal(2, ids.Count);
        foreach (var vessel in new[] { 0, 1 })
        {
            Assert.Contains(Shown(tracker, 218), t => t.Position.DistanceTo(strait.At(vessel, 218)) < 40);
        }
    }

    [Fact]
    public void A_track_is_kept_by_a_radar_that_sees_it_in_six_turns_of_ten()
    {
        var strait = new Strait(26).Add(-3000, 2000, 8, 1).Add(2000, 6000, -6, 2);
        strait.Radars[0] = strait.Radars[0] with { DetectionProbability = 0.6 };
        var tracker = new FusionTracker(Strait.Here, strait.Radars[..1]);
        var ids = new HashSet<long>();
        foreach (var m in strait.Run(600).Where(m => m.Radar == 0))
        {
            Strait.Feed(tracker, m);
            if (m.Arrival > 60)
            {
                ids.UnionWith(Shown(tracker, m.Arrival).Select(t => t.Id));
            }
        }

        Assert.Equal(2, ids.Count);
    }

    /// <summary>Rain, or a weak transmitter: the radar is known to see in nine turns of ten, and does in five.</summary>
    [Theory]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(30)]
    public void Tracks_are_kept_by_a_radar_that_sees_far_worse_than_it_says(int seed)
    {
        var strait = new Strait(seed);
        for (var i = 0; i < 8; i++)
        {
            strait.Add(-9000 + i * 2500, 2000 + i % 3 * 3000, i % 2 == 0 ? 6 : -5, i % 3 - 1);
        }

        var known = strait.Radars[0];
        strait.Radars[0] = known with { DetectionProbability = 0.5 };
        var tracker = new FusionTracker(Strait.Here, [known]);
        var (looks, lost) = (0, 0);
        foreach (var m in strait.Run(900).Where(m => m.Radar == 0))
        {
            Strait.Feed(tracker, m);
            if (m.Arrival > 200)
            {
                looks += strait.Vessels;
                lost += Math.Max(0, strait.Vessels - Shown(tracker, m.Arrival).Count);
            }
        }

        Assert.InRange(lost / (double)looks, 0, 0.03); // An eighth of the time before it was learned how it sees.
    }

    [Fact]
    public void In_a_shadow_no_plot_is_believed_and_none_is_missed()
    {
        var strait = new Strait(27).Add(-3000, 2000, 8, 1);
        var frame = new LocalFrame(strait.Radars[0].Position);
        var (from, to) = (BearingAt(frame, strait, 100), BearingAt(frame, strait, 160));
        strait.Radars[0] = strait.Radars[0] with { Shadows = [new RadarShadow(from, to, 0, double.PositiveInfinity)] };
        var tracker = new FusionTracker(Strait.Here, strait.Radars[..1]);
        var ids = new HashSet<long>();
        foreach (var m in strait.Run(220).Where(m => m.Radar == 0))
        {
            Strait.Feed(tracker, m);
            if (m.Arrival > 60)
            {
                ids.UnionWith(Shown(tracker, m.Arrival).Select(t => t.Id));
            }

            if (m.Arrival is > 140 and < 155)
            {
                Assert.True(Assert.Single(Shown(tracker, m.Arrival)).RadarAge > 30);
            }
        }

        Assert.Single(ids);
    }

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(6.2, true)]
    [InlineData(0.3, false)]
    [InlineData(3, false)]
    public void A_shadow_may_lie_across_north(double azimuth, bool isIn)
    {
        var shadow = new RadarShadow(6.1, 0.2, 1000, 5000);
        Assert.Equal(isIn, shadow.Holds(2000, azimuth, 0));
        Assert.False(shadow.Holds(900, azimuth, 0));
        Assert.True(new RadarShadow(1, 1, 0, 5000).Holds(2000, azimuth, 0));
    }

    [Fact]
    public void A_vessel_known_to_be_elsewhere_does_not_leap_there_when_it_shares_a_plot()
    {
        // Two pass within what radar tells apart while one of them says that it is 3 km away.
        var strait = new Strait(28).Add(-3000, 2000, 6, 0, Mmsi).Add(3000, 2030, -6, 0);
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        var plane = new LocalFrame(Strait.Here);
        foreach (var m in strait.Run(700))
        {
            var told = plane.ToLocal(m.Fix.Position) + new LocalPoint(0, m.Time > 300 ? 3000 : 0);
            Strait.Feed(tracker, m.Radar >= 0 ? m : m with { Fix = m.Fix with { Position = plane.ToPosition(told) } });
            if (m.Arrival > 340)
            {
                var named = Assert.Single(Shown(tracker, m.Arrival), t => t.Mmsi == Mmsi && t.Id > 0);
                Assert.InRange(named.Position.DistanceTo(strait.At(0, m.Arrival)), 0, 250);
                Assert.True(named.Alerts.HasFlag(TrackAlerts.Offset));
            }
        }
    }

    [Fact]
    public void A_vessel_known_to_be_elsewhere_does_not_leap_there_while_no_radar_looks()
    {
        var strait = new Strait(29).Add(-3000, 2000, 6, 0, Mmsi);
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        var plane = new LocalFrame(Strait.Here);
        foreach (var m in strait.Run(400).Where(m => m.Radar < 0 || m.Time is < 200 or > 260))
        {
            var told = plane.ToLocal(m.Fix.Position) + new LocalPoint(0, m.Time > 100 ? 3000 : 0);
            Strait.Feed(tracker, m.Radar >= 0 ? m : m with { Fix = m.Fix with { Position = plane.ToPosition(told) } });
            if (m.Arrival > 150)
            {
                var shown = Shown(tracker, m.Arrival).Where(t => t.Kind != TrackKind.Ghost);
                Assert.InRange(Assert.Single(shown).Position.DistanceTo(strait.At(0, m.Arrival)), 0, 250);
            }
        }
    }

    private static double BearingAt(in LocalFrame frame, Strait strait, double time) =>
        Angle.Wrap(frame.ToLocal(strait.At(0, time)).Bearing);

    private (long Before, long During, long After) Play(
        Strait strait,
        Func<Strait.Measured, bool> isHeard,
        double seconds,
        double[] shownAt
    )
    {
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        var ids = new long[shownAt.Length];
        var next = 0;
        foreach (var m in strait.Run(seconds))
        {
            while (next < shownAt.Length && shownAt[next] < m.Arrival)
            {
                tracker.Advance(shownAt[next]);
                ids[next] = Shown(tracker, shownAt[next]).SingleOrDefault().Id;
                next++;
            }

            if (isHeard(m))
            {
                Strait.Feed(tracker, m);
            }
        }

        return (ids[0], ids[1], ids[2]);
    }

    private static void Feed(FusionTracker tracker, IEnumerable<Strait.Measured> measured)
    {
        foreach (var m in measured)
        {
            Strait.Feed(tracker, m);
        }
    }

    private List<SystemTrack> Shown(FusionTracker tracker, double time) =>
        [.. room.Take(tracker.CopyTracks(time, room))];
}
