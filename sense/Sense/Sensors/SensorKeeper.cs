using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Notices;
using Fourfold.Sense.Cells;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Sensors;

/// <summary>Makes the book and the cell's radars agree with the rows, and announces how sensors are.</summary>
internal sealed partial class SensorKeeper(
    SensorBook book,
    Cell cell,
    CoverageCache coverage,
    SenseSignals signals,
    INoticeBoard notices,
    TimeProvider clock,
    IServiceScopeFactory scopes,
    ILogger<SensorKeeper> log
) : BackgroundService
{
    // Changes made here ring the bell; this is for changes made on another server, and for states.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly Dictionary<SensorId, SensorState> told = [];
    private string revisions = "none yet";

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Agree(ct);
                TellStates();
                await signals.Sensors.Wait(Pace, ct);
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

    private async Task Agree(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("sensor-keeper");
        var db = scope.ServiceProvider.GetRequiredService<SenseDb>();
        var rows = await db.Sensors.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var now = string.Join(',', rows.Select(s => $"{s.Id}:{s.Revision}"));
        if (now == revisions)
            return;
        book.Set(rows);
        cell.Listen([.. book.All.Select(entry => entry.Row.Setup(coverage.ShadowsOf(entry)))]);
        revisions = now;
    }

    private void TellStates()
    {
        foreach (var entry in book.All)
        {
            var (id, state) = (entry.Row.Id, entry.Health.Status(clock.GetUtcNow(), entry.Row.Model).State);
            if (told.TryGetValue(id, out var before) && before == state)
                continue;
            told[id] = state;
            notices.Publish(new Change("sensor", id.ToString(), 0, state.Code(), ""));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sensors could not be brought into agreement; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
