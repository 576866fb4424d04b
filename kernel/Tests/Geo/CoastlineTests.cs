using CsCheck;
using Fourfold.Geo;
using Xunit;

namespace Fourfold.Kernel.Tests.Geo;

public sealed class CoastlineTests
{
    // Twenty by twenty minutes at the equator, near enough 37.1 by 36.9 km, with an islet to the east.
    private static readonly Coastline Square = new(new MultiPolygon(Box(0, 0, 1.0 / 3), Box(0.1, 1, 0.02)));

    [Fact]
    public void A_place_across_the_island_is_half_way_around()
    {
        var (south, north) = (Square.At(Place(-0.1, 0.15)), Square.At(Place(0.4, 0.15)));
        var crow = Place(-0.1, 0.15).DistanceTo(Place(0.4, 0.15));
        var around = Square.Between(south, north);
        Assert.InRange(around, crow + 30_000, crow + 38_000);
        Assert.Equal(around, Square.Between(north, south));
    }

    [Fact]
    public void Along_one_side_the_way_is_the_straight_one_and_the_ways_to_the_shore()
    {
        var (one, other) = (Square.At(Place(-0.01, 0.1)), Square.At(Place(0.02, 0.2)));
        Assert.InRange(one.AwayMetres, 1_100, 1_110);
        Assert.InRange(other.AwayMetres, 2_205, 2_220); // Inland.
        Assert.Equal(
            Place(0, 0.1).DistanceTo(Place(0, 0.2)) + one.AwayMetres + other.AwayMetres,
            Square.Between(one, other),
            1.0
        );
    }

    [Fact]
    public void An_islet_is_no_coast_to_go_along() =>
        Assert.InRange(Square.At(Place(0.11, 0.99)).AwayMetres, 70_000, 75_000);

    [Fact]
    public void The_way_along_the_coast_is_symmetric_and_never_shorter_than_the_straight_one()
    {
        var places = Gen.Select(Gen.Double[-0.5, 0.8], Gen.Double[-0.5, 0.8]).Select(Place);
        Gen.Select(places, places)
            .Sample(
                (a, b) =>
                {
                    var (one, other) = (Square.At(a), Square.At(b));
                    var way = Square.Between(one, other);
                    // The sea inside the ring is cut by nothing, so the triangle's rule holds; a metre for the two scales.
                    return Math.Abs(way - Square.Between(other, one)) < 1e-6 && way >= a.DistanceTo(b) - 1;
                }
            );
    }

    private static Polygon Box(double south, double west, double side) =>
        new(
            new LinearRing([
                Place(south, west),
                Place(south, west + side),
                Place(south + side, west + side),
                Place(south + side, west),
            ])
        );

    private static Position Place(double latitude, double longitude) =>
        Position.FromDegrees(latitude: latitude, longitude: longitude);
}
