using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Alerts;

/// <summary>Lets alerts expire that nobody answered for too long.</summary>
internal sealed partial class AlertSweeper(
    IServiceScopeFactory scopes,
    AlertBoard board,
    TimeProvider clock,
    IOptions<SenseOptions> options,
    ILogger<AlertSweeper> log
) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(ct))
                while (await Sweep(ct) == BatchSize) { }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: the database may be away; the next round finds the same.
            {
                Fell(log, fault);
            }
        }
    }

    /// <summary>Expires a batch; returns how many.</summary>
    internal async Task<int> Sweep(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("alert-sweeper");
        var db = scope.ServiceProvider.GetRequiredService<SenseDb>();
        var now = clock.GetUtcNow();
        var before = now - options.Value.AlertExpiresAfter;
        var stale = await db
            .Alerts.Where(a => a.State == AlertState.New && a.LastAt < before && a.RaisedAt < before)
            .OrderBy(a => a.Number)
            .Take(BatchSize)
            .ToListAsync(ct);
        foreach (var alert in stale)
        {
            alert.State = AlertState.Expired;
            alert.Touch();
            db.Publish(new AlertEnded(alert.Id, "expired", now));
            db.Audit("alert.expired", "alert", alert.Id.ToString());
            db.Tell("alert", alert.Id.ToString(), alert.Revision, "expired", alert.AreaPath);
        }
        if (stale.Count > 0)
        {
            await db.SaveChangesAsync(ct);
            board.Bell.Ring();
        }
        return stale.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts could not be swept; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
