using System.Text.Json;
using Fourfold.Geo;
using NetTopologySuite.Geometries;
using MultiPolygon = Fourfold.Geo.MultiPolygon;
using OurPolygon = Fourfold.Geo.Polygon;
using Position = Fourfold.Geo.Position;
using TheirPolygon = NetTopologySuite.Geometries.Polygon;

namespace Fourfold.Benchmarks.Shore;

/// <summary>The embedded outline in our shape and in NetTopologySuite's, and places in the sea and on land around Hainan.</summary>
internal static class Coast
{
    /// <summary>Places asked in one round.</summary>
    public const int Places = 20_000;

    private const int Seed = 20_260_101;
    private static readonly GeometryFactory Factory = new();

    public static MultiPolygon Land()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Root(), "sense/Sense/Picture/Data/land.geojson"))
        );
        return GeoJson.TryReadArea(file.RootElement, out var land, out var problem)
            ? land! // Read, as the answer says.
            : throw new InvalidOperationException($"{problem}");
    }

    /// <summary>In degrees: the plane NetTopologySuite is usually given.</summary>
    public static Geometry Theirs(MultiPolygon land)
    {
        var polygons = new List<TheirPolygon>();
        foreach (var polygon in land.Polygons)
            polygons.Add(Theirs(polygon));
        return Factory.CreateMultiPolygon([.. polygons]);
    }

    public static Position[] Around()
    {
        var chance = new Random(Seed);
        return
        [
            .. Enumerable
                .Range(0, Places)
                .Select(_ =>
                    Position.FromDegrees(
                        latitude: 17.8 + chance.NextDouble() * 3,
                        longitude: 108.2 + chance.NextDouble() * 3.2
                    )
                ),
        ];
    }

    public static NetTopologySuite.Geometries.Coordinate Theirs(Position place) =>
        new(place.LongitudeDegrees, place.LatitudeDegrees);

    private static TheirPolygon Theirs(OurPolygon polygon)
    {
        var corners = polygon.Outer.Positions.ToArray().Select(Theirs).ToList();
        if (!corners[0].Equals2D(corners[^1]))
            corners.Add(corners[0]);
        return Factory.CreatePolygon([.. corners]);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Fourfold.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("a benchmark runs from a checkout");
    }
}
