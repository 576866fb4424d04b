using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Sense.Picture;
using Xunit;

namespace Fourfold.Sense.Tests.Picture;

public sealed class SeaRingTests
{
    [Fact]
    public void The_ring_of_a_place_is_that_of_the_map_that_is_drawn()
    {
        using var document = JsonDocument.Parse(MapData.Rings);
        var rings = document
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .ToDictionary(
                f => f.GetProperty("properties").GetProperty("ring").GetString()!,
                f => GeoJson.TryReadArea(f, out var area, out _) ? area! : throw new InvalidDataException()
            );
        var sea = new Sea();
        var random = new Random(46);
        var (agree, asked) = (0, 4_000);
        for (var i = 0; i < asked; i++)
        {
            var place = Position.FromDegrees(
                latitude: 17.6 + (random.NextDouble() * 3.2),
                longitude: 108 + (random.NextDouble() * 4)
            );
            var drawn = rings.FirstOrDefault(ring => ring.Value.Contains(place)).Key ?? "beyond";
            agree += drawn == sea.At(place).Ring.Code() ? 1 : 0;
        }
        // The drawn rings are made of straight pieces.
        Assert.True(agree >= asked * 0.99, $"{agree} of {asked}");
    }

    [Fact]
    public void Far_away_nobody_measures_the_distance_to_our_shore()
    {
        var place = new Sea().At(Position.FromDegrees(latitude: 59.9, longitude: 10.7));
        Assert.Equal((SeaRing.Beyond, null), (place.Ring, place.ShoreMetres));
    }
}
