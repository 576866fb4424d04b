using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Coordinate.Deadlines;

/// <summary>The one place that watches the clocks of cases and work orders: warns, marks overdue, archives.</summary>
internal sealed partial class DeadlineSweeper(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    IOptions<CoordinateOptions> options,
    ILogger<DeadlineSweeper> log
) : BackgroundService
{
    // What is left over waits for the next round; after a long stop there may be many.
    private const int MostInOneRound = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepSeconds), clock);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: the database may be away for a while.
            {
                Faulted(log, fault);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round; returns how many clocks were answered. Each in a transaction of its own.</summary>
    public async Task<int> Sweep(CancellationToken ct)
    {
        var (cases, orders) = await Due(ct);
        var done = 0;
        foreach (var id in cases)
            done += await One(id, (found, act) => found.Sweep(act), ct);
        foreach (var (id, of) in orders)
            done += await One(of, (found, act) => found.Sweep(found.WorkOrders.First(w => w.Id == id), act), ct);
        return done;
    }

    private async Task<(List<CaseId> Cases, List<(WorkOrderId Id, CaseId Case)> Orders)> Due(CancellationToken ct)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinateDb>();
        var now = clock.GetUtcNow();
        var cases = await db
            .Cases.Where(c => c.CheckAt != null && c.CheckAt <= now)
            .OrderBy(c => c.CheckAt)
            .Select(c => c.Id)
            .Take(MostInOneRound)
            .ToListAsync(ct);
        var orders = await db
            .WorkOrders.Where(w => w.CheckAt != null && w.CheckAt <= now)
            .OrderBy(w => w.CheckAt)
            .Select(w => new { w.Id, w.CaseId })
            .Take(MostInOneRound)
            .ToListAsync(ct);
        return (cases, [.. orders.Select(o => (o.Id, o.CaseId))]);
    }

    private async Task<int> One(CaseId id, Func<Case, Act, string?> sweep, CancellationToken ct)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinateDb>();
        var desk = scope.ServiceProvider.GetRequiredService<CaseDesk>();
        try
        {
            if (await desk.Whole(id, ct) is not { } found || sweep(found, desk.Now()) is not { } what)
                return 0;
            desk.Announce(found, what);
            await db.SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0; // Somebody was at it just now; the next round looks again.
        }
    }

    private AsyncServiceScope Scope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("deadlines");
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadline sweep failed; going on")]
    private static partial void Faulted(ILogger log, Exception exception);
}
