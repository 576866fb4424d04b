using System.Text.Json;

namespace Fourfold.Geo;

/// <summary>Why a GeoJSON text is refused, and where.</summary>
/// <param name="Code">
/// A stable code: <c>geojson.not-json</c>, <c>.not-an-object</c>, <c>.type-missing</c>, <c>.type-unexpected</c>,
/// <c>.coordinates-missing</c>, <c>.not-an-array</c>, <c>.position-malformed</c>, <c>.position-out-of-range</c>,
/// <c>.ring-too-short</c>, <c>.ring-not-closed</c>, <c>.line-too-short</c>, <c>.empty</c>, <c>.too-deep</c>,
/// <c>.too-many-positions</c>.
/// </param>
/// <param name="Path">JSON path of the offending value, such as <c>$.coordinates[0][3]</c>.</param>
/// <param name="Value">The offending value, cut to 60 characters.</param>
public sealed record GeoJsonProblem(string Code, string Path, string Value);

/// <summary>GeoJSON geometry (RFC 7946) to areas, lines and places and back.</summary>
public static partial class GeoJson
{
    /// <summary>Places one text may hold; more is refused.</summary>
    public const int MaximumPositions = 1_000_000;

    /// <summary>
    /// Reads every polygon of a Polygon, MultiPolygon, GeometryCollection, Feature or FeatureCollection as one area;
    /// other geometries in a collection are refused.
    /// </summary>
    public static bool TryReadArea(ReadOnlyMemory<byte> utf8, out MultiPolygon? area, out GeoJsonProblem? problem)
    {
        area = null;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return TryReadArea(document.RootElement, out area, out problem);
        }
        catch (JsonException e)
        {
            var at = $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}";
            problem = new GeoJsonProblem("geojson.not-json", "$", at);
            return false;
        }
    }

    /// <inheritdoc cref="TryReadArea(ReadOnlyMemory{byte}, out MultiPolygon?, out GeoJsonProblem?)"/>
    public static bool TryReadArea(JsonElement element, out MultiPolygon? area, out GeoJsonProblem? problem)
    {
        var reader = new Reader();
        var polygons = new List<Polygon>();
        area = null;
        if (reader.Collect(element, "$", polygons) && (polygons.Count > 0 || reader.Refuse("empty", "$", element)))
        {
            area = new MultiPolygon(polygons.ToArray());
        }

        problem = reader.Problem;
        return area is not null;
    }

    /// <summary>Reads a Point.</summary>
    public static bool TryReadPoint(JsonElement element, out Position position, out GeoJsonProblem? problem)
    {
        var reader = new Reader();
        position = default;
        var read =
            reader.TryCoordinates(element, "$", "Point", out var coordinates)
            && reader.TryPosition(coordinates, "$.coordinates", out position);
        problem = reader.Problem;
        return read;
    }

    /// <summary>Reads a LineString of at least two places.</summary>
    public static bool TryReadLine(JsonElement element, out Position[] line, out GeoJsonProblem? problem)
    {
        var reader = new Reader();
        line = [];
        var read =
            reader.TryCoordinates(element, "$", "LineString", out var coordinates)
            && reader.TryPositions(coordinates, "$.coordinates", out line)
            && (line.Length > 1 || reader.Refuse("line-too-short", "$.coordinates", coordinates));
        problem = reader.Problem;
        return read;
    }

    private sealed class Reader
    {
        private const int MaximumDepth = 8;
        private int positionsLeft = MaximumPositions;
        private int depth;

        public GeoJsonProblem? Problem { get; private set; }

        /// <summary>Notes the first problem; always false, to be returned.</summary>
        public bool Refuse(string code, string path, JsonElement value)
        {
            var text = value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();
            Problem ??= new GeoJsonProblem("geojson." + code, path, text.Length <= 60 ? text : text[..60]);
            return false;
        }

        public bool Collect(JsonElement element, string path, List<Polygon> polygons)
        {
            if (!TryType(element, path, out var type))
            {
                return false;
            }

            return type switch
            {
                "Polygon" => Coordinates(element, path, out var c) && AddPolygon(c, path + ".coordinates", polygons),
                "MultiPolygon" => Coordinates(element, path, out var c)
                    && Each(c, path + ".coordinates", (child, at) => AddPolygon(child, at, polygons)),
                "GeometryCollection" => Nested(element, path, "geometries", polygons),
                "FeatureCollection" => Nested(element, path, "features", polygons),
                "Feature" => element.TryGetProperty("geometry", out var geometry)
                    ? Collect(geometry, path + ".geometry", polygons)
                    : Refuse("coordinates-missing", path, element),
                _ => Refuse("type-unexpected", path + ".type", element.GetProperty("type")),
            };
        }

        public bool TryCoordinates(JsonElement element, string path, string wanted, out JsonElement coordinates)
        {
            coordinates = default;
            return TryType(element, path, out var type)
                && (type == wanted || Refuse("type-unexpected", path + ".type", element.GetProperty("type")))
                && Coordinates(element, path, out coordinates);
        }

        public bool TryPositions(JsonElement array, string path, out Position[] positions)
        {
            positions = [];
            if (array.ValueKind != JsonValueKind.Array)
            {
                return Refuse("not-an-array", path, array);
            }

            positionsLeft -= array.GetArrayLength();
            if (positionsLeft < 0)
            {
                return Refuse("too-many-positions", path, default);
            }

            var read = new Position[array.GetArrayLength()];
            var i = 0;
            // Walked, for asking an array of arrays for one by its number walks from the start each time; and where a place
            // stands is only written out for one that is refused.
            foreach (var place in array.EnumerateArray())
            {
                if (!TryNumbers(place, out read[i]) || !read[i].IsValid)
                {
                    return TryPosition(place, $"{path}[{i}]", out _);
                }

                i++;
            }

            positions = read;
            return true;
        }

        public bool TryPosition(JsonElement element, string path, out Position position) =>
            TryNumbers(element, out position)
                ? position.IsValid || Refuse("position-out-of-range", path, element)
                : Refuse("position-malformed", path, element);

        private static bool TryNumbers(JsonElement element, out Position position)
        {
            position = default;
            if (
                element.ValueKind != JsonValueKind.Array
                || element.GetArrayLength() < 2
                || element[0].ValueKind != JsonValueKind.Number
                || element[1].ValueKind != JsonValueKind.Number
            )
            {
                return false;
            }

            position = Position.FromDegrees(latitude: element[1].GetDouble(), longitude: element[0].GetDouble());
            return true;
        }

        private bool TryType(JsonElement element, string path, out string type)
        {
            type = "";
            if (element.ValueKind != JsonValueKind.Object)
            {
                return Refuse("not-an-object", path, element);
            }

            if (!element.TryGetProperty("type", out var value) || value.ValueKind != JsonValueKind.String)
            {
                return Refuse("type-missing", path, element);
            }

            type = value.GetString() ?? "";
            return true;
        }

        private bool Coordinates(JsonElement element, string path, out JsonElement coordinates) =>
            element.TryGetProperty("coordinates", out coordinates) || Refuse("coordinates-missing", path, element);

        private bool Nested(JsonElement element, string path, string name, List<Polygon> polygons)
        {
            if (!element.TryGetProperty(name, out var children))
            {
                return Refuse("coordinates-missing", path, element);
            }

            if (++depth > MaximumDepth)
            {
                return Refuse("too-deep", path, element);
            }

            var read = Each(children, $"{path}.{name}", (child, at) => Collect(child, at, polygons));
            depth--;
            return read;
        }

        private bool AddPolygon(JsonElement coordinates, string path, List<Polygon> polygons)
        {
            var rings = new List<LinearRing>();
            if (!Each(coordinates, path, (ring, at) => AddRing(ring, at, rings)))
            {
                return false;
            }

            if (rings.Count == 0)
            {
                return Refuse("empty", path, coordinates);
            }

            polygons.Add(new Polygon(rings[0], rings.Skip(1).ToArray()));
            return true;
        }

        private bool AddRing(JsonElement array, string path, List<LinearRing> rings)
        {
            if (!TryPositions(array, path, out var positions))
            {
                return false;
            }

            if (positions.Length < 4)
            {
                return Refuse("ring-too-short", path, array);
            }

            if (positions[0] != positions[^1])
            {
                return Refuse("ring-not-closed", $"{path}[{positions.Length - 1}]", array[positions.Length - 1]);
            }

            rings.Add(new LinearRing(positions));
            return true;
        }

        private bool Each(JsonElement array, string path, Func<JsonElement, string, bool> read)
        {
            if (array.ValueKind != JsonValueKind.Array)
            {
                return Refuse("not-an-array", path, array);
            }

            var i = 0;
            foreach (var child in array.EnumerateArray())
            {
                if (!read(child, $"{path}[{i++}]"))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
