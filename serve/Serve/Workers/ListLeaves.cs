using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Workers;

/// <summary>The leaves of somebody on a grid, the newest first: those that are over, the one under way and those to come.</summary>
internal static class ListLeaves
{
    public static void Map(IEndpointRouteBuilder workers) =>
        workers
            .MapGet("/{id}/leaves", Handle)
            .WithName("ListLeaves")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.GridWorkersRead, ListWorkers.For);

    private static async Task<Ok<Page<LeaveView>>> Handle(
        GridPostId id,
        ServeDb db,
        WorkerDesk desk,
        CancellationToken ct
    )
    {
        var post = await desk.Find(id, ct);
        // A few a year: one page is decades.
        var leaves = await db
            .Leaves.AsNoTracking()
            .Where(l => l.AbsentPost == post.Post)
            .OrderByDescending(l => l.From)
            .ThenByDescending(l => l.Id)
            .Take(Page.MaximumLimit)
            .ToListAsync(ct);
        var views = await desk.Show(leaves, ct);
        db.Audit("leaves.listed", "grid-post", id.ToString());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Page<LeaveView>(views, null));
    }
}
