namespace Fourfold.Contracts;

/// <summary>What other modules may know of an alert: a copy, true when it was made.</summary>
public sealed record AlertSummary
{
    /// <summary>The alert.</summary>
    public required AlertId Id { get; init; }

    /// <summary>Readable number, unique in its year.</summary>
    public required string Number { get; init; }

    /// <summary>1 urgent, 2 high, 3 watch, 4 note.</summary>
    [OneOf(1, 2, 3, 4)]
    public required int Level { get; init; }

    /// <summary>Code of the rule, such as <c>zone-entry</c>.</summary>
    public required string RuleCode { get; init; }

    /// <summary>The rule's version that fired.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>Name of the zone the rule referred to, if any.</summary>
    public string? ZoneName { get; init; }

    /// <summary>The track's stable id.</summary>
    public required Guid TrackId { get; init; }

    /// <summary>What moves there.</summary>
    public required AlertSubject Subject { get; init; }

    /// <summary>Where the subject was when the alert was last updated.</summary>
    public required GeoPoint Position { get; init; }

    /// <summary>Path of the area whose people may see it.</summary>
    public required string AreaPath { get; init; }

    /// <summary>When the track was first observed, UTC.</summary>
    public required DateTimeOffset FirstObservedAt { get; init; }

    /// <summary>When the track was confirmed, UTC.</summary>
    public required DateTimeOffset TrackedAt { get; init; }

    /// <summary>When the alert was raised, UTC.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>What made the rule fire.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What speaks against it.</summary>
    public required IReadOnlyList<Reason> CounterReasons { get; init; }

    /// <summary>Pointers into the raw capture.</summary>
    public required IReadOnlyList<RawPointer> Raw { get; init; }

    /// <summary>Simulated from the feed on.</summary>
    public required bool Simulated { get; init; }

    /// <summary>What its log lines and audit rows carry: feed and offset of the bytes that triggered it; empty in old copies.</summary>
    public string CorrelationId { get; init; } = "";
}

/// <summary>Identity of an alert's subject as last known. A track without AIS has none of it.</summary>
/// <param name="Mmsi">Nine digits, or null.</param>
/// <param name="Name">Reported name, or null.</param>
/// <param name="CallSign">Reported call sign, or null.</param>
/// <param name="ShipClass">0–7 as in <c>live.md</c>.</param>
/// <param name="Source"><c>ais</c>, <c>radar</c> or <c>fused</c>.</param>
public sealed record AlertSubject(int? Mmsi, string? Name, string? CallSign, int ShipClass, string Source);

/// <summary>One number that made a rule fire, or speaks against it: a code, never a sentence.</summary>
/// <param name="Code">What was measured, such as <c>ais.silence</c>.</param>
/// <param name="Value">The measured number.</param>
/// <param name="Unit">Its unit: <c>s</c>, <c>m</c>, <c>kn</c>, <c>deg</c>, <c>count</c>, <c>1</c>.</param>
/// <param name="Threshold">The limit it was held against, or null.</param>
/// <param name="Comparison"><c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c>, <c>&lt;=</c>, or null without a threshold.</param>
/// <param name="Detail">A name the sentence needs (zone, feed), or null.</param>
public sealed record Reason(
    string Code,
    double Value,
    string Unit,
    double? Threshold = null,
    [OneOf(">", ">=", "<", "<=")] string? Comparison = null,
    string? Detail = null
);

/// <summary>Where the bytes are: feed, offset and length in its raw capture.</summary>
public sealed record RawPointer(FeedId FeedId, long Offset, int Length);
