using Fourfold.Kernel.Identity;
using Fourfold.Sense.Picture;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Alerts;

/// <summary>Keeps the marks on the live picture in step with the alerts in rows.</summary>
internal sealed partial class AlertBoard(LivePicture picture, IServiceScopeFactory scopes, ILogger<AlertBoard> log)
    : BackgroundService
{
    /// <summary>Marks shown at most; the most urgent come first.</summary>
    private const int Most = 5_000;

    // Answers ring the bell; this is for events, which are committed after their handler, and for other servers.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    private readonly HashSet<Guid> marked = [];

    /// <summary>Rung when an alert changed.</summary>
    public Signal Bell { get; } = new();

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Mark(ct);
                await Bell.Wait(Pace, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: the database may be away for a while.
            {
                Fell(log, fault);
                await Task.Delay(Pace, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Mark(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("alert-board");
        var db = scope.ServiceProvider.GetRequiredService<SenseDb>();
        var open = await db
            .Alerts.AsNoTracking()
            .Where(a =>
                a.State == AlertState.New
                || a.State == AlertState.Acknowledged
                || (a.State == AlertState.InCase && a.Outcome == null)
            )
            .OrderBy(a => a.Level)
            .ThenByDescending(a => a.Number)
            .Take(Most)
            .Select(a => new
            {
                a.TrackId,
                a.Level,
                a.State,
            })
            .ToListAsync(ct);
        var byTrack = open.GroupBy(a => a.TrackId).ToDictionary(g => g.Key);
        lock (picture.Gate)
        {
            foreach (var track in marked.Where(track => !byTrack.ContainsKey(track)))
                picture.SetAlert(track, 0, unacknowledged: false);
            foreach (var (track, alerts) in byTrack)
                picture.SetAlert(track, alerts.Min(a => a.Level), alerts.Any(a => a.State == AlertState.New));
        }
        marked.Clear();
        marked.UnionWith(byTrack.Keys);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Alert marks could not be read; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
