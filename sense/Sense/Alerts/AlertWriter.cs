using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Alerts;

/// <summary>Turns findings into rows, one after the other, each in a transaction of its own; tries again until it is done.</summary>
internal sealed partial class AlertWriter(
    FindingQueue queue,
    AlertBoard board,
    IServiceScopeFactory scopes,
    ILogger<AlertWriter> log
) : BackgroundService
{
    private const int BatchSize = 100;
    private const int MaxAttempts = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Findings given up because they failed again and again.</summary>
    public long GivenUp { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (queue.Peek(BatchSize) is { Count: > 0 } batch)
                {
                    foreach (var found in batch)
                    {
                        await Write(found, ct);
                        queue.Done([found]);
                    }
                    board.Bell.Ring();
                }
                await queue.Wait(Pace, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: the database may be away; the findings wait in the queue.
            {
                Fell(log, fault);
                await Task.Delay(Pace, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Write(FoundTrack found, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var correlation = found.Finding.Trigger.ToString();
                scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System(
                    "alert-writer",
                    correlation
                );
                await scope.ServiceProvider.GetRequiredService<AlertEpisodes>().Take(found, ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MaxAttempts) { } // A person answered meanwhile: look again.
            catch (DbUpdateException fault) when (attempt >= MaxAttempts)
            {
                // The rows refuse it for good; the findings behind it must not wait for ever.
                GivenUp++;
                Refused(log, fault, found.Finding.EpisodeKey);
                return;
            }
            catch (DbUpdateException) { } // Such as a number given twice by two servers: try again.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Findings could not be written; trying again")]
    private static partial void Fell(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Finding {Episode} was refused by the rows and is given up")]
    private static partial void Refused(ILogger log, Exception exception, string episode);
}
