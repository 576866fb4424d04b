using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Grids;

/// <summary>Ends a grid: its boundary and the posts on it end now, its code is never given again. One with open micro-grids is not closed.</summary>
internal static class CloseGrid
{
    internal sealed record CloseRequest(int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapPost("/{id}/close", Handle)
            .WithName("CloseGrid")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.GridsWrite);

    private static async Task<Ok<GridView>> Handle(
        GridId id,
        CloseRequest request,
        ExpectedRevision known,
        GridDesk desk,
        HandOver handOver,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var grid = await desk.Find(id, ct);
        known.Meets(request.ExpectedRevision, grid.Revision, () => GridView.Of(grid, areas));
        await desk.RequireNoMicroGrids(grid, ct);
        var now = db.Clock.GetUtcNow();
        grid.Close(now);
        await desk.EndBoundary(grid, now, ct);
        var posts = await handOver.EndAll(grid, now, ct);
        grid.UpdatedAt = now;
        grid.Revision++;
        db.Audit("grid.closed", "grid", id.ToString(), new { grid.Code, Posts = posts });
        db.Tell("grid", id.ToString(), grid.Revision, "closed", grid.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(GridView.Of(grid, areas));
    }
}
