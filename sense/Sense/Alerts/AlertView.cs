using Fourfold.Contracts;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Rules;
using Fourfold.Sense.Vessels;
using Fourfold.Tracking;

namespace Fourfold.Sense.Alerts;

/// <summary>An alert as the API shows it.</summary>
internal sealed record AlertView
{
    public required AlertId Id { get; init; }
    public required string Number { get; init; }
    public required int Revision { get; init; }

    [OneOf(typeof(AlertState))]
    public required string State { get; init; }

    [OneOf(1, 2, 3, 4)]
    public required int Level { get; init; }
    public required AlertRule Rule { get; init; }
    public required AlertZone? Zone { get; init; }
    public required Guid TrackId { get; init; }

    /// <summary>Where it is in the live picture; null when the track is over.</summary>
    public required int? Slot { get; init; }
    public required AlertVessel Subject { get; init; }
    public required GeoPoint Position { get; init; }

    [OneOf(typeof(SeaRing))]
    public required string Ring { get; init; }
    public required double? DistanceToShoreMetres { get; init; }
    public required double? SpeedKnots { get; init; }
    public required double? CourseDegrees { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public required DateTimeOffset TriggeredAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When the condition ended; null while it holds.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
    public required int Count { get; init; }
    public required IReadOnlyList<Reason> Reasons { get; init; }
    public required IReadOnlyList<Reason> CounterReasons { get; init; }
    public required PrecisionView Precision { get; init; }
    public required string? AcknowledgedBy { get; init; }
    public required DateTimeOffset? AcknowledgedAt { get; init; }
    public required DismissalView? Dismissal { get; init; }
    public required CaseId? CaseId { get; init; }
    public required string? CaseNumber { get; init; }

    [OneOf(typeof(OutcomeCodes))]
    public required string? Outcome { get; init; }
    public required string? SuppressedBy { get; init; }
    public required IReadOnlyList<RawPointer> Raw { get; init; }
    public required string AreaCode { get; init; }
    public required string CorrelationId { get; init; }
    public required bool Simulated { get; init; }

    public static AlertView Of(Alert alert, Rule? rule, int slot, Func<PersonId?, string?> nameOf) =>
        new()
        {
            Id = alert.Id,
            Number = alert.Number,
            Revision = alert.Revision,
            State = alert.State.Code(),
            Level = alert.Level,
            Rule = new AlertRule(alert.RuleId, alert.RuleCode, alert.RuleVersion),
            Zone = alert.ZoneId is { } zone ? new AlertZone(zone, alert.ZoneName ?? "") : null,
            TrackId = alert.TrackId,
            Slot = slot < 0 ? null : slot,
            Subject = new AlertVessel(
                alert.Mmsi,
                alert.VesselName,
                alert.CallSign,
                ((ShipClass)alert.ShipClass).Code(),
                alert.Source
            ),
            Position = new GeoPoint(alert.Latitude, alert.Longitude),
            Ring = alert.Ring,
            DistanceToShoreMetres = alert.DistanceToShoreMetres,
            SpeedKnots = alert.SpeedKnots,
            CourseDegrees = alert.CourseDegrees,
            StartedAt = alert.StartedAt,
            RaisedAt = alert.RaisedAt,
            TriggeredAt = alert.TriggeredAt,
            ReceivedAt = alert.ReceivedAt,
            LastAt = alert.LastAt,
            EndedAt = alert.EpisodeEndedAt,
            Count = alert.Count,
            Reasons = alert.Reasons,
            CounterReasons = alert.CounterReasons,
            Precision = PrecisionView.Of(rule?.CountsFor(alert.Simulated) ?? new OutcomeCounts(), alert.Simulated),
            AcknowledgedBy = nameOf(alert.AcknowledgedBy),
            AcknowledgedAt = alert.AcknowledgedAt,
            Dismissal = DismissalView.Of(alert, nameOf),
            CaseId = alert.CaseId,
            CaseNumber = alert.CaseNumber,
            Outcome = alert.Outcome,
            SuppressedBy = alert.SuppressedBy,
            Raw = alert.Raw,
            AreaCode = alert.AreaPath,
            CorrelationId = alert.CorrelationId,
            Simulated = alert.Simulated,
        };
}

/// <summary>The rule and version that raised it.</summary>
internal sealed record AlertRule(RuleId Id, string Code, int Version);

/// <summary>The zone it is about.</summary>
internal sealed record AlertZone(ZoneId Id, string Name);

/// <summary>The vessel, as last known.</summary>
internal sealed record AlertVessel(
    int? Mmsi,
    string? Name,
    string? CallSign,
    [OneOf("unknown", "fishing", "cargo", "tanker", "passenger", "government", "small", "aid")] string ShipClass,
    [OneOf(typeof(TrackKind))] string Source
);

/// <summary>Why it was dismissed.</summary>
internal sealed record DismissalView(int Reason, string? Note, string? By, DateTimeOffset At, DateTimeOffset UndoUntil)
{
    public static DismissalView? Of(Alert alert, Func<PersonId?, string?> nameOf) =>
        alert is { DismissalReason: { } reason, DismissedAt: { } at }
            ? new DismissalView(reason, alert.DismissalNote, nameOf(alert.DismissedBy), at, at + Alert.UndoLimit)
            : null;
}

/// <summary>Adds to alerts what stands elsewhere: precision, slot and names.</summary>
internal sealed class AlertViews(SenseDb db, LivePicture picture, PeopleNames people)
{
    public async Task<IReadOnlyList<AlertView>> Of(IReadOnlyList<Alert> alerts, CancellationToken ct)
    {
        var ids = alerts.Select(a => a.RuleId).Distinct().ToList();
        var rules = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToDictionaryAsync(
            db.Rules.Where(r => ids.Contains(r.Id)),
            r => r.Id,
            ct
        );
        var names = await people.Of(alerts.SelectMany(a => new[] { a.AcknowledgedBy, a.DismissedBy }), ct);
        lock (picture.Gate)
            return
            [
                .. alerts.Select(a =>
                    AlertView.Of(a, rules.GetValueOrDefault(a.RuleId), picture.SlotOf(a.TrackId), names)
                ),
            ];
    }

    public async Task<AlertView> Of(Alert alert, CancellationToken ct) => (await Of([alert], ct))[0];
}
