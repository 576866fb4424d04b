using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>What happened to an episode.</summary>
public enum FindingPhase : byte
{
    /// <summary>The condition held for as long as it must.</summary>
    Raised = 0,

    /// <summary>More of the same episode: count it on the alert that is there.</summary>
    Updated = 1,

    /// <summary>The condition ended.</summary>
    Cleared = 2,

    /// <summary>Data that came late show that the condition never held.</summary>
    Withdrawn = 3,
}

/// <summary>One number that made a rule fire, or speaks against it; never a sentence, the screen makes those.</summary>
/// <param name="Code">Stable code, such as <c>silence.duration</c>; the list is in docs/design/011.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit"><c>m</c>, <c>s</c>, <c>kn</c>, <c>deg</c>, <c>W</c>, <c>1</c> (a probability or ratio) or <c>count</c>.</param>
/// <param name="Threshold">What it was compared with, in the same unit; null where nothing was.</param>
/// <param name="Comparison"><c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>; null without threshold.</param>
/// <param name="Detail">An id, a name or a place that the number is about; null for none.</param>
public sealed record Reason(
    string Code,
    double Value,
    string Unit,
    double? Threshold = null,
    string? Comparison = null,
    string? Detail = null
);

/// <summary>What a detector saw, before it becomes an alert a person must answer.</summary>
public sealed record Finding
{
    /// <summary>Code of the detector, such as <c>zone-entry</c>.</summary>
    public required string Detector { get; init; }

    /// <summary>The rule and version that made it.</summary>
    public required Rule Rule { get; init; }

    /// <summary>What happened to the episode.</summary>
    public required FindingPhase Phase { get; init; }

    /// <summary>The track it is about, first; of a pair both, in order of their ids.</summary>
    public required IReadOnlyList<TrackId> Subjects { get; init; }

    /// <summary>The MMSI it is about when the track itself may not bear one any more; null leaves it to the track.</summary>
    public int? Mmsi { get; init; }

    /// <summary>The same for all findings of one episode, and for no other: rule, subjects, zone and start.</summary>
    public required string EpisodeKey { get; init; }

    /// <summary>The same for all episodes of rule, subjects and zone: repeats become one alert with a count.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>Alert level, 1 (gravest) … 4.</summary>
    public required int Level { get; init; }

    /// <summary>When the condition began, sensor time, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Sensor time of the datum that decided it, UTC; silences bind to this, not to the clock.</summary>
    public required DateTimeOffset TriggeredAt { get; init; }

    /// <summary>When the detector said so, UTC.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Where the subject was by that datum.</summary>
    public required Position Position { get; init; }

    /// <summary>Zone and its version, when it is about one.</summary>
    public ZoneRef? Zone { get; init; }

    /// <summary>The numbers that made it.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The numbers that speak against it; they never silence it quietly.</summary>
    public IReadOnlyList<Reason> CounterReasons { get; init; } = [];

    /// <summary>Bytes of the datum that decided it.</summary>
    public required RawRef Trigger { get; init; }

    /// <summary>True when the subject is simulated.</summary>
    public bool Simulated { get; init; }
}

/// <summary>A zone at a version.</summary>
/// <param name="Id">The zone.</param>
/// <param name="Version">Its version then.</param>
public readonly record struct ZoneRef(Guid Id, int Version);

/// <summary>A rule at a version; its row lives elsewhere.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Version">Its version.</param>
/// <param name="Level">Level of its alerts, 1 … 4.</param>
/// <param name="ZoneIds">The zones it is about; empty for all of the fitting kinds.</param>
public sealed record Rule(Guid Id, int Version, int Level, IReadOnlyList<Guid> ZoneIds);
