using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Workers;

/// <summary>Puts somebody, under a post that is in force, on a grid; changes their role and hours; ends it.</summary>
internal static class AssignWorker
{
    internal static readonly string[] RolesOfPosts = [Roles.GridWorker, Roles.GridLead];

    /// <summary>Who serves the grid.</summary>
    /// <param name="PostId">A post of a grid worker or grid lead.</param>
    /// <param name="Role">One of <see cref="GridRoles"/>.</param>
    /// <param name="Shifts">Hours of duty; null or empty: no fixed hours.</param>
    internal sealed record AssignRequest(
        PostId PostId,
        [OneOf(typeof(GridRoles))] string Role,
        IReadOnlyList<Shift>? Shifts = null
    );

    internal sealed record ChangeRequest(
        [OneOf(typeof(GridRoles))] string Role,
        IReadOnlyList<Shift>? Shifts = null,
        DateTimeOffset? Until = null,
        int? ExpectedRevision = null
    );

    public static void Map(IEndpointRouteBuilder workers, IEndpointRouteBuilder grids)
    {
        grids
            .MapPost("/{id}/workers", Assign)
            .WithName("AssignWorker")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.GridWorkersWrite, ListWorkers.For);
        workers
            .MapPut("/{id}", Change)
            .WithName("ChangeGridPost")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.GridWorkersWrite, ListWorkers.For);
    }

    private static async Task<Created<GridPostView>> Assign(
        GridId id,
        AssignRequest request,
        GridDesk grids,
        WorkerDesk desk,
        ServeDb db,
        IPeople people,
        CancellationToken ct
    )
    {
        var grid = await grids.Find(id, ct);
        grid.RequireOpen();
        RequireRole(request.Role);
        var shifts = Shift.Check(request.Shifts);
        var post =
            await people.FindPost(request.PostId, ct) is { } found && RolesOfPosts.Contains(found.Role)
                ? found
                : throw Refused.Invalid("grid-post.post-unfit", "postId").With("roles", RolesOfPosts);
        var now = db.Clock.GetUtcNow();
        if (
            await db.GridPosts.AnyAsync(
                p => p.GridId == id && p.Post == post.Id && (p.Until == null || p.Until > now),
                ct
            )
        )
            throw new Refused("grid-post.already-there");
        var made = new GridPost
        {
            Id = Ids.New<GridPostId>(db.Clock),
            GridId = grid.Id,
            AreaPath = grid.AreaPath,
            Person = post.Person,
            Post = post.Id,
            Unit = post.Unit,
            Role = request.Role,
            Shifts = shifts,
            From = now,
        };
        db.GridPosts.Add(made);
        db.Audit(
            "grid-post.assigned",
            "grid",
            id.ToString(),
            new
            {
                made.Id,
                made.Post,
                made.Role,
            }
        );
        db.Tell("grid", id.ToString(), grid.Revision, "staffed", grid.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/grid-workers/{made.Id}", await desk.Show(made, ct));
    }

    private static async Task<Ok<GridPostView>> Change(
        GridPostId id,
        ChangeRequest request,
        ExpectedRevision known,
        WorkerDesk desk,
        ServeDb db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var post = await desk.Find(id, ct);
        var now = db.Clock.GetUtcNow();
        var current = await desk.Show(post, ct);
        known.Meets(request.ExpectedRevision, post.Revision, () => current);
        if (post.Until <= now)
            throw new Refused("grid-post.ended").With("until", post.Until);
        RequireRole(request.Role);
        post.Shifts = Shift.Check(request.Shifts);
        post.Role = request.Role;
        if (request.Until is { } until)
            post.End(until < now ? now : until, now);
        post.Revision++;
        db.Audit(
            "grid-post.changed",
            "grid-post",
            id.ToString(),
            new
            {
                post.Role,
                post.Until,
                post.Revision,
            }
        );
        await db.SaveChangesAsync(ct);
        ExpectedRevision.Show(http, post.Revision);
        return TypedResults.Ok(await desk.Show(post, ct));
    }

    private static void RequireRole(string role)
    {
        if (!GridRoles.All.Contains(role))
            throw Refused.Invalid("request.unknown-value", "role").With("known", GridRoles.All);
    }
}
