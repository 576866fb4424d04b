using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Jobs;

/// <summary>Starts recurring jobs when they are due, never two runs of one at a time.</summary>
internal sealed partial class RecurringRuns(
    IServiceScopeFactory scopes,
    IEnumerable<RecurringJob> jobs,
    TimeProvider clock,
    ILogger<RecurringRuns> log
)
{
    // Shorter periods are not written down: they are due again soon anyway, and a row a second is a waste.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.Ordinal);

    /// <summary>How each job fared last, for the page of jobs.</summary>
    public IReadOnlyList<RecurringView> View() =>
        [
            .. jobs.OrderBy(j => j.Name, StringComparer.Ordinal)
                .Select(j =>
                    turns.TryGetValue(j.Name, out var turn)
                        ? new RecurringView(
                            j.Name,
                            j.Every.TotalSeconds,
                            turn.DueAt,
                            turn.StartedAt,
                            turn.EndedAt,
                            turn.Error,
                            turn.Progress
                        )
                        : new RecurringView(j.Name, j.Every.TotalSeconds, null, null, null, null, null)
                ),
        ];

    public async Task StartDue(long fence, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var job in jobs)
        {
            if (!turns.TryGetValue(job.Name, out var turn))
                turns[job.Name] = turn = new Turn { DueAt = await FirstDue(job, now, ct) };
            if (turn.DueAt > now + job.Every)
                turn.DueAt = now + job.Every; // The clock was set back while we ran.
            if (turn.DueAt > now || turn.Running is { IsCompleted: false })
                continue;
            turn.DueAt = now + job.Every;
            turn.Running = Run(job, turn, fence, ct);
        }
    }

    /// <summary>Ends when all that are under way have ended.</summary>
    public Task Ended() => Task.WhenAll(turns.Values.Select(t => t.Running ?? Task.CompletedTask));

    private async Task<DateTimeOffset> FirstDue(RecurringJob job, DateTimeOffset now, CancellationToken ct)
    {
        if (job.Every < Remembered)
            return now;
        await using var scope = Scheduler.Scope(scopes, job.Name);
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var due = (await db.Schedules.AsNoTracking().FirstOrDefaultAsync(s => s.Name == job.Name, ct))?.DueAt ?? now;
        // Further off than a period: the clock has been set back, or the period is shorter now.
        return due < now + job.Every ? due : now + job.Every;
    }

    private async Task Run(RecurringJob job, Turn turn, long fence, CancellationToken ct)
    {
        await Task.Yield();
        (turn.StartedAt, turn.EndedAt, turn.Error, turn.Progress) = (clock.GetUtcNow(), null, null, null);
        try
        {
            await using var scope = Scheduler.Scope(scopes, job.Name);
            var run = new JobRun(
                fence,
                (done, total) =>
                {
                    turn.Progress = new JobProgress(done, total);
                    return Task.CompletedTask;
                }
            );
            await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(job.Type)).Run(run, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault) // A job may fail in any way; it has its next turn.
        {
            turn.Error = JobRuns.Describe(fault);
            Failed(log, fault, job.Name);
        }
        turn.EndedAt = clock.GetUtcNow();
        if (job.Every >= Remembered)
            await Remember(job, turn, ct);
    }

    private async Task Remember(RecurringJob job, Turn turn, CancellationToken ct)
    {
        try
        {
            await using var scope = Scheduler.Scope(scopes, job.Name);
            var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
            var row = await db.Schedules.FirstOrDefaultAsync(s => s.Name == job.Name, ct);
            if (row is null)
                db.Schedules.Add(row = new Schedule { Name = job.Name, DueAt = turn.DueAt });
            row.DueAt = turn.DueAt;
            (row.LastStartedAt, row.LastEndedAt, row.LastError) = (turn.StartedAt, turn.EndedAt, turn.Error);
            await db.SaveChangesAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // It runs once more after a restart, which it must not mind.
        }
        catch (DbUpdateException fault)
        {
            Failed(log, fault, job.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recurring job {Job} failed")]
    private static partial void Failed(ILogger log, Exception exception, string job);

    private sealed class Turn
    {
        public required DateTimeOffset DueAt { get; set; }
        public DateTimeOffset? StartedAt { get; set; }
        public DateTimeOffset? EndedAt { get; set; }
        public string? Error { get; set; }
        public JobProgress? Progress { get; set; }
        public Task? Running { get; set; }
    }
}

/// <summary>A recurring job as the page of jobs shows it; its progress is that of the turn under way or of the last one, or null when it told none.</summary>
internal sealed record RecurringView(
    string Name,
    double EverySeconds,
    DateTimeOffset? DueAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Error,
    JobProgress? Progress
);
