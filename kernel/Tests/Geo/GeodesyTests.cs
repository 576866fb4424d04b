using CsCheck;
using Fourfold.Geo;
using Xunit;

namespace Fourfold.Kernel.Tests.Geo;

public sealed class GeodesyTests
{
    private static readonly Gen<Position> NearHainan = Gen.Select(
        Gen.Double[17.5, 21.5],
        Gen.Double[107.5, 112],
        (latitude, longitude) => Position.FromDegrees(latitude, longitude)
    );

    private static readonly Gen<Position> Anywhere = Gen.Select(
        Gen.Double[-80, 80],
        Gen.Double[-180, 180],
        (latitude, longitude) => Position.FromDegrees(latitude, longitude)
    );

    [Theory]
    // Flinders Peak to Buninyong, Geoscience Australia's published example of Vincenty's formulas (GRS 80).
    [InlineData(-37.95103341666667, 144.42486788888888, -37.65282113888889, 143.92649552777778, 54972.271, 306.868158)]
    // One degree of longitude on the equator is a·π/180.
    [InlineData(0, 110, 0, 111, 111319.491, 90)]
    // One degree of latitude between 20° and 21° north: the meridian arc of WGS 84 by Helmert's series.
    [InlineData(20, 110, 21, 110, 110710.614, 0)]
    public void Distance_and_bearing_agree_with_published_figures(
        double latitude1,
        double longitude1,
        double latitude2,
        double longitude2,
        double metres,
        double bearingDegrees
    )
    {
        var from = Position.FromDegrees(latitude: latitude1, longitude: longitude1);
        var to = Position.FromDegrees(latitude: latitude2, longitude: longitude2);
        Assert.Equal(metres, from.DistanceTo(to), 0.5);
        Assert.Equal(bearingDegrees, Angle.ToDegrees(from.BearingTo(to)), 0.001);
    }

    [Fact]
    public void Going_back_by_the_reported_bearing_and_distance_returns_to_the_place() =>
        Gen.Select(NearHainan, NearHainan)
            .Sample(
                (from, to) =>
                {
                    var reached = from.Destination(from.BearingTo(to), from.DistanceTo(to));
                    Assert.True(reached.DistanceTo(to) < 0.01, $"{from} {to} {reached}");
                }
            );

    [Fact]
    public void Distance_is_the_same_both_ways_and_never_through_the_long_side_of_the_antimeridian()
    {
        var fiji = Position.FromDegrees(latitude: -17, longitude: 179.9);
        var beyond = Position.FromDegrees(latitude: -17, longitude: -179.9);
        Assert.Equal(21_300, fiji.DistanceTo(beyond), 50.0);
        Assert.Equal(fiji.DistanceTo(beyond), beyond.DistanceTo(fiji), 1e-6);
        Assert.Equal(-179.9, fiji.Destination(fiji.BearingTo(beyond), fiji.DistanceTo(beyond)).LongitudeDegrees, 1e-6);
    }

    [Fact]
    public void Antipodes_and_poles_give_a_number()
    {
        var here = Position.FromDegrees(latitude: 20, longitude: 110);
        var antipode = Position.FromDegrees(latitude: -20, longitude: -70);
        Assert.Equal(20_004_000, here.DistanceTo(antipode), 130_000.0);
        Assert.Equal(10_001_966, Position.FromDegrees(0, 0).DistanceTo(Position.FromDegrees(90, 0)), 1.0);
        Assert.Equal(0, here.DistanceTo(here));
    }

    [Theory]
    [InlineData(double.NaN, 0, false)]
    [InlineData(91, 181, false)] // what AIS sends for "not available"
    [InlineData(90, 180, true)]
    [InlineData(-90, -180, true)]
    [InlineData(0, double.PositiveInfinity, false)]
    public void Only_finite_places_on_the_globe_are_valid(double latitude, double longitude, bool valid) =>
        Assert.Equal(valid, Position.FromDegrees(latitude, longitude).IsValid);

    [Fact]
    public void A_local_frame_keeps_distances_and_bearings_to_a_thousandth_within_50_km() =>
        Gen.Select(NearHainan, Gen.Double[0, Math.Tau], Gen.Double[1, 50_000])
            .Sample(
                (origin, bearing, metres) =>
                {
                    var local = new LocalFrame(origin).ToLocal(origin.Destination(bearing, metres));
                    Assert.Equal(1, local.Length / metres, 0.001);
                    Assert.True(Math.Abs(Angle.Difference(bearing, local.Bearing)) < 0.001);
                }
            );

    [Fact]
    public void A_local_frame_gives_back_the_place_it_was_given() =>
        Gen.Select(NearHainan, NearHainan)
            .Sample(
                (origin, place) =>
                {
                    var frame = new LocalFrame(origin);
                    Assert.True(frame.ToPosition(frame.ToLocal(place)).DistanceTo(place) < 1e-4);
                }
            );

    [Fact]
    public void From_plane_to_plane_is_by_way_of_the_place() =>
        Gen.Select(Anywhere, Gen.Double[0, 360], Gen.Double[0, 400_000], Gen.Double[-4e5, 4e5], Gen.Double[-4e5, 4e5])
            .Sample(
                (origin, bearing, metres, east, north) =>
                {
                    var from = new LocalFrame(origin);
                    var to = new LocalFrame(origin.Destination(Angle.FromDegrees(bearing), metres));
                    var expected = to.ToLocal(from.ToPosition(new LocalPoint(east, north)));
                    var image = new FrameChange(from, to).Apply(new LocalPoint(east, north));
                    Assert.Equal(0, (image - expected).Length, 1e-5);
                }
            );

    [Theory]
    [InlineData(350, 10, 20)]
    [InlineData(10, 350, -20)]
    [InlineData(0, 180, 180)]
    [InlineData(90, 90, 0)]
    public void The_turn_between_two_courses_goes_the_short_way(double from, double to, double turn) =>
        Assert.Equal(turn, Angle.ToDegrees(Angle.Difference(Angle.FromDegrees(from), Angle.FromDegrees(to))), 1e-9);

    [Fact]
    public void Ten_knots_are_five_metres_a_second_and_a_bit() => Assert.Equal(5.1444, Speed.FromKnots(10), 1e-4);
}
