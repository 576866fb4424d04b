using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Workers;

/// <summary>Who serves the grids of an area, in the order of the grids; and who served one grid, the newest first.</summary>
internal static class ListWorkers
{
    /// <summary>What looking at the names of workers can be for.</summary>
    internal static readonly string[] For =
    [
        Purposes.CaseWork,
        Purposes.FieldWork,
        Purposes.Administration,
        Purposes.Statistics,
    ];

    public static void Map(IEndpointRouteBuilder workers, IEndpointRouteBuilder grids)
    {
        workers
            .MapGet("", List)
            .WithName("ListGridWorkers")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.GridWorkersRead, For);
        grids
            .MapGet("/{id}/workers", OfGrid)
            .WithName("ListWorkersOfGrid")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.GridWorkersRead, For);
    }

    private static async Task<Ok<Page<GridPostView>>> List(
        string? area,
        bool? away,
        int? limit,
        string? cursor,
        ServeDb db,
        WorkerDesk desk,
        CancellationToken ct
    )
    {
        var now = db.Clock.GetUtcNow();
        var posts = db.GridPosts.AsNoTracking().Serving(now);
        posts = posts.WithinNamed(area);
        if (away is true)
        {
            // The few who are away are found first.
            var absent = db.Leaves.Where(l => l.Until > now && l.From <= now).Select(l => l.AbsentPost);
            posts = posts.Where(p => absent.Contains(p.Post));
        }
        var page = await posts.ByPlace(limit, cursor, p => p.Id, ct);
        var views = await desk.Show(page.Items, ct);
        await desk.Seen(page.Items, ct);
        return TypedResults.Ok(page.Showing(views));
    }

    private static async Task<Ok<Page<GridPostView>>> OfGrid(
        GridId id,
        ServeDb db,
        GridDesk grids,
        WorkerDesk desk,
        CancellationToken ct
    )
    {
        var grid = await grids.Find(id, ct);
        // A grid changes hands a few times a year: one page is its whole history for decades.
        var posts = await db
            .GridPosts.AsNoTracking()
            .Where(p => p.GridId == grid.Id)
            .OrderByDescending(p => p.From)
            .Take(Page.MaximumLimit)
            .ToListAsync(ct);
        var views = await desk.Show(posts, ct);
        await desk.Seen(posts, ct);
        return TypedResults.Ok(new Page<GridPostView>(views, null));
    }
}
