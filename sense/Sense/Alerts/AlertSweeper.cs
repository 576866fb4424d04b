using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Alerts;

/// <summary>Lets alerts expire that nobody answered for too long.</summary>
internal sealed class AlertSweeper(SenseDb db, AlertBoard board, IOptions<SenseOptions> options) : IRecurringJob
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int BatchSize = 200;

    public async Task Run(JobRun run, CancellationToken ct)
    {
        while (await Sweep(ct) == BatchSize)
            db.ChangeTracker.Clear();
    }

    private async Task<int> Sweep(CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
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
}
