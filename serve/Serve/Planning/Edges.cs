using Fourfold.Kernel.Identity;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Grids.Topology;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace Fourfold.Serve.Planning;

/// <summary>Which of some grids lie side by side and are of a kind. Boundaries are only read when a pair is asked about that nobody asked about before, shapes only made of such.</summary>
/// <param name="grids">Those that may be asked about, by code.</param>
/// <param name="known">What is known of their boundaries.</param>
internal sealed class Edges(IReadOnlyDictionary<string, PlanGrids.Planned> grids, KnownEdges known)
{
    private readonly Dictionary<DrawnGrid, Geometry?> shapes = [];
    private Dictionary<DrawnGrid, string>? drawn;
    private Plane? plane;

    /// <summary>Whether a pair was asked about whose boundaries must be read first; it was told that it is apart.</summary>
    public bool LacksBoundaries { get; private set; }

    /// <summary>Reads all boundaries of an area, at once: by the area's index, for a list of a thousand ids costs more to ask for than to read.</summary>
    public async Task Read(ServeDb db, string path, CancellationToken ct)
    {
        var (low, high) = AreaScope.Below(path);
        drawn = await db
            .Boundaries.AsNoTracking()
            .Where(b => string.Compare(b.AreaPath, low) >= 0 && string.Compare(b.AreaPath, high) < 0)
            .Where(b => b.Until == null && !b.Micro)
            .Select(b => new
            {
                b.GridId,
                b.Number,
                b.Geometry,
            })
            .ToDictionaryAsync(b => new DrawnGrid(b.GridId, b.Number), b => b.Geometry, ct);
        LacksBoundaries = false;
    }

    /// <summary>Whether one grid could be made of these two.</summary>
    public bool AreShared(string code, string other) =>
        grids.TryGetValue(code, out var one)
        && grids.TryGetValue(other, out var two)
        && one.Kind == two.Kind
        && one.Use == two.Use
        && AreBeside(one.Drawn, two.Drawn);

    private bool AreBeside(DrawnGrid one, DrawnGrid two)
    {
        if (one.Number == 0 || two.Number == 0)
            return false;
        if (known.Find(one, two) is { } answer)
            return answer;
        if (drawn is null)
        {
            LacksBoundaries = true;
            return false;
        }
        // One that is not there was drawn anew after its grid was read.
        if (Shape(one) is not { } shape || Shape(two) is not { } beside)
            return false;
        var are = GridUnion.AreNeighbours(shape, beside);
        known.Keep(one, two, are);
        return are;
    }

    private Geometry? Shape(DrawnGrid grid)
    {
        if (shapes.TryGetValue(grid, out var made))
            return made;
        if (drawn is null || !drawn.TryGetValue(grid, out var stored))
            return shapes[grid] = null;
        var area = Outline.Stored(stored);
        // One plane for all: within a county lengths are true to a part in a thousand.
        plane ??= Plane.Around(area);
        return shapes[grid] = plane.ToShape(area);
    }
}
