using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;

namespace Fourfold.Serve.Grids.Topology;

/// <summary>One grid's shape in the plane.</summary>
internal sealed record GridShape(string? Code, Geometry Shape);

/// <summary>Do grids tile their parent? Pure: shapes in, faults out, largest first.</summary>
/// <remarks>
/// A piece narrower than <see cref="ToleranceMetres"/> everywhere is let pass: lines drawn by hand and rounded to a
/// centimetre never meet better. Cost: each pair whose boxes meet is overlaid once; some 3 ms for a village of four grids.
/// </remarks>
internal static class TopologyCheck
{
    /// <summary>Faults narrower than this are none, metres.</summary>
    public const double ToleranceMetres = 2;

    /// <summary>Most faults told at once; more are the same mistake many times.</summary>
    public const int MostFaults = 200;

    /// <summary>The first fault of a boundary by itself, or null.</summary>
    public static TopologyFault? Itself(Geometry shape, Plane plane)
    {
        if (new IsValidOp(shape).ValidationError is not { } error)
            return null;
        var code = error.ErrorType switch
        {
            TopologyValidationErrors.HoleOutsideShell
            or TopologyValidationErrors.NestedHoles
            or TopologyValidationErrors.DisconnectedInteriors => TopologyCodes.HoleOutside,
            TopologyValidationErrors.NestedShells => TopologyCodes.PartsOverlap,
            _ => TopologyCodes.CrossesItself,
        };
        return new TopologyFault(
            code,
            error.Coordinate is null ? null : plane.ToPoint(error.Coordinate),
            0,
            null,
            null,
            null
        );
    }

    /// <summary>Faults of one grid against its neighbours and its parent.</summary>
    /// <param name="grid">The grid; valid by itself.</param>
    /// <param name="others">The grids beside it, without itself.</param>
    /// <param name="parent">What it must lie in; null when that has no outline.</param>
    /// <param name="parentCode">Code of the parent.</param>
    /// <param name="plane">The plane all shapes are in.</param>
    public static List<TopologyFault> Of(
        GridShape grid,
        IEnumerable<GridShape> others,
        Geometry? parent,
        string? parentCode,
        Plane plane
    )
    {
        var faults = new List<TopologyFault>();
        foreach (var other in others)
            if (other.Shape.EnvelopeInternal.Intersects(grid.Shape.EnvelopeInternal))
                Add(
                    faults,
                    TopologyCodes.Overlap,
                    Overlay(grid.Shape, other.Shape, SpatialFunction.Intersection),
                    grid.Code,
                    other.Code,
                    plane
                );
        if (parent is not null)
            Add(
                faults,
                TopologyCodes.OutsideParent,
                Overlay(grid.Shape, parent, SpatialFunction.Difference),
                grid.Code,
                parentCode,
                plane
            );
        return Largest(faults);
    }

    /// <summary>Faults of all grids of a village: overlaps of each pair once, what leaves the parent, and what of it, if they are to fill it, no grid has.</summary>
    /// <param name="grids">The grids; each valid by itself.</param>
    /// <param name="parent">What they must lie in, or null.</param>
    /// <param name="plane">The plane all shapes are in.</param>
    public static List<TopologyFault> OfAll(IReadOnlyList<GridShape> grids, ParentOutline? parent, Plane plane)
    {
        var shape = parent is null ? null : plane.ToShape(parent.Area);
        var faults = new List<TopologyFault>();
        for (var i = 0; i < grids.Count; i++)
            faults.AddRange(Of(grids[i], grids.Skip(i + 1), shape, parent?.Code, plane));
        if (grids.Count > 0)
            faults.AddRange(
                parent is { IsFilled: true } ? Gaps(grids, shape, parent.Code, plane) : Gaps(grids, null, null, plane)
            );
        return Largest(faults);
    }

    /// <summary>Pieces of the parent that no grid has; without a parent, holes that the grids leave between them.</summary>
    public static List<TopologyFault> Gaps(
        IReadOnlyList<GridShape> grids,
        Geometry? parent,
        string? parentCode,
        Plane plane
    )
    {
        var faults = new List<TopologyFault>();
        var covered = OverlayNGRobust.Union(grids.Select(g => g.Shape));
        var whole = parent ?? Filled(covered);
        Add(faults, TopologyCodes.Gap, Overlay(whole, covered, SpatialFunction.Difference), null, parentCode, plane);
        return Largest(faults);
    }

    private static Geometry Filled(Geometry shape) =>
        OverlayNGRobust.Union(
            PolygonExtracter
                .GetPolygons(shape)
                .OfType<Polygon>()
                .Select(p => (Geometry)shape.Factory.CreatePolygon(p.Shell))
        );

    private static Geometry Overlay(Geometry a, Geometry b, SpatialFunction how) => OverlayNGRobust.Overlay(a, b, how);

    private static void Add(
        List<TopologyFault> faults,
        string code,
        Geometry pieces,
        string? grid,
        string? other,
        Plane plane
    )
    {
        foreach (var piece in PolygonExtracter.GetPolygons(pieces).OfType<Polygon>())
        {
            if (piece.Area < ToleranceMetres * ToleranceMetres || Width.IsBelow(ToleranceMetres, piece))
                continue;
            faults.Add(
                new TopologyFault(
                    code,
                    plane.ToPoint(piece.InteriorPoint.Coordinate),
                    Math.Round(piece.Area),
                    plane.ToArea(piece) is { } area ? Outline.Write(area) : null,
                    grid,
                    other
                )
            );
        }
    }

    private static List<TopologyFault> Largest(List<TopologyFault> faults) =>
        [.. faults.OrderByDescending(f => f.SquareMetres).Take(MostFaults)];
}
