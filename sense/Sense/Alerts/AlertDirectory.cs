using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Alerts;

/// <summary>Answers other modules about alerts; the area filter of the asking scope holds.</summary>
internal sealed class AlertDirectory(SenseDb db) : IAlerts
{
    public async ValueTask<AlertSummary?> Find(AlertId id, CancellationToken ct) =>
        await db.Alerts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is { } alert ? SummaryOf(alert) : null;

    internal static AlertSummary SummaryOf(Alert alert) =>
        new()
        {
            Id = alert.Id,
            Number = alert.Number,
            Level = alert.Level,
            RuleCode = alert.RuleCode,
            RuleVersion = alert.RuleVersion,
            ZoneName = alert.ZoneName,
            TrackId = alert.TrackId,
            Subject = new AlertSubject(
                alert.Mmsi,
                alert.VesselName,
                alert.CallSign,
                alert.ShipClass,
                SourceOf(alert.Source)
            ),
            Position = new GeoPoint(alert.Latitude, alert.Longitude),
            AreaPath = alert.AreaPath,
            FirstObservedAt = alert.FirstObservedAt,
            TrackedAt = alert.FirstObservedAt,
            RaisedAt = alert.RaisedAt,
            Reasons = alert.Reasons,
            CounterReasons = alert.CounterReasons,
            Raw = alert.Raw,
            Simulated = alert.Simulated,
            CorrelationId = alert.CorrelationId,
        };

    private static string SourceOf(string source) =>
        source switch
        {
            "radar-only" => "radar",
            "fused" => "fused",
            _ => "ais",
        };
}
