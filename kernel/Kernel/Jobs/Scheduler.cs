using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Jobs;

/// <summary>Runs recurring and one-off jobs while this server holds the lease; time is the TimeProvider's.</summary>
internal sealed partial class Scheduler(
    SchedulerLease lease,
    RecurringRuns recurring,
    JobRuns runs,
    JobSignal signal,
    TimeProvider clock,
    ILogger<Scheduler> log
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EndWait = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        long? before = null;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                // Asked for before looking, so that a job written while we look is not missed.
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
                var next = Task.WhenAny(Task.Delay(Tick, clock, stop.Token), signal.Wait(stop.Token));
                var fence = await lease.Hold(ct);
                if (fence is { } held)
                {
                    if (before != held)
                        await runs.TakeOver(held, ct);
                    await recurring.StartDue(held, ct);
                    await runs.StartQueued(held, ct);
                }
                else
                    runs.Abandon();
                before = fence;
                await next;
                await stop.CancelAsync();
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
            catch (Exception fault) // The outermost loop: the database may be away for a while.
            {
                Faulted(log, fault);
                await Task.Delay(Tick, TimeProvider.System, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        runs.Abandon();
        await Task.WhenAny(Task.WhenAll(runs.Ended(), recurring.Ended()), Task.Delay(EndWait, cancellationToken));
        try
        {
            await lease.Release();
        }
        catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException)
        {
            Faulted(log, fault); // It expires by itself.
        }
    }

    /// <summary>A scope that acts as the system for a job.</summary>
    internal static AsyncServiceScope Scope(IServiceScopeFactory scopes, string job, string correlationId = "")
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System(job, correlationId);
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The scheduler fell; going on")]
    private static partial void Faulted(ILogger log, Exception exception);
}
