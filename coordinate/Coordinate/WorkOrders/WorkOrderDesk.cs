using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>Where work orders are looked up and taken a step further by their unit.</summary>
internal sealed class WorkOrderDesk(CoordinateDb db, CaseDesk desk, CaseViewer viewer)
{
    /// <summary>A work order this person may see, or 404.</summary>
    public async Task<WorkOrder> Get(WorkOrderId id, CancellationToken ct) =>
        await db.WorkOrders.AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, ct)
        ?? throw Refused.NotFound("work-order.unknown");

    /// <summary>What a person is shown of it.</summary>
    /// <param name="order">The work order.</param>
    /// <param name="of">Its case, if at hand.</param>
    /// <param name="act">Who looks.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<WorkOrderView> View(WorkOrder order, Case? of, Act act, CancellationToken ct)
    {
        var names = await viewer.Names([.. WorkOrderViewer.People(order)], ct);
        var behind = of is null ? (await WorkOrderCase.Of(db, [order], ct))[order.CaseId] : WorkOrderCase.Of(of);
        return WorkOrderViewer.Whole(order, act, names, behind);
    }

    /// <summary>
    /// Goes one step; the caller saves. Refused with what is there now: 404 not to be seen, 409 stale or not allowed in its
    /// state, 403 not of this unit.
    /// </summary>
    /// <returns>The work order's revision after it.</returns>
    public async Task<int> Step(WorkOrderId id, int expected, WorkOrderMove move, Act act, CancellationToken ct)
    {
        var seen = await Get(id, ct);
        var found = await desk.Whole(seen.CaseId, ct) ?? throw Refused.NotFound("work-order.unknown");
        var order = found.WorkOrders.First(w => w.Id == id);
        if (order.Revision != expected)
            throw Refused.Stale(expected, order.Revision, await View(order, found, act, ct));
        try
        {
            found.Step(order, move, act);
        }
        catch (Refused refused) when (refused is { Status: 409, Current: null })
        {
            var told = new Refused(refused.Code) { Current = await View(seen, null, act, ct) };
            foreach (var (name, value) in refused.Parameters)
                told.With(name, value);
            throw told;
        }
        desk.Announce(found, $"work-order-{move.Name}");
        return order.Revision;
    }
}
