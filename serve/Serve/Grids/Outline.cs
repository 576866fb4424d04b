using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids.Topology;

namespace Fourfold.Serve.Grids;

/// <summary>A boundary that may be stored: read, checked, written anew in one form.</summary>
/// <param name="Area">The area.</param>
/// <param name="GeoJson">As it is stored: outer edges anticlockwise, a centimetre.</param>
/// <param name="Inside">A place inside, for a label.</param>
/// <param name="SquareMetres">Its size.</param>
internal sealed record Outline(MultiPolygon Area, string GeoJson, GeoPoint Inside, double SquareMetres)
{
    /// <summary>Most corners of one grid's boundary.</summary>
    public const int MostVertices = 5_000;

    /// <summary>Most corners of an area's outline: a coast of a county has many.</summary>
    public const int MostVerticesOfArea = 50_000;

    // A square of five metres; less is a slip of the hand.
    private const double LeastSquareMetres = 25;

    /// <summary>The box around it, degrees.</summary>
    public double West { get; private init; }

    /// <inheritdoc cref="West"/>
    public double South { get; private init; }

    /// <inheritdoc cref="West"/>
    public double East { get; private init; }

    /// <inheritdoc cref="West"/>
    public double North { get; private init; }

    /// <summary>Reads GeoJSON that a caller gives.</summary>
    /// <exception cref="Refused">422 with the code and the place: not GeoJSON, too many corners, crosses itself, too small.</exception>
    public static Outline Read(JsonElement geometry, string field, int most = MostVertices)
    {
        if (geometry.ValueKind != JsonValueKind.Object)
            throw Refused.Invalid("boundary.not-a-polygon", field);
        if (!Fourfold.Geo.GeoJson.TryReadArea(geometry, out var area, out var problem) || area is null)
            throw Refused
                .Invalid("boundary.not-a-polygon", field)
                .With("cause", problem?.Code)
                .With("path", problem?.Path)
                .With("value", problem?.Value);
        if (TryMake(area, out var outline, out var fault, most))
            return outline;
        throw Refused
            .Invalid("boundary.not-valid", field)
            .With("cause", fault.Code)
            .With("latitude", fault.Place?.Latitude)
            .With("longitude", fault.Place?.Longitude)
            .With("most", most);
    }

    /// <summary>Reads a stored boundary.</summary>
    /// <exception cref="InvalidDataException">The row is damaged.</exception>
    public static MultiPolygon Stored(string geoJson) =>
        Fourfold.Geo.GeoJson.TryReadArea(Encoding.UTF8.GetBytes(geoJson), out var area, out var problem)
        && area is not null
            ? area
            : throw new InvalidDataException($"a stored boundary is no area: {problem?.Code} at {problem?.Path}");

    /// <summary>Checks an area by itself.</summary>
    public static bool TryMake(MultiPolygon area, out Outline outline, out TopologyFault fault, int most = MostVertices)
    {
        (outline, fault) = (null!, null!); // Each is set where it is read.
        if (Vertices(area) > most)
        {
            fault = new TopologyFault(TopologyCodes.TooManyVertices, null, 0, null, null, null);
            return false;
        }
        var plane = Plane.Around(area);
        var shape = plane.ToShape(area);
        if (TopologyCheck.Itself(shape, plane) is { } wrong)
        {
            fault = wrong;
            return false;
        }
        var inside = plane.ToPoint(shape.InteriorPoint.Coordinate);
        if (shape.Area < LeastSquareMetres)
        {
            fault = new TopologyFault(TopologyCodes.TooSmall, inside, shape.Area, null, null, null);
            return false;
        }
        var box = area.Box;
        outline = new Outline(area, Write(area), inside, Math.Round(shape.Area))
        {
            West = Angle.ToDegrees(box.West),
            South = Angle.ToDegrees(box.South),
            East = Angle.ToDegrees(box.East),
            North = Angle.ToDegrees(box.North),
        };
        return true;
    }

    /// <summary>GeoJSON text.</summary>
    public static string Write(MultiPolygon area)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Fourfold.Geo.GeoJson.Write(json, area);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static int Vertices(MultiPolygon area)
    {
        var count = 0;
        foreach (var polygon in area.Polygons)
        foreach (var ring in polygon.Rings)
            count += ring.Positions.Length;
        return count;
    }
}
