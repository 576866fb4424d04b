using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Jobs;

/// <summary>Shows jobs, newest first, and cancels them.</summary>
internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", List).WithName("ListJobs").WithTags("Jobs").Needs(Permission.JobsRead);
        api.MapGet("/jobs/recurring", (RecurringRuns runs) => TypedResults.Ok(runs.View()))
            .WithName("ListRecurringJobs")
            .WithTags("Jobs")
            .Needs(Permission.JobsRead);
        api.MapGet("/jobs/{id}", Read)
            .WithName("ReadJob")
            .WithTags("Jobs")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.JobsRead);
        api.MapPost("/jobs/{id}/cancel", Cancel)
            .WithName("CancelJob")
            .WithTags("Jobs")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.JobsWrite);
    }

    private static async Task<Ok<Page<JobView>>> List(int? limit, string? cursor, KernelDb db, CancellationToken ct)
    {
        var take = Page.Limit(limit);
        var jobs = db.Jobs.AsNoTracking();
        if (Page.Number(cursor) is { } before)
            jobs = jobs.Where(j => j.Sequence < before);
        var rows = await jobs.OrderByDescending(j => j.Sequence).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(rows, take, JobView.Of, j => j.Sequence));
    }

    private static async Task<Ok<JobView>> Read(JobId id, KernelDb db, CancellationToken ct) =>
        TypedResults.Ok(
            JobView.Of(
                await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct)
                    ?? throw Refused.NotFound("job.unknown")
            )
        );

    // In one statement: the job writes how far it is meanwhile, and a person who cancels it is not told to look again.
    private static async Task<Ok<JobView>> Cancel(JobId id, KernelDb db, JobRuns runs, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        await using var writing = await db.BeginWriting(ct);
        var asked = await db
            .Jobs.Where(j => j.Id == id && (j.State == JobState.Queued || j.State == JobState.Running))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.CancelRequested, true)
                        .SetProperty(j => j.EndedAt, j => j.State == JobState.Queued ? now : j.EndedAt)
                        .SetProperty(j => j.State, j => j.State == JobState.Queued ? JobState.Cancelled : j.State)
                        .SetProperty(j => j.Revision, j => j.Revision + 1),
                ct
            );
        var job =
            await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct)
            ?? throw Refused.NotFound("job.unknown");
        if (asked == 0)
            throw new Refused("job.already-ended") { Current = JobView.Of(job) }.With(
                "state",
                JobView.NameOf(job.State)
            );
        db.Audit("job.cancelled", "job", id.ToString());
        db.Tell("job", id.ToString(), job.Revision, "cancel", "");
        db.WhenCommitted(() => runs.Cancel(id));
        await db.SaveAndCommit(writing, ct);
        return TypedResults.Ok(JobView.Of(job));
    }
}

/// <summary>A job on the wire.</summary>
internal sealed record JobView(
    JobId Id,
    string Kind,
    [OneOf(typeof(JobState))] string State,
    JobProgress? Progress,
    bool CancelRequested,
    DateTimeOffset AskedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Error,
    int Revision
)
{
    public static JobView Of(Job job) =>
        new(
            job.Id,
            job.Kind,
            NameOf(job.State),
            job.Total > 0 ? new JobProgress(job.Done, job.Total) : null,
            job.CancelRequested,
            job.AskedAt,
            job.StartedAt,
            job.EndedAt,
            job.Error,
            job.Revision
        );

    public static string NameOf(JobState state) =>
        state switch
        {
            JobState.Queued => "queued",
            JobState.Running => "running",
            JobState.Done => "done",
            JobState.Failed => "failed",
            _ => "cancelled",
        };
}

/// <summary>How far a job is, in its own unit.</summary>
internal sealed record JobProgress(int Done, int Total);
