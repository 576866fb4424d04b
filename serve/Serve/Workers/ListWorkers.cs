using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
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
        var take = Page.Limit(limit);
        var now = db.Clock.GetUtcNow();
        var posts = db.GridPosts.AsNoTracking().Serving(now);
        posts = posts.WithinNamed(area);
        if (away is true)
        {
            // The few who are away are found first.
            var absent = db.Leaves.Where(l => l.Until > now && l.From <= now).Select(l => l.AbsentPost);
            posts = posts.Where(p => absent.Contains(p.Post));
        }
        if (Page.Key(cursor, 2) is [var path, var id])
        {
            if (!Ids.TryParse<GridPostId>(id, out var last))
                throw Refused.Invalid("request.cursor-malformed", "cursor");
            // The row shown last; of one grid's few posts the ids come in the order they were made.
            posts = posts.Where(p => string.Compare(p.AreaPath, path) >= 0);
            var seen = await posts.Where(p => p.AreaPath == path).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
            var skip = seen.IndexOf(last) + 1;
            var rows = await posts.OrderBy(p => p.AreaPath).ThenBy(p => p.Id).Skip(skip).Take(take + 1).ToListAsync(ct);
            return await Shown(rows, take, desk, ct);
        }
        var first = await posts.OrderBy(p => p.AreaPath).ThenBy(p => p.Id).Take(take + 1).ToListAsync(ct);
        return await Shown(first, take, desk, ct);
    }

    private static async Task<Ok<Page<GridPostView>>> Shown(
        List<GridPost> rows,
        int take,
        WorkerDesk desk,
        CancellationToken ct
    )
    {
        var page = Page.Cut(rows, take, p => [p.AreaPath, p.Id.ToString()]);
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
