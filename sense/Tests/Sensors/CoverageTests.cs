using Fourfold.Geo;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Sensors;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Sensors;

public sealed class CoverageTests
{
    private static readonly Position Antenna = Position.FromDegrees(latitude: 20.05, longitude: 110.15);

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

        var ranges = Coverage.Ranges(Antenna, new RadarModel(), IsLand);
        Assert.InRange(ranges[0], 9_750, 10_500);
        Assert.InRange(ranges[60], 29_000, 30_000);
        Assert.Equal(0, ranges[180]);
        var outline = Coverage.Outline(Antenna, ranges);
        Assert.Equal(Coverage.Rays + 1, outline.Count);
        Assert.Equal(outline[0], outline[^1]);
    }

    [Fact]
    public void The_strait_is_seen_from_Haikou_and_what_lies_behind_Leizhou_is_not()
    {
        var ranges = Coverage.Ranges(Antenna, new RadarModel { AntennaHeightMetres = 60 }, new Sea().IsLand);
        Assert.InRange(ranges[0], 10_000, 26_000);
        Assert.InRange(ranges[60], 25_000, 40_000);
    }

    [Fact]
    public void What_is_hidden_is_not_missed_and_what_is_seen_there_all_the_same_counts()
    {
        var ranges = Enumerable.Repeat(40_000.0, Coverage.Rays).ToArray();
        (ranges[0], ranges[2], ranges[3]) = (10_000, 12_000, 9_000);
        Assert.Empty(Coverage.Shadows(ranges, new RadarModel())); // Of five rays one sees all.
        Array.Fill(ranges, 10_000, 355, 5);
        ranges[357] = 12_000;
        var shadow = Assert.Single(Coverage.Shadows(ranges, new RadarModel()));
        Assert.Equal(355, Angle.ToDegrees(shadow.FromAzimuth), 6);
        Assert.Equal(0, shadow.ToAzimuth);
        Assert.Equal(12_250, shadow.FromRange);
        Assert.True(shadow.IsDoubtful);
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
}
