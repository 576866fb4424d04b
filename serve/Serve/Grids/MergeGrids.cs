using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids.Topology;
using Fourfold.Serve.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Grids;

/// <summary>Makes one grid of two neighbours of a kind: one keeps its code and takes the other's place and people; the other is closed.</summary>
internal static class MergeGrids
{
    // Beside one grid lie some ten.
    private const int MostNeighbours = 100;

    /// <summary>What one grid is to be made of.</summary>
    /// <param name="With">The grid that is closed.</param>
    /// <param name="Name">1 … 60 characters.</param>
    /// <param name="Households">Of both.</param>
    /// <param name="Residents">Of both.</param>
    /// <param name="WithRevision">Revision of the other grid that was looked at.</param>
    /// <param name="ExpectedRevision">Revision of the one that stays.</param>
    internal sealed record MergeRequest(
        GridId With,
        string Name,
        int Households,
        int Residents,
        int WithRevision,
        int? ExpectedRevision = null
    );

    /// <summary>What would become of two grids.</summary>
    internal sealed record MergeView(
        GridView Grid,
        GridView With,
        JsonElement? Geometry,
        double SquareMetres,
        int Households,
        int Residents
    );

    /// <summary>Grids that one can be made one with.</summary>
    internal sealed record NeighbourList(IReadOnlyList<GridView> Items);

    public static void Map(IEndpointRouteBuilder grids)
    {
        grids
            .MapGet("/{id}/neighbours", Neighbours)
            .WithName("ListNeighbours")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.GridsRead);
        grids
            .MapGet("/{id}/merge", Propose)
            .WithName("ProposeMerge")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);
        grids
            .MapPost("/{id}/merge", Merge)
            .WithName("MergeGrids")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsWrite);
    }

    private static async Task<Ok<NeighbourList>> Neighbours(
        GridId id,
        GridDesk desk,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var grid = await desk.Find(id, ct);
        var area = await desk.Drawn(grid, ct);
        var plane = Plane.Around(area);
        var shape = plane.ToShape(area);
        var beside = await db
            .Boundaries.AsNoTracking()
            .Where(b => b.GridId == id && b.Until == null)
            .SelectMany(own =>
                db.Boundaries.Where(b => b.Until == null && b.GridId != id && b.Micro == own.Micro)
                    .Where(b => b.West <= own.East && b.East >= own.West)
                    .Where(b => b.South <= own.North && b.North >= own.South)
            )
            .Join(db.Grids, b => b.GridId, g => g.Id, (b, g) => new { g, b.Geometry })
            .OrderBy(n => n.g.Code)
            .Take(MostNeighbours)
            .ToListAsync(ct);
        return TypedResults.Ok(
            new NeighbourList([
                .. beside
                    .Where(n => Alike(grid, n.g))
                    .Where(n => GridUnion.AreNeighbours(shape, plane.ToShape(Outline.Stored(n.Geometry))))
                    .Select(n => GridView.Of(n.g, areas)),
            ])
        );
    }

    private static async Task<Ok<MergeView>> Propose(
        GridId id,
        GridId with,
        GridDesk desk,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var (grid, other) = (await desk.Find(id, ct), await desk.Find(with, ct));
        var outline = await Together(grid, other, desk, ct);
        return TypedResults.Ok(
            new MergeView(
                GridView.Of(grid, areas),
                GridView.Of(other, areas),
                Json.Of(outline.GeoJson),
                outline.SquareMetres,
                grid.Households + other.Households,
                grid.Residents + other.Residents
            )
        );
    }

    private static async Task<Ok<GridDetail>> Merge(
        GridId id,
        MergeRequest request,
        ExpectedRevision known,
        GridDesk desk,
        HandOver handOver,
        ServeDb db,
        IAreaDirectory areas,
        HttpContext http,
        CancellationToken ct
    )
    {
        var (grid, other) = (await desk.Find(id, ct), await desk.Find(request.With, ct));
        known.Meets(request.ExpectedRevision, grid.Revision, () => GridView.Of(grid, areas));
        if (request.WithRevision != other.Revision)
            throw Refused.Stale(request.WithRevision, other.Revision, GridView.Of(other, areas));
        var outline = await Together(grid, other, desk, ct);
        await desk.RequireNoMicroGrids(other, ct);
        var now = db.Clock.GetUtcNow();
        grid.Name = GridRules.Name(request.Name);
        grid.Households = GridRules.People(request.Households, "households");
        grid.Residents = GridRules.People(request.Residents, "residents");
        await desk.EndBoundary(other, now, ct);
        await desk.Put(grid, outline, 0, ct);
        other.Close(now);
        foreach (var one in new[] { grid, other })
        {
            one.UpdatedAt = now;
            one.Revision++;
        }
        var there = (await handOver.Serving(grid, now, ct)).Select(p => p.Post).ToHashSet();
        foreach (var post in await handOver.Serving(other, now, ct))
        {
            if (there.Add(post.Post))
                handOver.Join(post, grid, now);
            HandOver.End(post, now);
        }
        db.Audit("grid.merged", "grid", id.ToString(), new { grid.Code, With = other.Code });
        db.Tell("grid", id.ToString(), grid.Revision, "redrawn", grid.AreaPath);
        db.Tell("grid", other.Id.ToString(), other.Revision, "closed", other.AreaPath);
        await db.SaveChangesAsync(ct);
        ExpectedRevision.Show(http, grid.Revision);
        return TypedResults.Ok(GridDetail.Of(grid, outline.GeoJson, areas));
    }

    // What the two had as faults was accepted with them; together they have no others.
    private static async Task<Outline> Together(Grid grid, Grid other, GridDesk desk, CancellationToken ct)
    {
        var (one, two) = (await desk.Drawn(grid, ct), await desk.Drawn(other, ct));
        var plane = Plane.Around(one);
        var (shape, beside) = (plane.ToShape(one), plane.ToShape(two));
        if (grid.Id == other.Id || !Alike(grid, other) || !GridUnion.AreNeighbours(shape, beside))
            throw Refused.Invalid("grid.not-neighbours", "with").With("code", grid.Code).With("other", other.Code);
        return plane.ToArea(GridUnion.Of(shape, beside)) is { } area && Outline.TryMake(area, out var outline, out _)
            ? outline
            : throw Refused.Invalid("boundary.not-valid", "with");
    }

    private static bool Alike(Grid one, Grid other) =>
        one.VillageCode == other.VillageCode
        && one.Kind == other.Kind
        && one.Use == other.Use
        && one.Parent == other.Parent;
}
