using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using NetTopologySuite.Geometries;

namespace Fourfold.Serve.Seeding;

/// <summary>Makes up the outlines of districts, townships and villages within those of cities and counties, and of the grids within them. Pure but for its data.</summary>
internal sealed class ProvinceOutlines
{
    private const string Resource = "Fourfold.Serve.Seeding.Data.counties.json";
    private readonly IAreaDirectory areas;
    private readonly HashSet<string> wanted;
    private readonly Dictionary<string, int> grids;
    private readonly Random chance;

    /// <param name="areas">The real areas.</param>
    /// <param name="gridsOfVillages">How many grids each village has; villages of other places are left out.</param>
    /// <param name="chance">All chance.</param>
    public ProvinceOutlines(IAreaDirectory areas, IReadOnlyDictionary<string, int> gridsOfVillages, Random chance)
    {
        this.areas = areas;
        this.chance = chance;
        grids = gridsOfVillages.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        // What has a grid somewhere below it.
        wanted =
        [
            .. gridsOfVillages
                .Keys.SelectMany(v => new[] { v[..4], v[..6], v[..9], v })
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Told once each: an area above the grids with its shape, or a grid's code with its shape. Areas come before what lies in them.</summary>
    public IEnumerable<(string Path, Geometry Shape)> All()
    {
        foreach (
            var county in EmbeddedData
                .Json<Counties>(typeof(ProvinceOutlines).Assembly, Resource)
                .Outlines.Where(c => wanted.Contains(c.Path))
        )
        foreach (var piece in Below(county.Path, Subdivision.Shape(county.Polygons)))
            yield return piece;
    }

    private IEnumerable<(string, Geometry)> Below(string path, Geometry shape)
    {
        yield return (path, shape);
        var parts = path.Length == 12 ? GridsOf(path) : Children(path);
        // The smaller, the less it shows whether cells are round.
        var pieces = Subdivision.Split(shape, parts.Length, path.Length < 9 ? 6 : 2, chance);
        for (var i = 0; i < parts.Length; i++)
            if (path.Length == 12)
                yield return (parts[i], pieces[i]);
            else
                foreach (var piece in Below(parts[i], pieces[i]))
                    yield return piece;
    }

    private string[] Children(string path) =>
        [.. areas.ChildrenOf(path).Select(a => a.Path).Where(wanted.Contains).Order(StringComparer.Ordinal)];

    private string[] GridsOf(string village) =>
        [
            .. Enumerable
                .Range(1, grids[village])
                .Select(n => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{village}{n:000}")),
        ];

    private sealed record Counties(County[] Outlines);

    private sealed record County(string Path, double[][][][] Polygons);
}
