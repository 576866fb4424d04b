using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense.Alerts;

/// <summary>预警: what a person must answer, with the numbers that made it.</summary>
internal sealed class Alert : IInArea, IHoldsPersonalData
{
    public const int LongestNote = 500;

    /// <summary>How long a dismissal can be undone.</summary>
    public static readonly TimeSpan UndoLimit = TimeSpan.FromMinutes(10);

    public required AlertId Id { get; init; }

    /// <summary><c>2026-000123</c>: unique and rising within the year.</summary>
    public required string Number { get; init; }
    public int Revision { get; private set; } = 1;
    public required AlertState State { get; set; }

    /// <summary>1 urgent … 4 note.</summary>
    public required int Level { get; set; }
    public required RuleId RuleId { get; init; }
    public required string RuleCode { get; init; }
    public required int RuleVersion { get; init; }
    public ZoneId? ZoneId { get; init; }

    /// <summary>The zone's name when it was raised.</summary>
    public string? ZoneName { get; init; }

    /// <summary>The track it is about now; another one after a restart.</summary>
    public required Guid TrackId { get; set; }

    /// <summary>Rule, subject (MMSI where there is one) and zone: repeats of the same come here.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>The detector's key of the episode it counts now.</summary>
    public required string EpisodeKey { get; set; }

    /// <summary>When the condition ended; null while it holds.</summary>
    public DateTimeOffset? EpisodeEndedAt { get; set; }

    public int? Mmsi { get; init; }
    public string? VesselName { get; set; }
    public string? CallSign { get; set; }
    public int ShipClass { get; set; }

    /// <summary>As in the API: <c>ais-only</c> …</summary>
    public required string Source { get; init; }

    public required double Latitude { get; set; }
    public required double Longitude { get; set; }

    /// <summary>As in the API: <c>near-sea</c> …</summary>
    public required string Ring { get; set; }
    public double? DistanceToShoreMetres { get; set; }
    public double? SpeedKnots { get; set; }
    public double? CourseDegrees { get; set; }

    /// <summary>First observation of the track.</summary>
    public required DateTimeOffset FirstObservedAt { get; init; }

    /// <summary>When the condition began, sensor time; when it came again, the last time it did.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>Sensor time of the datum that decided it: observed.</summary>
    public required DateTimeOffset TriggeredAt { get; init; }

    /// <summary>When that datum reached us: received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was written: recorded.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Last repetition, sensor time.</summary>
    public required DateTimeOffset LastAt { get; set; }
    public required int Count { get; set; }
    public required List<Reason> Reasons { get; init; }
    public required List<Reason> CounterReasons { get; set; }
    public required List<RawPointer> Raw { get; set; }
    public required string AreaPath { get; init; }
    public required bool Simulated { get; init; }
    public required string CorrelationId { get; init; }

    [Personal(Sensitivity.Internal, "say who answered")]
    public PersonId? AcknowledgedBy { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>1–5; null unless dismissed.</summary>
    public int? DismissalReason { get; private set; }

    [Personal(Sensitivity.Personal, "say why it is nothing")]
    public string? DismissalNote { get; private set; }

    [Personal(Sensitivity.Internal, "say who answered")]
    public PersonId? DismissedBy { get; private set; }
    public DateTimeOffset? DismissedAt { get; private set; }

    public CaseId? CaseId { get; private set; }
    public string? CaseNumber { get; private set; }

    /// <summary>What the case's outcome said of it.</summary>
    public string? Outcome { get; private set; }
    public string? OutcomeReason { get; private set; }

    /// <summary>Code of what suppressed it; null unless it is.</summary>
    public string? SuppressedBy { get; init; }

    /// <inheritdoc/>
    public string? KeyId { get; private init; }

    /// <summary>A person has still to answer.</summary>
    public bool IsOpen => State is AlertState.New or AlertState.Acknowledged;

    /// <summary>+1: every change that a person may be asked to look at again.</summary>
    public void Touch() => Revision++;

    public void Acknowledge(PersonId? by, DateTimeOffset at)
    {
        if (State != AlertState.New)
            throw new Refused("alert.not-new").With("state", State.Code());
        (State, AcknowledgedBy, AcknowledgedAt) = (AlertState.Acknowledged, by, at);
        Touch();
    }

    public void Dismiss(int reason, string? note, PersonId? by, DateTimeOffset at)
    {
        if (!IsOpen)
            throw new Refused("alert.not-open").With("state", State.Code());
        if (reason is < 1 or > 5)
            throw Refused.Invalid("alert.dismissal-reason", "reason").With("minimum", 1).With("maximum", 5);
        var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (reason == 5 && said is null)
            throw Refused.Invalid("alert.dismissal-note-missing", "note");
        if (said?.Length > LongestNote)
            throw Refused.Invalid("request.too-long", "note").With("maximum", LongestNote);
        State = AlertState.Dismissed;
        (DismissalReason, DismissalNote, DismissedBy, DismissedAt) = (reason, said, by, at);
        Touch();
    }

    /// <summary>A compensating act: what was published stays published, and a further event says that it is open again.</summary>
    public void UndoDismissal(DateTimeOffset at)
    {
        if (State != AlertState.Dismissed || DismissedAt is not { } dismissed)
            throw new Refused("alert.not-dismissed").With("state", State.Code());
        if (at - dismissed > UndoLimit)
            throw new Refused("alert.undo-too-late").With("until", dismissed + UndoLimit);
        State = AcknowledgedAt is null ? AlertState.New : AlertState.Acknowledged;
        (DismissalReason, DismissalNote, DismissedBy, DismissedAt) = (null, null, null, null);
        Touch();
    }

    /// <summary>A case took it over; whatever it was before, the case carries it from here.</summary>
    public void JoinCase(CaseId taken, string number, PersonId? by, DateTimeOffset at)
    {
        if (AcknowledgedAt is null)
            (AcknowledgedBy, AcknowledgedAt) = (by, at);
        (State, CaseId, CaseNumber) = (AlertState.InCase, taken, number);
        Touch();
    }

    /// <summary>Takes the case's outcome; returns the one it replaces, so that it can be counted out.</summary>
    public string? Conclude(string outcome, string reason)
    {
        var before = Outcome;
        (Outcome, OutcomeReason) = (outcome, reason);
        Touch();
        return before;
    }

    internal static void Map(EntityTypeBuilder<Alert> table)
    {
        table.ToTable("alerts");
        table.HasKey(a => a.Id);
        table.HasIndex(a => a.Number).IsUnique();
        table.HasIndex(a => new { a.SubjectKey, a.RaisedAt });
        table.HasIndex(a => a.EpisodeKey);
        // As ListAlerts reads each state of a tab: most urgent, then newest; the area is a filter on what is left.
        table
            .HasIndex(a => new
            {
                a.State,
                a.Level,
                a.Number,
            })
            .IsDescending(false, false, true);
        table.HasIndex(a => new { a.AreaPath, a.State });
        table.HasIndex(a => a.CaseId);
        table.Property(a => a.Number).HasMaxLength(16);
        table.Property(a => a.Revision).IsConcurrencyToken();
        table.Property(a => a.RuleCode).HasMaxLength(50);
        table.Property(a => a.ZoneName).HasMaxLength(Zones.Zone.LongestName);
        table.Property(a => a.SubjectKey).HasMaxLength(160);
        table.Property(a => a.EpisodeKey).HasMaxLength(200);
        table.Property(a => a.VesselName).HasMaxLength(34);
        table.Property(a => a.CallSign).HasMaxLength(7);
        table.Property(a => a.Source).HasMaxLength(16);
        table.Property(a => a.Ring).HasMaxLength(16);
        table.Property(a => a.CorrelationId).HasMaxLength(64);
        table.Property(a => a.DismissalNote).HasMaxLength(LongestNote);
        table.Property(a => a.CaseNumber).HasMaxLength(32);
        table.Property(a => a.Outcome).HasMaxLength(16);
        table.Property(a => a.OutcomeReason).HasMaxLength(50);
        table.Property(a => a.SuppressedBy).HasMaxLength(50);
        table.Property(a => a.KeyId).HasMaxLength(64);
        table.Property(a => a.Reasons).AsJson();
        table.Property(a => a.CounterReasons).AsJson();
        table.Property(a => a.Raw).AsJson();
    }
}
