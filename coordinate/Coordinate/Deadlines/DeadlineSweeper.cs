using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Coordinate.Deadlines;

/// <summary>The one place that watches the clocks of cases and work orders: warns, marks overdue, archives.</summary>
/// <remarks>
/// A recurring job: the scheduler's lease lets one server sweep. One that has lost the lease without knowing it harms
/// nothing, because each change is saved only on the revision it was read at.
/// </remarks>
internal sealed class DeadlineSweeper(CoordinateDb db, IServiceScopeFactory scopes) : IRecurringJob
{
    /// <summary>Its name among the recurring jobs.</summary>
    public const string Name = "deadline-sweep";

    /// <summary>Most cases, and most work orders, in one turn; after a long stop the rest waits for the next.</summary>
    private const int MostInOneTurn = 5000;

    public Task Run(JobRun run, CancellationToken ct) => Sweep(run.Report, ct);

    /// <summary>Answers the clocks that are due, each in a transaction of its own.</summary>
    /// <param name="report">Told how many of how many have been looked at.</param>
    /// <param name="ct">Gives up between two.</param>
    /// <returns>How many were answered; one that somebody is changing just now waits for the next turn.</returns>
    /// <exception cref="AggregateException">Some could not be answered; all others were.</exception>
    public async Task<int> Sweep(Func<int, int, Task> report, CancellationToken ct)
    {
        var due = await Due(ct);
        var (answered, faults) = (0, new List<Exception>());
        foreach (var (index, clock) in due.Index())
        {
            try
            {
                answered += await Answer(clock, ct);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                // One case that cannot be swept must not silence the warnings of all that come after it.
                faults.Add(new InvalidOperationException($"case {clock.Case} cannot be swept", fault));
            }
            await report(index + 1, due.Count);
        }
        return faults.Count == 0 ? answered : throw new AggregateException(faults);
    }

    private async Task<List<DueClock>> Due(CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var cases = await db
            .Cases.Where(c => c.CheckAt != null && c.CheckAt <= now)
            .OrderBy(c => c.CheckAt)
            .Select(c => new DueClock(c.Id, null))
            .Take(MostInOneTurn)
            .ToListAsync(ct);
        var orders = await db
            .WorkOrders.Where(w => w.CheckAt != null && w.CheckAt <= now)
            .OrderBy(w => w.CheckAt)
            .Select(w => new DueClock(w.CaseId, w.Id))
            .Take(MostInOneTurn)
            .ToListAsync(ct);
        return [.. cases, .. orders];
    }

    private async Task<int> Answer(DueClock clock, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("deadlines");
        var own = scope.ServiceProvider.GetRequiredService<CoordinateDb>();
        var desk = scope.ServiceProvider.GetRequiredService<CaseDesk>();
        if (await desk.Whole(clock.Case, ct) is not { } found)
            return 0;
        var act = desk.Now();
        var what = clock.WorkOrder is { } id
            ? found.Sweep(found.WorkOrders.First(w => w.Id == id), act)
            : found.Sweep(act);
        if (what is null)
            return 0;
        desk.Announce(found, what);
        try
        {
            await own.SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0;
        }
    }

    /// <summary>A clock that has reached a warning or the end: the case's, or that of one of its work orders.</summary>
    private sealed record DueClock(CaseId Case, WorkOrderId? WorkOrder);
}
