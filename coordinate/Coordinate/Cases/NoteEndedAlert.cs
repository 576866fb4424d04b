using Fourfold.Contracts;
using Fourfold.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Late data may refute an alert that a case already carries: whoever works on it must read that.</summary>
internal sealed class NoteEndedAlert(CaseDesk desk) : IHandle<AlertEnded, CoordinateDb>
{
    public async Task Handle(AlertEnded happened, CoordinateDb db, CancellationToken ct)
    {
        var link = await db.CaseAlerts.AsNoTracking().FirstOrDefaultAsync(a => a.AlertId == happened.Alert, ct);
        if (link is null || await desk.Whole(link.CaseId, ct) is not { } found)
            return;
        found.AlertEnded(happened.Alert, happened.State, desk.Now());
        desk.Announce(found, "alert-ended");
    }
}
