using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Fourfold.Kernel.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Outbox;

/// <summary>Delivers one module's events in order within each key, at least once, and gives up on poison.</summary>
internal sealed partial class OutboxDispatcher<TDb>(
    IServiceScopeFactory scopes,
    IEnumerable<Subscription> subscriptions,
    OutboxSignal signal,
    KernelMetrics metrics,
    TimeProvider clock,
    ILogger<OutboxDispatcher<TDb>> log
) : BackgroundService
    where TDb : ModuleDb
{
    private const int BatchSize = 100;
    private const int MaximumError = 2000;

    /// <summary>Tries before an event becomes poison: about two minutes of doubling waits.</summary>
    internal const int MaxAttempts = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRetry = FirstRetry * Math.Pow(2, MaxAttempts);

    private readonly ILookup<string, Subscription> byEvent = subscriptions.ToLookup(
        s => s.Event,
        StringComparer.Ordinal
    );

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var module = "";
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await DispatchOnce(ct) is var (name, delivered))
                {
                    module = name;
                    if (delivered == 0)
                        break;
                }
                await signal.Wait(module, Poll, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: the database may be away for a while.
            {
                Faulted(log, fault, typeof(TDb).Name);
                await Task.Delay(Poll, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes a batch of pending events; returns the module's name and how many were finished.</summary>
    internal async Task<(string Module, int Delivered)> DispatchOnce(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("outbox");
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var now = clock.GetUtcNow();
        // One due later than any wait lasts was put off by a clock since set back.
        var latest = now + LongestRetry;
        var stuck = await db
            .Outbox.Where(m =>
                m.State == OutboxState.Poison
                || (m.State == OutboxState.Pending && m.Attempts > 0 && m.DueAt > now && m.DueAt <= latest)
            )
            .Select(m => m.OrderingKey)
            .Distinct()
            .ToListAsync(ct);
        var blocked = new HashSet<string>(stuck, StringComparer.Ordinal);
        var batch = await db
            .Outbox.Where(m => m.State == OutboxState.Pending && !stuck.Contains(m.OrderingKey))
            .OrderBy(m => m.Sequence)
            .Take(BatchSize)
            .ToListAsync(ct);
        var delivered = 0;
        foreach (var message in batch)
        {
            if (blocked.Contains(message.OrderingKey))
                continue;
            if (await TryDeliver(scope.ServiceProvider, db.Module, message, ct))
                delivered++;
            else
                blocked.Add(message.OrderingKey);
            await db.SaveChangesAsync(ct);
        }
        return (db.Module, delivered);
    }

    private async Task<bool> TryDeliver(
        IServiceProvider services,
        string module,
        OutboxMessage message,
        CancellationToken ct
    )
    {
        var handler = "";
        try
        {
            foreach (var subscription in byEvent[message.Event])
            {
                handler = subscription.Handler;
                if (message.SchemaVersion > subscription.Version)
                    throw new NotSupportedException(
                        $"schema version {message.SchemaVersion} is newer than this program"
                    );
                await subscription.Deliver(services, message, clock, ct);
            }
            message.State = OutboxState.Done;
            metrics.Delivered(module, clock.GetUtcNow() - message.OccurredAt);
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) // A handler may fail in any way; the event stays and is tried again.
        {
            message.Attempts++;
            metrics.DeliveryFailed(message.Event);
            message.FailedHandler = handler;
            message.Error = StorableText.Cut($"{fault.GetType().Name}: {fault.Message}", MaximumError);
            message.DueAt = clock.GetUtcNow() + (FirstRetry * Math.Pow(2, message.Attempts - 1));
            if (message.Attempts >= MaxAttempts)
                message.State = OutboxState.Poison;
            Failed(log, fault, message.Event, handler, message.Attempts);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Dispatcher of {Db} fell; going on")]
    private static partial void Faulted(ILogger log, Exception exception, string db);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Handler} failed on {Event}, attempt {Attempt}")]
    private static partial void Failed(ILogger log, Exception exception, string @event, string handler, int attempt);
}
