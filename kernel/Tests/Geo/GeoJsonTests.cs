using System.Text;
using System.Text.Json;
using CsCheck;
using Fourfold.Geo;
using Xunit;

namespace Fourfold.Kernel.Tests.Geo;

public sealed class GeoJsonTests
{
    private const string Triangle = "[[109,19],[110,19],[110,20],[109,19]]";

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[TRIANGLE]}""", 1)]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[TRIANGLE],[TRIANGLE]]}""", 2)]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[TRIANGLE]}}""", 1)]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[TRIANGLE]}}]}""",
        1
    )]
    public void Every_wrapping_of_polygons_reads_as_one_area(string json, int polygons)
    {
        Assert.True(GeoJson.TryReadArea(Utf8(json), out var area, out var problem), problem?.Code);
        Assert.Equal(polygons, area!.Polygons.Length);
        Assert.True(area.Contains(Position.FromDegrees(latitude: 19.2, longitude: 109.9)));
    }

    [Theory]
    [InlineData("{", "geojson.not-json", "$")]
    [InlineData("[]", "geojson.not-an-object", "$")]
    [InlineData("{}", "geojson.type-missing", "$")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "geojson.type-unexpected", "$.type")]
    [InlineData("""{"type":"Polygon"}""", "geojson.coordinates-missing", "$")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "geojson.empty", "$.coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":7}""", "geojson.not-an-array", "$.coordinates")]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[1,2],[3]]]}""",
        "geojson.position-malformed",
        "$.coordinates[0][1]"
    )]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[1,2],[3,4],[20,110],[1,2]]]}""",
        "geojson.position-out-of-range",
        "$.coordinates[0][2]"
    )]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,2]]]}""",
        "geojson.ring-too-short",
        "$.coordinates[0]"
    )]
    [InlineData(
        """{"type":"Polygon","coordinates":[TRIANGLE,[[1,2],[3,4],[5,6],[7,8]]]}""",
        "geojson.ring-not-closed",
        "$.coordinates[1][3]"
    )]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", "geojson.empty", "$")]
    public void Bad_geometry_is_refused_with_its_place(string json, string code, string path)
    {
        Assert.False(GeoJson.TryReadArea(Utf8(json), out var area, out var problem));
        Assert.Null(area);
        Assert.Equal((code, path), (problem!.Code, problem.Path));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_never_throw() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 60],
                Gen.Char["{}[]\",:typePolygoncdias0123456789.-"].Array[0, 60].Select(c => Encoding.UTF8.GetBytes(c))
            )
            .Sample(bytes => GeoJson.TryReadArea(bytes, out _, out var problem) == (problem is null));

    [Fact]
    public void What_is_written_reads_as_the_same_area_with_the_winding_of_the_standard()
    {
        // Written clockwise here; RFC 7946 wants the outer edge anticlockwise.
        const string clockwise = """{"type":"Polygon","coordinates":[[[109,19],[110,20],[110,19],[109,19]]]}""";
        Assert.True(GeoJson.TryReadArea(Utf8(clockwise), out var area, out _));
        Assert.Equal(
            $$"""{"type":"Polygon","coordinates":[{{Triangle}}]}""",
            Written(json => GeoJson.Write(json, area!))
        );
    }

    [Fact]
    public void Points_and_lines_survive_the_round_trip()
    {
        var place = Position.FromDegrees(latitude: 19.99, longitude: 110.08);
        using var point = JsonDocument.Parse(Written(json => GeoJson.Write(json, place)));
        Assert.True(GeoJson.TryReadPoint(point.RootElement, out var read, out _));
        Assert.True(read.DistanceTo(place) < 0.02);
        using var line = JsonDocument.Parse(Written(json => GeoJson.Write(json, [place, default])));
        Assert.True(GeoJson.TryReadLine(line.RootElement, out var places, out _));
        Assert.Equal(2, places.Length);
        Assert.False(GeoJson.TryReadPoint(line.RootElement, out _, out var problem));
        Assert.Equal("geojson.type-unexpected", problem!.Code);
    }

    [Fact]
    public void An_area_travels_inside_other_json()
    {
        var options = new JsonSerializerOptions { Converters = { new AreaJsonConverter() } };
        Assert.True(GeoJson.TryReadArea(Utf8("""{"type":"Polygon","coordinates":[TRIANGLE]}"""), out var area, out _));
        var json = JsonSerializer.Serialize(area, options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<MultiPolygon>(json, options), options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MultiPolygon>("{}", options));
    }

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json.Replace("TRIANGLE", Triangle));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
