using Fourfold.Geo;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Sensors;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Sensors;

public sealed class CoverageTests
{
    private static readonly Position Antenna = Position.FromDegrees(latitude: 20.05, longitude: 110.15);

    private readonly LocalFrame frame = new(Antenna);

    [Theory]
    // d = 4.12·(√h₁ + √h₂) km, the rule of thumb of the trade.
    [InlineData(30, 3, 29.7)]
    [InlineData(100, 3, 48.3)]
    [InlineData(9, 4, 20.6)]
    public void The_horizon_is_that_of_four_thirds_of_the_earth(double antenna, double target, double kilometres) =>
        Assert.InRange(Coverage.Horizon(antenna, target) / 1000, kilometres * 0.995, kilometres * 1.005);

    [Fact]
    public void Land_behind_water_ends_the_view_and_the_land_it_stands_on_does_not()
    {
        var frame = new LocalFrame(Antenna);
        // It stands 500 m inland of a straight shore to the north; an island lies from 10 to 12 km north of it.
        bool IsLand(Position place)
        {
            var at = frame.ToLocal(place);
            return at.North < 500 || (at.North is > 10_000 and < 12_000 && Math.Abs(at.East) < 3_000);
        }

        var coverage = Coverage.Of(Antenna, new RadarModel(), IsLand, Unknown);
        Assert.InRange(coverage.Ranges[0], 9_750, 10_500);
        Assert.InRange(coverage.Ranges[60], 29_000, 30_000);
        Assert.Equal(0, coverage.Ranges[180]);
        Assert.Equal(0, coverage.KnownLand);
        Assert.Empty(coverage.HiddenOutlines());
        var outline = coverage.Outline();
        Assert.Equal(Coverage.Rays + 1, outline.Count);
        Assert.Equal(outline[0], outline[^1]);
    }

    [Fact]
    public void The_strait_is_seen_from_Haikou_and_what_lies_behind_Leizhou_is_not()
    {
        var model = new RadarModel { AntennaHeightMetres = 60 };
        var ranges = Coverage.Of(Antenna, model, new Sea().IsLand, Unknown).Ranges;
        Assert.InRange(ranges[0], 10_000, 26_000);
        Assert.InRange(ranges[60], 25_000, 40_000);
    }

    [Theory]
    // An island of 40 m, 10 to 12 km north. From 100 m up the line over its far edge falls by 60 m and the 8 m of the earth's
    // curve in 12 km, 5.7 m a km: it meets the mast of a boat, 3 m, at 21.9 km. From 30 m it never comes down.
    [InlineData(100, 40, true)]
    [InlineData(30, 40, false)]
    [InlineData(100, 0, true)]
    public void Over_low_land_a_high_radar_sees_the_water_behind_it(double antenna, double height, bool seesBehind)
    {
        var model = new RadarModel { AntennaHeightMetres = antenna };
        var coverage = Coverage.Of(Antenna, model, IsIsland, at => IsIsland(at) ? height : 0);
        Assert.Equal(1, coverage.KnownLand);
        Assert.Equal(seesBehind, coverage.Ranges[0] > 25_000);
        var hidden = coverage.HiddenOutlines();
        if (height == 0 || !seesBehind)
        {
            Assert.Empty(hidden); // What lies behind the edge is not drawn.
            return;
        }
        // Two pieces, for one begins anew at north.
        Assert.Equal(2, hidden.Count);
        var north = hidden.SelectMany(outline => outline).Select(place => frame.ToLocal(place).North).ToArray();
        Assert.InRange(north.Min(), 10_000, 12_250);
        Assert.InRange(north.Max(), 21_500, 22_250);
        Assert.All(hidden, outline => Assert.Equal(outline[0], outline[^1]));
    }

    [Fact]
    public void An_islet_that_only_the_tiles_know_hides_too()
    {
        var model = new RadarModel { AntennaHeightMetres = 30 };
        var coverage = Coverage.Of(Antenna, model, _ => false, at => IsIsland(at) ? 80 : double.NaN);
        Assert.InRange(coverage.Ranges[0], 9_500, 10_500);
        Assert.InRange(coverage.Ranges[90], 29_000, 30_000);
    }

    [Fact]
    public void What_is_hidden_is_not_missed_and_what_is_seen_there_all_the_same_counts()
    {
        var model = new RadarModel { AntennaHeightMetres = 100 };
        var shadows = Coverage.Of(Antenna, model, IsIsland, at => IsIsland(at) ? 40 : 0).Shadows(model);
        Assert.All(shadows, shadow => Assert.True(shadow.IsDoubtful));
        // All around it sees as far as its range; behind the island there is a gap of some kilometres.
        Assert.All(shadows, shadow => Assert.InRange(shadow.FromRange, 10_000, 12_500));
        Assert.All(shadows, shadow => Assert.InRange(shadow.ToRange, 18_000, 22_000));
        var first = shadows[0];
        Assert.Equal((0, 5), (Angle.ToDegrees(first.FromAzimuth), Math.Round(Angle.ToDegrees(first.ToAzimuth), 6)));
        Assert.True(first.Holds(14_000, Angle.FromDegrees(2), edge: 0));
        Assert.False(first.Holds(25_000, Angle.FromDegrees(2), edge: 0));

        var walled = Coverage.Of(Antenna, new RadarModel(), IsIsland, Unknown).Shadows(new RadarModel());
        Assert.Contains(walled, shadow => double.IsInfinity(shadow.ToRange) && shadow.FromRange < 11_000);
    }

    [Theory]
    [InlineData(100, 0, 25, 10, 5, 90)]
    [InlineData(25, 0, 100, 10, 5, 0)]
    [InlineData(62.5, 37.5, 62.5, 10, 5, 45)]
    [InlineData(62.5, -37.5, 62.5, 10, 5, 135)]
    public void An_ellipse_has_the_axes_of_its_covariance(
        float east,
        float cross,
        float north,
        double major,
        double minor,
        double degrees
    )
    {
        var ellipse = new Covariance(east, cross, north, 0, 0, 0, 0, 0, 0, 0).Ellipse(1);
        Assert.Equal(major, ellipse.Major, 6);
        Assert.Equal(minor, ellipse.Minor, 6);
        Assert.Equal(degrees, Angle.ToDegrees(ellipse.Direction), 6);
    }

    private static double Unknown(Position place) => double.NaN;

    // 10 to 12 km north, 6 km wide.
    private bool IsIsland(Position place)
    {
        var at = frame.ToLocal(place);
        return at.North is > 10_000 and < 12_000 && Math.Abs(at.East) < 3_000;
    }
}
