using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids.Topology;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Grids;

/// <summary>What drawing and redrawing have in common: find the grid, look at what lies beside it, put its boundary down.</summary>
internal sealed class GridDesk(ServeDb db, IAreaDirectory areas)
{
    // Beside one grid lie some ten; a boundary drawn over a county is held against so many and found wrong anyway.
    private const int MostNeighbours = 500;

    /// <summary>The grid with this id, if it is one of the actor's area.</summary>
    /// <exception cref="Refused">404 <c>grid.unknown</c>.</exception>
    public async Task<Grid> Find(GridId id, CancellationToken ct) =>
        await db.Grids.FirstOrDefaultAsync(g => g.Id == id, ct) ?? throw Refused.NotFound("grid.unknown");

    /// <summary>Text of the present boundary, or null.</summary>
    public Task<string?> Geometry(Grid grid, CancellationToken ct) =>
        db
            .Boundaries.Where(b => b.GridId == grid.Id && b.Number == grid.Boundary)
            .Select(b => b.Geometry)
            .FirstOrDefaultAsync(ct);

    /// <summary>The village, if grids may be drawn in it by this actor.</summary>
    /// <exception cref="Refused">422 <c>grid.village-unknown</c> or <c>area.out-of-scope</c>.</exception>
    public Area Village(string code, Actor actor)
    {
        if (areas.Find(code) is not { Level: 12 } village)
            throw Refused.Invalid("grid.village-unknown", "villageCode");
        // Who serves one grid of a village does not draw others.
        return actor.Scope.Holds(village.Path) ? village : throw Refused.Invalid("area.out-of-scope", "villageCode");
    }

    /// <summary>Holds a boundary against its neighbours and its parent.</summary>
    /// <param name="outline">The boundary; valid by itself.</param>
    /// <param name="place">Whose it is to be.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<(List<TopologyFault> Faults, string? Parent)> Check(
        Outline outline,
        GridPlace place,
        CancellationToken ct
    )
    {
        var plane = Plane.Around(outline.Area);
        var subject = new GridShape(place.Code, plane.ToShape(outline.Area));
        var parent = await Parent(place, ct);
        var parentShape = parent is null ? null : plane.ToShape(parent.Area);
        var beside = await db
            .Boundaries.AsNoTracking()
            .Where(b => b.Until == null && b.Micro == place.Micro && b.GridId != (place.Self ?? default))
            .Where(b =>
                b.West <= outline.East && b.East >= outline.West && b.South <= outline.North && b.North >= outline.South
            )
            .Join(db.Grids, b => b.GridId, g => g.Id, (b, g) => new { g.Code, b.Geometry })
            .OrderBy(n => n.Code)
            .Take(MostNeighbours)
            .ToListAsync(ct);
        var others = beside.Select(n => new GridShape(n.Code, plane.ToShape(Outline.Stored(n.Geometry)))).ToList();
        var faults = TopologyCheck.Of(subject, others, parentShape, parent?.Code, plane);
        if (parent is { IsFilled: true })
        {
            var siblings = await Siblings(place, plane, ct);
            if (place.Micro || siblings.Count > 0)
                faults.AddRange(TopologyCheck.Gaps([subject, .. siblings], parentShape, parent.Code, plane));
        }
        return (faults, parent?.Code);
    }

    /// <summary>Checks all grids of a village as they are.</summary>
    public async Task<(List<TopologyFault> Faults, string? Parent)> CheckVillage(Area village, CancellationToken ct)
    {
        var place = new GridPlace(null, village.Code, false, null, null);
        var rows = await InVillage(place).ToListAsync(ct);
        if (rows.Count == 0)
            return ([], null);
        var plane = Plane.Around(Outline.Stored(rows[0].Geometry));
        List<GridShape> shapes =
        [
            .. rows.Select(r => new GridShape(r.Code, plane.ToShape(Outline.Stored(r.Geometry)))),
        ];
        var parent = await Parent(place, ct);
        return (TopologyCheck.OfAll(shapes, parent, plane), parent?.Code);
    }

    /// <summary>Ends the boundary before and puts the next one down.</summary>
    public async Task Put(Grid grid, Outline outline, int accepted, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        await EndBoundary(grid, now, ct);
        db.Boundaries.Add(grid.Redraw(outline, now, db.Actor.Person, accepted));
    }

    /// <summary>Ends the present boundary, if there is one.</summary>
    public async Task EndBoundary(Grid grid, DateTimeOffset at, CancellationToken ct)
    {
        var present = await db.Boundaries.FirstOrDefaultAsync(
            b => b.GridId == grid.Id && b.Number == grid.Boundary,
            ct
        );
        if (present is not null)
            present.Until = at;
    }

    /// <summary>Refuses to end or divide a grid that open micro-grids lie in.</summary>
    /// <exception cref="Refused">409 <c>grid.has-micro-grids</c>.</exception>
    public async Task RequireNoMicroGrids(Grid grid, CancellationToken ct)
    {
        var parts = await db.Grids.CountAsync(g => g.Parent == grid.Id && g.ClosedAt == null, ct);
        if (parts > 0)
            throw new Refused("grid.has-micro-grids").With("count", parts);
    }

    /// <summary>The present boundary.</summary>
    /// <exception cref="Refused">409 <c>grid.not-drawn</c> or <c>grid.closed</c>.</exception>
    public async Task<Fourfold.Geo.MultiPolygon> Drawn(Grid grid, CancellationToken ct)
    {
        grid.RequireOpen();
        return await Geometry(grid, ct) is { } stored
            ? Outline.Stored(stored)
            : throw new Refused("grid.not-drawn").With("code", grid.Code);
    }

    /// <summary>Refuses a boundary with faults that nobody has accepted. A gap is told and never refused.</summary>
    /// <exception cref="Refused">422 <c>grid.boundary-faults</c> with each fault and its place.</exception>
    public static int Accepted(IEnumerable<TopologyFault> faults, bool accept)
    {
        var wrong = faults.Where(f => f.Code != TopologyCodes.Gap).ToList();
        if (wrong.Count > 0 && !accept)
            throw Refused
                .Invalid("grid.boundary-faults", "geometry")
                .With("count", wrong.Count)
                .With("faults", wrong.Select(FaultView.Of).ToArray());
        return wrong.Count;
    }

    private async Task<ParentOutline?> Parent(GridPlace place, CancellationToken ct)
    {
        if (place.Parent is not { } parent)
            return await new ParentOutlines(db).Of(place.VillageCode, ct);
        var grid = await db
            .Boundaries.AsNoTracking()
            .Where(b => b.GridId == parent && b.Until == null)
            .Join(db.Grids, b => b.GridId, g => g.Id, (b, g) => new { g.Code, b.Geometry })
            .FirstOrDefaultAsync(ct);
        return grid is null ? null : new ParentOutline(grid.Code, Outline.Stored(grid.Geometry));
    }

    private async Task<List<GridShape>> Siblings(GridPlace place, Plane plane, CancellationToken ct) =>
        [
            .. (await InVillage(place).ToListAsync(ct)).Select(n => new GridShape(
                n.Code,
                plane.ToShape(Outline.Stored(n.Geometry))
            )),
        ];

    private IQueryable<Row> InVillage(GridPlace place)
    {
        var (low, high) = AreaScope.Below(place.VillageCode);
        var parent = place.Parent;
        return db
            .Boundaries.AsNoTracking()
            .Where(b => b.Until == null && b.Micro == place.Micro && b.GridId != (place.Self ?? default))
            .Where(b => string.Compare(b.AreaPath, low) >= 0 && string.Compare(b.AreaPath, high) < 0)
            .Join(db.Grids, b => b.GridId, g => g.Id, (b, g) => new { b, g })
            .Where(n => n.g.Parent == parent)
            .OrderBy(n => n.g.Code)
            .Take(MostNeighbours)
            .Select(n => new Row(n.g.Code, n.b.Geometry));
    }

    private sealed record Row(string Code, string Geometry);
}

/// <summary>Where a boundary is to belong.</summary>
/// <param name="Code">Code of the grid; null for one that has none yet.</param>
/// <param name="VillageCode">Its village.</param>
/// <param name="Micro">Whether it is a micro-grid's.</param>
/// <param name="Parent">The grid a micro-grid is part of.</param>
/// <param name="Self">The grid itself, when it is there already.</param>
internal sealed record GridPlace(string? Code, string VillageCode, bool Micro, GridId? Parent, GridId? Self)
{
    public static GridPlace Of(Grid grid) =>
        new(grid.Code, grid.VillageCode, grid.Kind == GridKinds.Micro, grid.Parent, grid.Id);
}
