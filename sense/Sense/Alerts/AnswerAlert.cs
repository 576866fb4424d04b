using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fourfold.Sense.Alerts;

/// <summary>What all answers to an alert have in common: the revision one knows, the audit row, the notice, the view.</summary>
internal sealed class AnswerAlert(SenseDb db, AlertViews views, AlertBoard board)
{
    /// <summary>Lets a person's answer change the alert; refused with the present one when somebody was first.</summary>
    public async Task<Ok<AlertView>> Answer(
        AlertId id,
        int expected,
        string action,
        Action<Alert> change,
        HttpContext http,
        CancellationToken ct
    )
    {
        var alert = await ListAlerts.Find(id, db, ct);
        if (alert.Revision != expected)
            throw Refused.Stale(expected, alert.Revision, await views.Of(alert, ct));
        change(alert);
        db.Audit($"alert.{action}", "alert", id.ToString(), new { alert.State, alert.DismissalReason });
        db.Tell("alert", id.ToString(), alert.Revision, action, alert.AreaPath);
        await db.SaveChangesAsync(ct);
        board.Bell.RingAfter(http);
        Revisions.Show(http, alert.Revision);
        return TypedResults.Ok(await views.Of(alert, ct));
    }
}
