namespace Fourfold.Sense.Alerts;

/// <summary>What every change of an alert by the system leaves behind.</summary>
internal static class AlertChanges
{
    /// <summary>Its next revision, a row in the audit, and word to who looks at it.</summary>
    public static void Record(this SenseDb db, Alert alert, string action)
    {
        alert.Touch();
        db.Audit($"alert.{action}", "alert", alert.Id.ToString());
        db.Tell("alert", alert.Id.ToString(), alert.Revision, action, alert.AreaPath);
    }
}
