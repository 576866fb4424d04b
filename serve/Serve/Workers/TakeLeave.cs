using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Workers;

/// <summary>Enters a leave with who stands in, and ends one before its time.</summary>
internal static class TakeLeave
{
    /// <summary>Who stands in from when until when.</summary>
    /// <param name="DeputyId">Another post on a grid, in force for all that time.</param>
    /// <param name="From">When it begins; not before now.</param>
    /// <param name="Until">First instant after it, at most 366 days later.</param>
    internal sealed record LeaveRequest(GridPostId DeputyId, DateTimeOffset From, DateTimeOffset Until);

    internal sealed record EndRequest(int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder workers)
    {
        workers
            .MapPost("/{id}/leaves", Handle)
            .WithName("TakeLeave")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.GridWorkersWrite, ListWorkers.For);
        workers
            .MapPost("/leaves/{id}/end", End)
            .WithName("EndLeave")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .NeedsPurpose(Permission.GridWorkersWrite, ListWorkers.For);
    }

    private static async Task<Created<LeaveView>> Handle(
        GridPostId id,
        LeaveRequest request,
        WorkerDesk desk,
        ServeDb db,
        StandIns standIns,
        CancellationToken ct
    )
    {
        var absent = await desk.Find(id, ct);
        var deputy = await desk.Find(request.DeputyId, ct);
        var now = db.Clock.GetUtcNow();
        var from = request.From < now ? now : request.From;
        Check(absent, deputy, from, request.Until);
        var clash = await db
            .Leaves.AsNoTracking()
            .Where(l => l.Until > from && l.From < request.Until)
            .Where(l => l.AbsentPost == absent.Post || l.AbsentPost == deputy.Post)
            .FirstOrDefaultAsync(ct);
        if (clash is not null)
            throw new Refused(clash.AbsentPost == absent.Post ? "leave.overlaps" : "leave.deputy-away")
                .With("from", clash.From)
                .With("until", clash.Until);
        var leave = new Leave
        {
            Id = Ids.New<LeaveId>(db.Clock),
            AreaPath = absent.AreaPath,
            Absent = absent.Id,
            AbsentPost = absent.Post,
            Deputy = deputy.Id,
            DeputyPost = deputy.Post,
            From = from,
            Until = request.Until,
            EnteredBy = db.Actor.Person,
        };
        db.Leaves.Add(leave);
        db.Audit(
            "leave.entered",
            "grid-post",
            id.ToString(),
            new
            {
                leave.Id,
                leave.Deputy,
                leave.From,
                leave.Until,
            }
        );
        db.WhenCommitted(standIns.Forget);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/grid-workers/{id}", await desk.Show(leave, ct));
    }

    private static void Check(GridPost absent, GridPost deputy, DateTimeOffset from, DateTimeOffset until)
    {
        if (until <= from || until - from > TimeSpan.FromDays(Leave.LongestDays))
            throw Refused.Invalid("leave.times", "until").With("days", Leave.LongestDays);
        if (deputy.Person == absent.Person)
            throw Refused.Invalid("leave.own-deputy", "deputyId");
        foreach (var (post, field) in new[] { (absent, "from"), (deputy, "deputyId") })
            if (!post.IsInForce(from) || post.Until < until)
                throw Refused.Invalid("leave.post-not-in-force", field).With("until", post.Until);
    }

    private static async Task<Ok<LeaveView>> End(
        LeaveId id,
        EndRequest request,
        ExpectedRevision known,
        WorkerDesk desk,
        ServeDb db,
        StandIns standIns,
        CancellationToken ct
    )
    {
        var leave = await db.Leaves.FirstOrDefaultAsync(l => l.Id == id, ct) ?? throw Refused.NotFound("leave.unknown");
        var current = await desk.Show(leave, ct);
        known.Meets(request.ExpectedRevision, leave.Revision, () => current);
        leave.End(db.Clock.GetUtcNow());
        leave.Revision++;
        db.Audit("leave.ended", "grid-post", leave.Absent.ToString(), new { leave.Id, leave.Until });
        db.WhenCommitted(standIns.Forget);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await desk.Show(leave, ct));
    }
}
