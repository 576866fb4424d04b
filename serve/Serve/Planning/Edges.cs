using Fourfold.Contracts;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Grids.Topology;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace Fourfold.Serve.Planning;

/// <summary>Which of some grids lie side by side and are of a kind. Shapes are only made of those that are asked about.</summary>
internal sealed class Edges
{
    private readonly Dictionary<string, Grid> grids;
    private readonly Dictionary<GridId, string> drawn;
    private readonly Dictionary<GridId, Geometry?> shapes = [];
    private Plane? plane;

    private Edges(IEnumerable<Grid> grids, Dictionary<GridId, string> drawn)
    {
        this.grids = grids.ToDictionary(g => g.Code, StringComparer.Ordinal);
        this.drawn = drawn;
    }

    /// <summary>Reads their boundaries, at once.</summary>
    public static async Task<Edges> Of(ServeDb db, IReadOnlyCollection<Grid> grids, CancellationToken ct)
    {
        var ids = grids.Select(g => g.Id).ToArray();
        return new Edges(
            grids,
            await db
                .Boundaries.AsNoTracking()
                .Where(b => b.Until == null && ids.Contains(b.GridId))
                .ToDictionaryAsync(b => b.GridId, b => b.Geometry, ct)
        );
    }

    /// <summary>Whether one grid could be made of these two.</summary>
    public bool AreShared(string code, string other) =>
        grids.TryGetValue(code, out var one)
        && grids.TryGetValue(other, out var two)
        && one.Kind == two.Kind
        && one.Use == two.Use
        && Shape(one.Id) is { } shape
        && Shape(two.Id) is { } beside
        && GridUnion.AreNeighbours(shape, beside);

    private Geometry? Shape(GridId id)
    {
        if (shapes.TryGetValue(id, out var made))
            return made;
        if (!drawn.TryGetValue(id, out var stored))
            return shapes[id] = null;
        var area = Outline.Stored(stored);
        // One plane for all: within a county lengths are true to a part in a thousand.
        plane ??= Plane.Around(area);
        return shapes[id] = plane.ToShape(area);
    }
}
