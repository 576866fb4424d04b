using System.Collections.Concurrent;
using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Jobs;

/// <summary>Runs one-off jobs, a few at a time, and writes down how they go. Each write is void once the lease has moved on.</summary>
internal sealed partial class JobRuns(
    IServiceScopeFactory scopes,
    IEnumerable<JobKind> kinds,
    JobSignal signal,
    TimeProvider clock,
    ILogger<JobRuns> log
)
{
    private const int MaximumAtOnce = 2;
    private const int MaximumAttempts = 3;
    private const int MaximumError = 500;

    private readonly Dictionary<string, JobKind> byKind = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<JobId, Running> running = new();

    /// <summary>Puts what another server (or this one, before it was killed) left running back into the queue.</summary>
    public async Task TakeOver(long fence, CancellationToken ct)
    {
        await using var scope = Scheduler.Scope(scopes, "jobs");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var left = await db.Jobs.Where(j => j.State == JobState.Running && j.Fence < fence).ToListAsync(ct);
        foreach (var job in left)
        {
            job.Revision++;
            if (job.CancelRequested)
                End(job, JobState.Cancelled, null);
            else if (job.Attempts >= MaximumAttempts)
                End(job, JobState.Failed, "job.interrupted");
            else
                job.State = JobState.Queued;
        }
        await db.SaveChangesAsync(ct);
    }

    public async Task StartQueued(long fence, CancellationToken ct)
    {
        if (running.Count >= MaximumAtOnce)
            return;
        await using var scope = Scheduler.Scope(scopes, "jobs");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var queued = await db
            .Jobs.Where(j => j.State == JobState.Queued)
            .OrderBy(j => j.Sequence)
            .Take(MaximumAtOnce - running.Count)
            .ToListAsync(ct);
        foreach (var job in queued)
        {
            (job.State, job.Fence, job.StartedAt) = (JobState.Running, fence, clock.GetUtcNow());
            job.Attempts++;
            job.Revision++;
            db.Tell("job", job.Id.ToString(), job.Revision, "running", "");
            await db.SaveChangesAsync(ct);
            var run = new Running(job, fence);
            running[job.Id] = run;
            run.Task = Run(run);
        }
    }

    /// <summary>Stops a job that runs here; false when it does not.</summary>
    public bool Cancel(JobId id)
    {
        if (!running.TryGetValue(id, out var run))
            return false;
        run.CancelledByPerson = true;
        run.Stop.Cancel();
        return true;
    }

    /// <summary>Stops all: another server has the lease, or this one ends. They stay in the table as running and are taken over.</summary>
    public void Abandon()
    {
        foreach (var run in running.Values)
            run.Stop.Cancel();
    }

    /// <summary>Ends when all that are under way have ended.</summary>
    public Task Ended() => Task.WhenAll(running.Values.Select(r => r.Task));

    internal static string Describe(Exception fault) =>
        StorableText.Cut($"{fault.GetType().Name}: {fault.Message}", MaximumError);

    private async Task Run(Running run)
    {
        await Task.Yield();
        var (state, error) = await Outcome(run);
        running.TryRemove(run.Job.Id, out _);
        if (state is { } ended)
            await Write(run, job => End(job, ended, error));
        signal.Wake();
    }

    private async Task<(JobState?, string?)> Outcome(Running run)
    {
        if (!byKind.TryGetValue(run.Job.Kind, out var kind))
            return (JobState.Failed, "job.kind-unknown");
        try
        {
            await using var scope = Scheduler.Scope(scopes, run.Job.Kind, run.Job.CorrelationId);
            var told = new JobRun(run.Fence, (done, total) => Report(run, done, total));
            await kind.Run(scope.ServiceProvider, run.Job.Argument, told, run.Stop.Token);
            return (JobState.Done, null);
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            return (run.CancelledByPerson ? JobState.Cancelled : null, null);
        }
        catch (Exception fault) // A job may fail in any way; its row tells how.
        {
            Failed(log, fault, run.Job.Kind, run.Job.Id);
            return (JobState.Failed, Describe(fault));
        }
    }

    private async Task Report(Running run, int done, int total)
    {
        var percent = total > 0 ? (int)(100L * done / total) : 0;
        if (percent == run.Percent && done != total)
            return;
        run.Percent = percent;
        var cancel = await Write(run, job => (job.Done, job.Total) = (done, total));
        if (cancel)
            Cancel(run.Job.Id);
        run.Stop.Token.ThrowIfCancellationRequested();
    }

    // Not cancelled with the job: its last word must be written. Returns whether a person has asked, perhaps at another server, to cancel it.
    private async Task<bool> Write(Running run, Action<Job> change)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                await using var scope = Scheduler.Scope(scopes, run.Job.Kind, run.Job.CorrelationId);
                var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
                var job = await db.Jobs.SingleAsync(j => j.Id == run.Job.Id, CancellationToken.None);
                if (job.Fence != run.Fence || job.State != JobState.Running)
                    return true; // Taken over by another server: ours is void.
                change(job);
                job.Revision++;
                db.Tell("job", job.Id.ToString(), job.Revision, JobView.NameOf(job.State), "");
                await db.SaveChangesAsync(CancellationToken.None);
                return job.CancelRequested;
            }
            catch (DbUpdateConcurrencyException) { } // Somebody asked to cancel just now: look again.
            catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException)
            {
                Failed(log, fault, run.Job.Kind, run.Job.Id);
                return false; // Stays as running and is taken over at the next start.
            }
        }
        return false;
    }

    private void End(Job job, JobState state, string? error) =>
        (job.State, job.EndedAt, job.Error) = (state, clock.GetUtcNow(), error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Job} failed")]
    private static partial void Failed(ILogger log, Exception exception, string kind, JobId job);

    private sealed class Running(Job job, long fence)
    {
        public Job Job { get; } = job;
        public long Fence { get; } = fence;
        public CancellationTokenSource Stop { get; } = new();
        public bool CancelledByPerson { get; set; }
        public int Percent { get; set; } = -1;
        public Task Task { get; set; } = Task.CompletedTask;
    }
}
