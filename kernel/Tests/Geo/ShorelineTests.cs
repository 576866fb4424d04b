using CsCheck;
using Fourfold.Geo;
using Xunit;

namespace Fourfold.Kernel.Tests.Geo;

public sealed class ShorelineTests
{
    /// <summary>A wavy island of 400 corners, 60 km across, and a square one to its north-west.</summary>
    private static readonly MultiPolygon Land = new(
        new Polygon(
            new LinearRing(
                Enumerable
                    .Range(0, 400)
                    .Select(i => i * Math.Tau / 400)
                    .Select(bearing =>
                        Position
                            .FromDegrees(latitude: 19.2, longitude: 109.7)
                            .Destination(bearing, 30_000 + 4_000 * Math.Sin(9 * bearing))
                    )
                    .ToArray()
            )
        ),
        new Polygon(
            new LinearRing([
                Position.FromDegrees(latitude: 20.0, longitude: 108.8),
                Position.FromDegrees(latitude: 20.1, longitude: 108.8),
                Position.FromDegrees(latitude: 20.1, longitude: 108.9),
                Position.FromDegrees(latitude: 20.0, longitude: 108.9),
            ])
        )
    );

    private static readonly Shoreline Shore = new(Land, accuracyMetres: 1_000);

    private static readonly Gen<Position> Around = Gen.Select(
        Gen.Double[18, 21],
        Gen.Double[108, 111],
        (latitude, longitude) => Position.FromDegrees(latitude, longitude)
    );

    [Fact]
    public void The_index_answers_as_the_plain_search_over_all_edges() =>
        Around.Sample(place =>
        {
            Assert.Equal(Land.Contains(place), Shore.IsLand(place));
            Assert.Equal(Land.SignedDistance(place), Shore.SignedDistance(place), 1e-3);
        });

    [Fact]
    public void A_line_touches_land_where_the_plain_search_finds_a_crossing_or_land_at_its_start() =>
        Gen.Select(Around, Around)
            .Sample(
                (from, to) =>
                    Assert.Equal(Land.Contains(from) || Land.Crossings(from, to).Length > 0, Shore.Crosses(from, to))
            );

    [Fact]
    public void A_line_along_a_straight_shore_touches_the_land_it_ends_on()
    {
        var offshore = Position.FromDegrees(latitude: 20.0, longitude: 109.923702);
        var onTheShore = Position.FromDegrees(latitude: 20.0, longitude: 108.877396);
        Assert.True(Shore.IsLand(onTheShore));
        Assert.True(Shore.Crosses(offshore, onTheShore));
        Assert.True(Shore.Crosses(onTheShore, offshore));
    }

    [Theory]
    [InlineData(0, Ring.OnIsland)]
    [InlineData(35_000, Ring.Shoreline)]
    [InlineData(60_000, Ring.NearSea)]
    public void The_three_rings_follow_from_the_distance_to_the_shore(double metresNorthOfCentre, Ring ring)
    {
        var place = Position.FromDegrees(latitude: 19.2, longitude: 109.7).Destination(0, metresNorthOfCentre);
        Assert.Equal(ring, Shore.RingAt(place));
    }

    [Fact]
    public void Ten_kilometres_exactly_still_belong_to_the_shoreline_ring()
    {
        Assert.Equal(Ring.Shoreline, Shoreline.RingAt(10_000));
        Assert.Equal(Ring.NearSea, Shoreline.RingAt(10_000.1));
    }

    [Fact]
    public void A_ship_off_another_continent_gets_its_true_distance()
    {
        var oslofjord = Position.FromDegrees(latitude: 59.5, longitude: 10.6);
        Assert.Equal(Ring.NearSea, Shore.RingAt(oslofjord));
        Assert.InRange(Shore.SignedDistance(oslofjord), 8_000_000, 9_500_000);
    }
}
