namespace Fourfold.Kernel.Jobs;

/// <summary>Work done again and again by one server of all. Runs in a scope that acts as the system; what it throws is logged and tried at the next turn.</summary>
public interface IRecurringJob
{
    /// <summary>Does one turn. Must be content with doing nothing, and with having been interrupted anywhere.</summary>
    Task Run(JobRun run, CancellationToken ct);
}

/// <summary>Work that somebody asks for once, that is watched and can be cancelled.</summary>
/// <typeparam name="TArgument">What it is told; stored as JSON, without personal data.</typeparam>
public interface IJob<in TArgument>
{
    /// <summary>Does it. After a crash it runs again from the start, at most three times.</summary>
    Task Run(TArgument argument, JobRun run, CancellationToken ct);
}

/// <summary>Asks for jobs.</summary>
public interface IJobs
{
    /// <summary>Writes the job down; it starts at once when a place is free.</summary>
    Task<Contracts.JobId> Start<TArgument>(string kind, TArgument argument, CancellationToken ct);
}

/// <summary>One run of a job.</summary>
public sealed class JobRun
{
    private readonly Func<int, int, Task> report;

    internal JobRun(long fence, Func<int, int, Task> report)
    {
        Fence = fence;
        this.report = report;
    }

    /// <summary>Grows whenever another server takes over; put it beside what is written where a late writer could do harm.</summary>
    public long Fence { get; }

    /// <summary>Tells how far it is. Written at most a hundred times a job; throws when a person has cancelled it elsewhere.</summary>
    public Task Report(int done, int total) => report(done, total);
}
