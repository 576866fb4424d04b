using System.Text.Json;
using Fourfold.Geo;

namespace Fourfold.Sense.Picture;

/// <summary>Ring as the live picture numbers it.</summary>
internal enum SeaRing : byte
{
    NearSea = 0,
    Shoreline = 1,
    OnIsland = 2,

    /// <summary>Farther than 24 nautical miles, or nearer to another shore.</summary>
    Beyond = 3,
}

/// <summary>Where a place is with regard to our shore.</summary>
/// <param name="Ring">Its ring.</param>
/// <param name="ShoreMetres">To our shore, negative on land; null farther than <see cref="Sea.KnownMetres"/>.</param>
internal readonly record struct SeaPlace(SeaRing Ring, double? ShoreMetres);

/// <summary>The embedded coast and the three rings around the island. Immutable.</summary>
/// <remarks>The rings are those of <c>rings.geojson</c>: in the strait they end half-way to the other shore.</remarks>
internal sealed class Sea
{
    /// <summary>24 nautical miles.</summary>
    public const double NearSeaMetres = 24 * 1852;

    /// <summary>Beyond this the distance to shore is not computed.</summary>
    public const double KnownMetres = 100_000;

    // Natural Earth 1:10 million.
    private const double AccuracyMetres = 1_000;

    private readonly Shoreline others;
    private readonly BoundingBox known;

    /// <summary>Reads the embedded outline, whose first feature is the island.</summary>
    public Sea()
    {
        using var document = JsonDocument.Parse(MapData.Land);
        var features = document.RootElement.GetProperty("features");
        var first = Area(features[0]);
        var rest = new List<Polygon>();
        foreach (var feature in features.EnumerateArray().Skip(1))
            rest.AddRange(Area(feature).Polygons);
        Island = new Shoreline(first, AccuracyMetres);
        others = new Shoreline(new MultiPolygon(rest.ToArray()), AccuracyMetres);
        known = first.Box.Expanded(KnownMetres);
    }

    /// <summary>Our shore.</summary>
    public Shoreline Island { get; }

    /// <summary>Whether a place is on any land that is known.</summary>
    public bool IsLand(Position place) => Island.IsLand(place) || others.IsLand(place);

    /// <summary>Some microseconds; far from the island next to nothing.</summary>
    public SeaPlace At(Position place)
    {
        if (!known.Contains(place))
            return new SeaPlace(SeaRing.Beyond, null);
        var metres = Island.SignedDistance(place);
        if (metres <= 0)
            return new SeaPlace(SeaRing.OnIsland, metres);
        var ring =
            metres > NearSeaMetres || others.SignedDistance(place) < metres ? SeaRing.Beyond
            : metres <= Shoreline.ShorelineRingMetres ? SeaRing.Shoreline
            : SeaRing.NearSea;
        return new SeaPlace(ring, metres);
    }

    private static MultiPolygon Area(JsonElement feature) =>
        GeoJson.TryReadArea(feature, out var area, out var problem) && area is not null
            ? area
            : throw new InvalidDataException($"embedded outline: {problem?.Code} at {problem?.Path}");
}

internal static class SeaRings
{
    /// <summary>As in the API.</summary>
    public static string Code(this SeaRing ring) =>
        ring switch
        {
            SeaRing.NearSea => "near-sea",
            SeaRing.Shoreline => "shoreline",
            SeaRing.OnIsland => "on-island",
            _ => "beyond",
        };
}
