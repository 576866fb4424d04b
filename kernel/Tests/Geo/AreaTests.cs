using CsCheck;
using Fourfold.Geo;
using Xunit;

namespace Fourfold.Kernel.Tests.Geo;

public sealed class AreaTests
{
    /// <summary>A box 0.2° wide around 20° N 110° E with a hole of 0.1° in its middle.</summary>
    private static readonly MultiPolygon Square = new(new Polygon(Box(0.1), Box(0.05)));

    [Theory]
    [InlineData(20.0, 110.0, false)] // in the hole
    [InlineData(20.07, 110.0, true)]
    [InlineData(20.07, 110.07, true)]
    [InlineData(20.11, 110.0, false)]
    [InlineData(-20.07, 110.0, false)]
    public void A_place_is_inside_between_outer_edge_and_hole(double latitude, double longitude, bool inside) =>
        Assert.Equal(inside, Square.Contains(Position.FromDegrees(latitude, longitude)));

    [Fact]
    public void Distance_to_the_edge_is_metres_and_negative_inside()
    {
        // 0.01° of latitude at 20° N is 1,107 m.
        Assert.Equal(1107, Square.SignedDistance(Position.FromDegrees(latitude: 20.11, longitude: 110)), 1.0);
        Assert.Equal(-1107, Square.SignedDistance(Position.FromDegrees(latitude: 20.09, longitude: 110)), 1.0);
        // In the middle of the hole the nearest edge is the hole's, 0.05° of longitude away.
        var toHole = Position.FromDegrees(20, 110).DistanceTo(Position.FromDegrees(20, 110.05));
        Assert.Equal(toHole, Square.SignedDistance(Position.FromDegrees(latitude: 20, longitude: 110)), 1.0);
    }

    [Fact]
    public void A_line_through_area_and_hole_crosses_in_out_in_out()
    {
        var crossings = Square.Crossings(
            Position.FromDegrees(latitude: 20, longitude: 109.8),
            Position.FromDegrees(latitude: 20, longitude: 110.2)
        );
        Assert.Equal([true, false, true, false], crossings.Select(c => c.Inward));
        Assert.Equal([109.9, 109.95, 110.05, 110.1], crossings.Select(c => Math.Round(c.Position.LongitudeDegrees, 9)));
        Assert.Equal(0.25, crossings[0].Share, 1e-9);
    }

    [Fact]
    public void A_line_that_ends_inside_crosses_once_and_one_that_stays_outside_never()
    {
        var west = Position.FromDegrees(latitude: 20.07, longitude: 109.8);
        var inside = Position.FromDegrees(latitude: 20.07, longitude: 110.0);
        Assert.True(Assert.Single(Square.Crossings(west, inside)).Inward);
        Assert.False(Assert.Single(Square.Crossings(inside, west)).Inward);
        Assert.Empty(Square.Crossings(west, Position.FromDegrees(latitude: 20.2, longitude: 109.9)));
    }

    [Fact]
    public void Crossings_of_any_line_change_sides_as_the_two_ends_say() =>
        Gen.Select(Near(), Near())
            .Sample(
                (from, to) =>
                {
                    var changes = Square.Crossings(from, to).Length % 2 == 1;
                    Assert.Equal(Square.Contains(from) != Square.Contains(to), changes);
                }
            );

    [Fact]
    public void A_box_expanded_by_metres_reaches_that_far_on_every_side()
    {
        var box = Square.Box.Expanded(1_000);
        var corner = Position.FromDegrees(latitude: 20.1, longitude: 110.1);
        Assert.True(box.Contains(corner.Destination(bearing: 0, 999)));
        Assert.True(box.Contains(corner.Destination(bearing: Math.PI / 2, 999)));
        Assert.False(box.Contains(corner.Destination(bearing: 0, 1_010)));
    }

    [Fact]
    public void A_ring_of_two_places_or_with_an_impossible_one_is_refused()
    {
        var place = Position.FromDegrees(20, 110);
        Assert.Throws<ArgumentException>(() => new LinearRing([place, Position.FromDegrees(20, 111), place]));
        var impossible = Position.FromDegrees(latitude: 91, longitude: 181);
        Assert.Throws<ArgumentException>(() => new LinearRing([place, Position.FromDegrees(20, 111), impossible]));
    }

    private static Gen<Position> Near() =>
        Gen.Select(
            Gen.Double[19.8, 20.2],
            Gen.Double[109.8, 110.2],
            (latitude, longitude) => Position.FromDegrees(latitude, longitude)
        );

    private static LinearRing Box(double half) =>
        new([
            Position.FromDegrees(latitude: 20 - half, longitude: 110 - half),
            Position.FromDegrees(latitude: 20 - half, longitude: 110 + half),
            Position.FromDegrees(latitude: 20 + half, longitude: 110 + half),
            Position.FromDegrees(latitude: 20 + half, longitude: 110 - half),
        ]);
}
