using System.Text.Json;

namespace Fourfold.Geo;

public static partial class GeoJson
{
    // A centimetre; more digits pretend to know what no sensor does, and make every answer longer.
    private const int Decimals = 7;

    /// <summary>Writes a Point: longitude, then latitude, degrees, to a centimetre.</summary>
    public static void Write(Utf8JsonWriter json, Position position)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Point"u8);
        json.WritePropertyName("coordinates"u8);
        WriteCoordinates(json, position);
        json.WriteEndObject();
    }

    /// <summary>Writes a LineString.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<Position> line)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "LineString"u8);
        json.WritePropertyName("coordinates"u8);
        json.WriteStartArray();
        foreach (var position in line)
        {
            WriteCoordinates(json, position);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// Writes a Polygon for an area of one polygon, else a MultiPolygon; outer edges anticlockwise and holes clockwise,
    /// as RFC 7946 wants (section 3.1.6).
    /// </summary>
    public static void Write(Utf8JsonWriter json, MultiPolygon area)
    {
        var single = area.Polygons.Length == 1;
        json.WriteStartObject();
        json.WriteString("type"u8, single ? "Polygon"u8 : "MultiPolygon"u8);
        json.WritePropertyName("coordinates"u8);
        if (!single)
        {
            json.WriteStartArray();
        }

        foreach (var polygon in area.Polygons)
        {
            json.WriteStartArray();
            for (var i = 0; i < polygon.Rings.Length; i++)
            {
                WriteRing(json, polygon.Rings[i], anticlockwise: i == 0);
            }

            json.WriteEndArray();
        }

        if (!single)
        {
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring, bool anticlockwise)
    {
        var positions = ring.Positions;
        var asIs = ring.SignedDoubleArea >= 0 == anticlockwise;
        json.WriteStartArray();
        for (var i = 0; i < positions.Length; i++)
        {
            WriteCoordinates(json, positions[asIs ? i : positions.Length - 1 - i]);
        }

        json.WriteEndArray();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Position position)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(position.LongitudeDegrees, Decimals));
        json.WriteNumberValue(Math.Round(position.LatitudeDegrees, Decimals));
        json.WriteEndArray();
    }
}
