using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>What is shown of the case behind a work order, as it is now: who goes must know what it is about, and why.</summary>
/// <param name="Class">Two digits of the event class list.</param>
/// <param name="Alert">Its first alert, or null.</param>
internal sealed record WorkOrderCase(string Class, AlertSummary? Alert)
{
    /// <summary>Of a case with its alerts.</summary>
    public static WorkOrderCase Of(Case of) => new(of.Class, of.Alerts.OrderBy(a => a.JoinedAt).FirstOrDefault()?.Copy);

    /// <summary>Of the cases of work orders that the asker may see.</summary>
    public static async Task<Dictionary<CaseId, WorkOrderCase>> Of(
        CoordinateDb db,
        IEnumerable<WorkOrder> orders,
        CancellationToken ct
    )
    {
        var ids = orders.Select(w => w.CaseId).Distinct().ToArray();
        // Leaves the filter: a unit goes for cases outside its area, and is told no more of them than what stands here.
        return await db
            .Cases.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Class,
                Alert = c.Alerts.OrderBy(a => a.JoinedAt).Select(a => a.Copy).FirstOrDefault(),
            })
            .ToDictionaryAsync(c => c.Id, c => new WorkOrderCase(c.Class, c.Alert), ct);
    }
}
