using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Kernel.Tests.Units;

/// <summary>The demonstration's sea sectors: no alert between two stations, none with two.</summary>
public sealed class SectorDataTests
{
    private const double GridDegrees = 0.02;

    private static readonly JsonElement[] Units =
    [
        .. Read("kernel/Kernel/Units/Data/demonstration-units.json").GetProperty("units").EnumerateArray(),
    ];

    private static readonly Dictionary<string, MultiPolygon> Sectors = Units
        .Where(unit => Geometry(unit).ValueKind != JsonValueKind.Null)
        .ToDictionary(unit => Text(unit, "key"), unit => Area(Geometry(unit)));

    private static readonly Dictionary<string, MultiPolygon> Rings = Read("sense/Sense/Picture/Data/rings.geojson")
        .GetProperty("features")
        .EnumerateArray()
        .ToDictionary(
            feature => Text(feature.GetProperty("properties"), "ring"),
            feature => Area(feature.GetProperty("geometry"))
        );

    [Fact]
    public void No_two_sectors_overlap() => Assert.All(Grid, place => Assert.InRange(Holding(place).Length, 0, 1));

    [Theory]
    [InlineData("shoreline")]
    [InlineData("near-sea")]
    public void The_sectors_cover_the_whole_ring(string ring)
    {
        var inside = Grid.Where(Rings[ring].Contains).ToArray();
        Assert.NotEmpty(inside);
        Assert.All(inside, place => Assert.Single(Holding(place)));
    }

    [Theory]
    [InlineData(19.99, 110.08)]
    [InlineData(20.00, 110.07)]
    [InlineData(19.985, 110.085)]
    [InlineData(20.02, 110.10)]
    public void The_waters_off_Dongshui_belong_to_its_station(double latitude, double longitude) =>
        Assert.Equal(["dongshui-station"], Holding(Position.FromDegrees(latitude, longitude)));

    [Fact]
    public void The_rings_do_not_overlap() =>
        Assert.All(Grid, place => Assert.InRange(Rings.Values.Count(ring => ring.Contains(place)), 0, 1));

    [Fact]
    public void Every_unit_is_marked_synthetic_and_has_a_parent_before_it_and_a_known_area()
    {
        var areas = File.ReadLines(Repository.At("kernel/Kernel/Areas/Data/hainan.csv"))
            .Select(line => line.Split(',')[0])
            .ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in Units)
        {
            Assert.True(unit.GetProperty("synthetic").GetBoolean());
            Assert.EndsWith("（演示）", Text(unit, "name"), StringComparison.Ordinal);
            Assert.Contains(Text(unit, "areaCode"), areas);
            Assert.All(Served(unit), code => Assert.Contains(code, areas));
            var parent = unit.GetProperty("parent").GetString();
            Assert.True(parent is null || seen.Contains(parent), $"{Text(unit, "key")} comes before its parent");
            Assert.True(seen.Add(Text(unit, "key")));
        }
    }

    private static IEnumerable<Position> Grid =>
        from row in Enumerable.Range(0, (int)(3.6 / GridDegrees))
        from column in Enumerable.Range(0, (int)(4.2 / GridDegrees))
        select Position.FromDegrees(latitude: 17.5 + row * GridDegrees, longitude: 107.8 + column * GridDegrees);

    private static string[] Holding(Position place) =>
        [.. Sectors.Where(sector => sector.Value.Contains(place)).Select(sector => sector.Key)];

    private static JsonElement Geometry(JsonElement unit) => unit.GetProperty("jurisdiction").GetProperty("geometry");

    private static IEnumerable<string> Served(JsonElement unit) =>
        unit.GetProperty("jurisdiction").GetProperty("areas").EnumerateArray().Select(code => code.GetString()!);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static MultiPolygon Area(JsonElement geometry)
    {
        Assert.True(GeoJson.TryReadArea(geometry, out var area, out var problem), $"{problem}");
        return area!;
    }

    private static JsonElement Read(string path) =>
        JsonDocument.Parse(File.ReadAllBytes(Repository.At(path))).RootElement;
}
