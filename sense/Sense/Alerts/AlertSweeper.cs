using Fourfold.Behaviour;
using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Sense.Picture;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Alerts;

/// <summary>Lets alerts expire that nobody answered for too long, and ends silences that a restart left open.</summary>
internal sealed class AlertSweeper(SenseDb db, LivePicture picture, AlertBoard board, IOptions<SenseOptions> options)
    : IRecurringJob
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int BatchSize = 200;

    // So long a vessel must be in the picture again: what watches it now would have ended the silence itself.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    public async Task Run(JobRun run, CancellationToken ct)
    {
        while (await Sweep(ct) == BatchSize)
            db.ChangeTracker.Clear();
        for (string? last = ""; last is not null; db.ChangeTracker.Clear())
            last = await EndForgottenSilences(last, ct);
    }

    // The watch over a silent vessel does not survive a restart of the cell; its alert would say for ever that it is silent.
    private async Task<string?> EndForgottenSilences(string after, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var silent = await db
            .Alerts.Where(a => a.State == AlertState.New || a.State == AlertState.Acknowledged)
            .Where(a => a.RuleCode == AisSilenceDetector.DetectorCode && a.EpisodeEndedAt == null && a.Mmsi != null)
            .Where(a => string.Compare(a.Number, after) > 0)
            .OrderBy(a => a.Number)
            .Take(BatchSize)
            .ToListAsync(ct);
        foreach (var alert in silent)
        {
            if (picture.HeardOf(alert.Mmsi!.Value) is not var (since, heard)) // Not null: it was asked for.
                continue;
            if (since <= alert.LastAt || now - since < Settled || now - heard > Settled)
                continue;
            alert.EpisodeEndedAt = since;
            db.Record(alert, "cleared");
        }
        await db.SaveChangesAsync(ct);
        return silent.Count == BatchSize ? silent[^1].Number : null;
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
            db.Publish(new AlertEnded(alert.Id, "expired", now));
            db.Record(alert, "expired");
        }
        if (stale.Count > 0)
        {
            await db.SaveChangesAsync(ct);
            board.Bell.Ring();
        }
        return stale.Count;
    }
}
