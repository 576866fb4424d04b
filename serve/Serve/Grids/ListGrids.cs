using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Grids;

/// <summary>Grids by their place, one of them, and the boundaries it had.</summary>
internal static class ListGrids
{
    private const int LongestSearch = 60;

    public static void Map(IEndpointRouteBuilder grids)
    {
        grids
            .MapGet("", List)
            .WithName("ListGrids")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);
        grids
            .MapGet("/{id}", Read)
            .WithName("ReadGrid")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.GridsRead);
        grids
            .MapGet("/{id}/boundaries", Boundaries)
            .WithName("ListBoundaries")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.GridsRead);
    }

    /// <summary>A boundary of a grid's history.</summary>
    internal sealed record BoundaryView(
        int Number,
        DateTimeOffset From,
        DateTimeOffset? Until,
        double SquareMetres,
        int AcceptedFaults,
        System.Text.Json.JsonElement? Geometry
    );

    private static async Task<Ok<Page<GridView>>> List(
        string? area,
        string? q,
        [OneOf(typeof(GridKinds))] string? kind,
        bool? closed,
        int? limit,
        string? cursor,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var rows = Chosen(db.Grids.AsNoTracking(), area, q, kind, closed ?? false);
        // By place: each grid's micro-grids follow it, and the index of the area is the order.
        if (Page.Key(cursor, 2) is [var path, var code])
            rows = rows.Where(g =>
                string.Compare(g.AreaPath, path) >= 0
                && (string.Compare(g.AreaPath, path) > 0 || string.Compare(g.Code, code) > 0)
            );
        var page = await rows.OrderBy(g => g.AreaPath).ThenBy(g => g.Code).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(page, take, g => GridView.Of(g, areas), g => [g.AreaPath, g.Code]));
    }

    /// <summary>Those of an area whose code begins with the digits, or whose name holds the text.</summary>
    internal static IQueryable<Grid> Chosen(IQueryable<Grid> grids, string? area, string? q, string? kind, bool closed)
    {
        if (kind is not null && !GridKinds.All.Contains(kind))
            throw Refused.Invalid("request.unknown-value", "kind").With("known", GridKinds.All);
        grids = grids.WithinNamed(area);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var text = q.Trim();
            if (text.Length > LongestSearch)
                throw Refused.Invalid("request.too-long", "q").With("maximum", LongestSearch);
            if (text.All(char.IsAsciiDigit))
            {
                var end = text + ':'; // The character after '9'.
                grids = grids.Where(g => string.Compare(g.Code, text) >= 0 && string.Compare(g.Code, end) < 0);
            }
            else
                grids = grids.Where(g => g.Name.Contains(text));
        }
        if (kind is not null)
            grids = grids.Where(g => g.Kind == kind);
        return closed ? grids.Where(g => g.ClosedAt != null) : grids.Where(g => g.ClosedAt == null);
    }

    private static async Task<Ok<GridDetail>> Read(
        GridId id,
        GridDesk desk,
        IAreaDirectory areas,
        HttpContext http,
        CancellationToken ct
    )
    {
        var grid = await desk.Find(id, ct);
        ExpectedRevision.Show(http, grid.Revision);
        return TypedResults.Ok(GridDetail.Of(grid, await desk.Geometry(grid, ct), areas));
    }

    private static async Task<Ok<Page<BoundaryView>>> Boundaries(
        GridId id,
        int? limit,
        string? cursor,
        GridDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        var grid = await desk.Find(id, ct);
        var take = Page.Limit(limit);
        var rows = db.Boundaries.AsNoTracking().Where(b => b.GridId == grid.Id);
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(b => b.Number < before);
        var page = await rows.OrderByDescending(b => b.Number).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(
            Page.Of(
                page,
                take,
                b => new BoundaryView(b.Number, b.From, b.Until, b.SquareMetres, b.AcceptedFaults, Json.Of(b.Geometry)),
                b => b.Number
            )
        );
    }
}
