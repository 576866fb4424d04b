using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>A radar that stands askew by more than it says of itself, from the start or after it was worked on.</summary>
public sealed class AlignmentTests
{
    private const int Mmsi = 413000001;
    private const int Askew = 0;
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Theory]
    [InlineData(5, 0)]
    [InlineData(-2, 0)]
    [InlineData(0, 400)]
    [InlineData(3, -250)]
    [InlineData(1.2, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0, 150)]
    [InlineData(11, 1500)]
    public void A_radar_that_stands_askew_is_set_right_by_those_who_say_where_they_are(double degrees, double metres)
    {
        var strait = Busy(51);
        var seen = Play(strait, 180, from: 0, degrees, metres);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Angle.ToDegrees(seen.Tracker.AzimuthBias(Askew))} {seen.Tracker.RangeBias(Askew)} {string.Join(' ', seen.Shown)} / {string.Join(' ', seen.Dark)}"
        );
        Assert.InRange(Angle.ToDegrees(seen.Tracker.AzimuthBias(Askew)) - degrees, -0.1, 0.1);
        Assert.InRange(seen.Tracker.RangeBias(Askew) - metres, -10, 10);
        Assert.Equal(strait.Vessels, seen.Shown[^1]);
        Assert.All(seen.Dark[60..], dark => Assert.Equal(0, dark));
    }

    [Fact]
    public void One_that_is_turned_while_it_works_is_set_right_within_some_turns()
    {
        var strait = Busy(52);
        var seen = Play(strait, 300, from: 150, degrees: 4, metres: 0);
        Assert.InRange(Angle.ToDegrees(seen.Tracker.AzimuthBias(Askew)), 3.9, 4.1);
        Assert.Equal(strait.Vessels, seen.Shown[^1]);
        Assert.All(seen.Dark, dark => Assert.Equal(0, dark));
    }

    [Fact]
    public void One_alone_is_set_right_too()
    {
        var strait = Busy(53);
        var seen = Play(strait, 180, from: 0, degrees: -4, metres: 0, radars: 1);
        Assert.InRange(Angle.ToDegrees(seen.Tracker.AzimuthBias(Askew)), -4.1, -3.9);
        Assert.Equal(strait.Vessels, seen.Shown[^1]);
    }

    [Fact]
    public void A_surveyed_one_is_believed()
    {
        var seen = Play(Busy(54), 120, from: 0, degrees: 4, metres: 0, isSurveyed: true);
        Assert.Equal((0, 0), (seen.Tracker.AzimuthBias(Askew), seen.Tracker.RangeBias(Askew)));
    }

    [Fact]
    public void Boats_without_a_name_beside_ships_that_radar_does_not_see_turn_nothing()
    {
        var strait = new Strait(55);
        for (var i = 0; i < 12; i++)
        {
            // Six ships that radar sees, ten that are behind land, and beside each of these a silent boat.
            strait.Add(-9000 + i * 1500, 9000 + i % 3 * 2000, i % 2 == 0 ? 6 : -5, 1, i < 6 ? Mmsi + i : 0);
        }

        var hidden = new Strait(56);
        for (var i = 0; i < 10; i++)
        {
            hidden.Add(-8800 + i * 1500, 8500 + i % 3 * 2300, i % 2 == 0 ? 5 : -6, -1, Mmsi + 100 + i);
        }

        var seen = Play(
            strait,
            300,
            from: 0,
            degrees: 0.2,
            metres: 30,
            others: hidden.Run(300).Where(m => m.Radar < 0)
        );
        Assert.InRange(Angle.ToDegrees(seen.Tracker.AzimuthBias(Askew)), 0.1, 0.3);
        Assert.InRange(seen.Tracker.RangeBias(Askew), 20, 40);
    }

    // Sixteen on ways of their own, all with AIS.
    private static Strait Busy(int seed)
    {
        var strait = new Strait(seed);
        for (var i = 0; i < 16; i++)
        {
            strait.Add(-9000 + i * 1200, 1000 + i % 4 * 2500, i % 2 == 0 ? 6 : -5, i % 3 - 1, Mmsi + i);
        }

        return strait;
    }

    private (FusionTracker Tracker, List<int> Shown, List<int> Dark) Play(
        Strait strait,
        double seconds,
        double from,
        double degrees,
        double metres,
        int radars = 2,
        bool isSurveyed = false,
        IEnumerable<Strait.Measured>? others = null
    )
    {
        var doubt = isSurveyed ? 0 : 1;
        var sensors = strait
            .Radars.Take(radars)
            .Select(r =>
                r with
                {
                    RangeBiasDeviation = doubt * 50,
                    AzimuthBiasDeviation = doubt * Angle.FromDegrees(0.3),
                }
            )
            .ToArray();
        var tracker = new FusionTracker(Strait.Here, sensors);
        var (shown, dark) = (new List<int>(), new List<int>());
        foreach (var m in strait.Run(seconds).Concat(others ?? []).Where(m => m.Radar < radars).OrderBy(m => m.Arrival))
        {
            for (; shown.Count < m.Arrival; shown.Add(tracker.CopyTracks(shown.Count, room)))
            {
                tracker.Advance(shown.Count);
                dark.Add(
                    room.Take(tracker.CopyTracks(shown.Count, room)).Count(t => t.Alerts.HasFlag(TrackAlerts.Dark))
                );
            }

            var isAskew = m.Radar == Askew && m.Time >= from;
            Strait.Feed(
                tracker,
                isAskew
                    ? m with
                    {
                        Range = m.Range + metres,
                        Azimuth = Angle.Wrap(m.Azimuth + Angle.FromDegrees(degrees)),
                    }
                    : m
            );
        }

        return (tracker, shown, dark);
    }
}
