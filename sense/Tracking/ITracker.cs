using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>A place in a track's past.</summary>
/// <param name="At">When, UTC, to a tenth of a second.</param>
/// <param name="Position">Where, to a centimetre.</param>
/// <param name="Speed">Speed over ground, m/s, to a centimetre a second.</param>
/// <param name="Course">Course over ground, radians, to a hundredth of a degree.</param>
public readonly record struct TrailPoint(DateTimeOffset At, Position Position, double? Speed, double? Course);

/// <summary>Why an observation was not taken.</summary>
public enum Refusal : byte
{
    /// <summary>It was heard before, through this or another feed; the feed is remembered.</summary>
    Duplicate = 0,

    /// <summary>No MMSI where the kind needs one (a ship's own reports do not), or one that cannot be.</summary>
    NoIdentity = 1,

    /// <summary>The position is not on the globe ("not available" is 91°, 181°).</summary>
    NoPosition = 2,

    /// <summary>Observed later than now, beyond what clocks may differ.</summary>
    FromTheFuture = 3,

    /// <summary>Observed too long ago to matter.</summary>
    TooOld = 4,

    /// <summary>Too many places claim this MMSI at once.</summary>
    IdentityCrowded = 5,

    /// <summary>A new track, when the tracker holds as many as it may and all of them are live.</summary>
    TrackerFull = 6,

    /// <summary>This tracker does not understand the kind.</summary>
    KindNotSupported = 7,

    /// <summary>The sensor's number is not known to the tracker.</summary>
    SensorNotKnown = 8,
}

/// <summary>What a tracker has done since it was made.</summary>
public interface ITrackerCounters
{
    /// <summary>Observations offered.</summary>
    long Observations { get; }

    /// <summary>Observations taken, but older than what the track already had.</summary>
    long Late { get; }

    /// <summary>Tracks born, returns included.</summary>
    long Births { get; }

    /// <summary>Tracks that came back under the id they had.</summary>
    long Returns { get; }

    /// <summary>Fixes not handed on because <see cref="ITracker.Advance"/> was not called for too long.</summary>
    long FixesShed { get; }

    /// <summary>Tracks that have not ended, now.</summary>
    int Tracks { get; }

    /// <summary>Tracks ended for a reason.</summary>
    long Ended(TrackEndReason reason);

    /// <summary>Observations not taken for a cause.</summary>
    long Refused(Refusal cause);
}

/// <summary>
/// Turns observations into tracks. The boundary between what senses and what decides: behind it may be AIS alone or many
/// radars; before it nobody can tell but by <see cref="TrackState.Kind"/> and doubt.
/// </summary>
/// <remarks>
/// Deterministic: the same calls give the same bytes. Bounded in memory. Not thread-safe: one owner calls
/// <see cref="Apply"/> for each batch and <see cref="Advance"/> at its own pace, some ten times a second. Times given as
/// now must not go backwards; an earlier one counts as the latest so far.
/// </remarks>
public interface ITracker
{
    /// <summary>What it has done so far.</summary>
    ITrackerCounters Counters { get; }

    /// <summary>Greatest number of tracks at once; slots are below it.</summary>
    int Capacity { get; }

    /// <summary>
    /// Takes observations in the order of arrival. Bad ones are counted, never thrown. What they make of tracks may be seen
    /// only after the next <see cref="Advance"/>.
    /// </summary>
    void Apply(ReadOnlySpan<Observation> observations, DateTimeOffset now);

    /// <summary>Lets time pass, and gives out all that changed since the last time.</summary>
    /// <param name="now">Time to advance to, UTC.</param>
    /// <param name="changes">Emptied, then filled.</param>
    void Advance(DateTimeOffset now, TrackChanges changes);

    /// <summary>
    /// Ends all tracks (<see cref="TrackEndReason.ClockSet"/>) and forgets all that was heard, because the owner's clock was
    /// set back: the one way for time to go backwards. Their deaths are given out by the next <see cref="Advance"/>.
    /// </summary>
    void StartAnew(DateTimeOffset now);

    /// <summary>The state of a track that has not ended.</summary>
    bool TryGet(TrackId id, out TrackState state);

    /// <summary>Copies states by rising slot, as far as they fit; returns how many. With <see cref="Capacity"/> all fit.</summary>
    int CopyTracks(Span<TrackState> states);

    /// <summary>
    /// Copies the trail of a track, oldest first, as far as it fits (<see cref="TrackerOptions.TrailPoints"/> always do);
    /// returns how many, 0 for an unknown track.
    /// </summary>
    int CopyTrail(TrackId id, Span<TrailPoint> points);
}
