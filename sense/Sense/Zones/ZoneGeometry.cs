using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Kernel.Problems;

namespace Fourfold.Sense.Zones;

/// <summary>What may be a zone's polygon: closed, simple, of at most <see cref="MostVertices"/>, on the globe, not empty.</summary>
internal static class ZoneGeometry
{
    public const int MostVertices = 1_000;

    // A square of ten metres; less is a slip of the hand.
    private const double LeastSquareMetres = 100;
    private const double EarthMetres = 6_371_000;

    /// <summary>The polygon as it is stored; refused with code and place when it may not be.</summary>
    public static string Check(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !IsPolygon(geometry))
            throw Refused.Invalid("zone.not-a-polygon", "geometry");
        if (!GeoJson.TryReadArea(geometry, out var area, out var problem) || area is null)
            throw Refused.Invalid(problem?.Code ?? "zone.not-a-polygon", "geometry").With("path", problem?.Path);
        var polygon = area.Polygons[0];
        var vertices = 0;
        foreach (var ring in polygon.Rings)
            vertices += ring.Positions.Length - 1;
        if (vertices > MostVertices)
            throw Refused
                .Invalid("zone.too-many-vertices", "geometry")
                .With("maximum", MostVertices)
                .With("vertices", vertices);
        for (var i = 0; i < polygon.Rings.Length; i++)
            CheckRing(polygon.Rings[i], i);
        CheckHoles(polygon);
        return geometry.GetRawText();
    }

    private static bool IsPolygon(JsonElement geometry) =>
        geometry.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString() == "Polygon";

    private static void CheckRing(LinearRing ring, int index)
    {
        var p = ring.Positions;
        for (var i = 1; i < p.Length; i++)
        for (var j = i + 1; j < p.Length; j++)
            if (TouchesWrongly(p, i, j))
                throw Refused
                    .Invalid("zone.crosses-itself", "geometry")
                    .With("path", $"$.coordinates[{index}][{i - 1}]")
                    .With("other", $"$.coordinates[{index}][{j - 1}]");
        if (Math.Abs(SquareMetres(p)) < LeastSquareMetres)
            throw Refused.Invalid("zone.too-small", "geometry").With("path", $"$.coordinates[{index}]");
    }

    private static void CheckHoles(Polygon polygon)
    {
        foreach (var hole in polygon.Holes)
        {
            var p = hole.Positions;
            if (!polygon.Outer.Contains(p[0]))
                throw Refused.Invalid("zone.hole-outside", "geometry");
            var outer = polygon.Outer.Positions;
            for (var i = 1; i < p.Length; i++)
            for (var j = 1; j < outer.Length; j++)
                if (Meet(p[i - 1], p[i], outer[j - 1], outer[j]))
                    throw Refused.Invalid("zone.hole-outside", "geometry");
        }
    }

    // Neighbouring edges share a corner by nature; they may not lie on each other. Others may not meet at all.
    private static bool TouchesWrongly(ReadOnlySpan<Position> p, int i, int j)
    {
        if (j == i + 1)
            return Turn(p[i - 1], p[i], p[j]) == 0 && Along(p[i], p[i - 1], p[j]) > 0;
        if (i == 1 && j == p.Length - 1)
            return Turn(p[j - 1], p[0], p[1]) == 0 && Along(p[0], p[j - 1], p[1]) > 0;
        return Meet(p[i - 1], p[i], p[j - 1], p[j]);
    }

    private static bool Meet(Position a, Position b, Position c, Position d)
    {
        var (abc, abd) = (Turn(a, b, c), Turn(a, b, d));
        var (cda, cdb) = (Turn(c, d, a), Turn(c, d, b));
        if (abc * abd < 0 && cda * cdb < 0)
            return true;
        return (abc == 0 && IsBetween(a, b, c))
            || (abd == 0 && IsBetween(a, b, d))
            || (cda == 0 && IsBetween(c, d, a))
            || (cdb == 0 && IsBetween(c, d, b));
    }

    /// <summary>Which way a–b–c turns: −1, 0 or 1, in longitude and latitude as GeoJSON's edges are straight.</summary>
    private static int Turn(Position a, Position b, Position c) =>
        Math.Sign(
            ((b.Longitude - a.Longitude) * (c.Latitude - a.Latitude))
                - ((b.Latitude - a.Latitude) * (c.Longitude - a.Longitude))
        );

    private static double Along(Position from, Position a, Position b) =>
        ((a.Longitude - from.Longitude) * (b.Longitude - from.Longitude))
        + ((a.Latitude - from.Latitude) * (b.Latitude - from.Latitude));

    private static bool IsBetween(Position a, Position b, Position p) =>
        Math.Min(a.Longitude, b.Longitude) <= p.Longitude
        && p.Longitude <= Math.Max(a.Longitude, b.Longitude)
        && Math.Min(a.Latitude, b.Latitude) <= p.Latitude
        && p.Latitude <= Math.Max(a.Latitude, b.Latitude);

    private static double SquareMetres(ReadOnlySpan<Position> p)
    {
        var sum = 0.0;
        for (var i = 1; i < p.Length; i++)
            sum +=
                ((p[i - 1].Longitude - p[0].Longitude) * (p[i].Latitude - p[0].Latitude))
                - ((p[i].Longitude - p[0].Longitude) * (p[i - 1].Latitude - p[0].Latitude));
        return sum / 2 * EarthMetres * EarthMetres * Math.Cos(p[0].Latitude);
    }
}
