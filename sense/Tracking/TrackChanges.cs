using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>One accepted observation and the track it went to: what rules look at, for a state hides what lies between.</summary>
/// <param name="Id">The track.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="ObservedAt">When, UTC.</param>
/// <param name="Position">Where.</param>
/// <param name="Speed">Speed over ground, m/s.</param>
/// <param name="Course">Course over ground, radians.</param>
/// <param name="Kind">What measured.</param>
/// <param name="IsLate">True when the track already had a newer one; its state did not change.</param>
/// <param name="Raw">Where the bytes lie.</param>
public readonly record struct TrackFix(
    TrackId Id,
    int Slot,
    DateTimeOffset ObservedAt,
    Position Position,
    double? Speed,
    double? Course,
    ObservationKind Kind,
    bool IsLate,
    RawRef Raw
);

/// <summary>The end of a track.</summary>
/// <param name="Last">Its last state; status <see cref="TrackStatus.Ended"/>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Successor">The track it was merged into.</param>
public readonly record struct TrackEnd(TrackState Last, TrackEndReason Reason, TrackId? Successor = null);

/// <summary>
/// What a tracker did since it was last asked. Take over in this order: deaths, births, changes, fixes; a slot freed by a
/// death may already be another's by birth.
/// </summary>
/// <remarks>Owned by the caller, filled by <see cref="ITracker.Advance"/>, reusable; the spans live until then.</remarks>
public sealed class TrackChanges
{
    private readonly Growing<TrackEnd> deaths = new();
    private readonly Growing<TrackState> births = new();
    private readonly Growing<TrackState> changes = new();
    private readonly Growing<TrackFix> fixes = new();

    /// <summary>Time to which the tracker was advanced.</summary>
    public DateTimeOffset Now { get; internal set; }

    /// <summary>Tracks that are over and were once born to the caller.</summary>
    public ReadOnlySpan<TrackEnd> Deaths => deaths.Items;

    /// <summary>New tracks, and tracks that come back under the id they had.</summary>
    public ReadOnlySpan<TrackState> Births => births.Items;

    /// <summary>Tracks of which anything but the age changed, each once.</summary>
    public ReadOnlySpan<TrackState> Changes => changes.Items;

    /// <summary>Every observation that was taken, duplicates excepted, in the order of arrival; late ones marked.</summary>
    public ReadOnlySpan<TrackFix> Fixes => fixes.Items;

    internal void Clear()
    {
        deaths.Clear();
        births.Clear();
        changes.Clear();
        fixes.Clear();
    }

    internal void AddDeath(in TrackEnd end) => deaths.Add(end);

    internal void AddBirth(in TrackState state) => births.Add(state);

    internal void AddChange(in TrackState state) => changes.Add(state);

    internal void AddFix(in TrackFix taken) => fixes.Add(taken);

    internal void AddFixes(ReadOnlySpan<TrackFix> taken) => fixes.AddRange(taken);
}

/// <summary>An array that grows and is kept, so that nothing is allocated once it has seen its busiest moment.</summary>
internal sealed class Growing<T>
{
    private T[] items = [];

    public int Count { get; private set; }

    public ReadOnlySpan<T> Items => items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(in T item)
    {
        Reserve(1);
        items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> range)
    {
        Reserve(range.Length);
        range.CopyTo(items.AsSpan(Count));
        Count += range.Length;
    }

    private void Reserve(int more)
    {
        if (Count + more > items.Length)
        {
            Array.Resize(ref items, Math.Max(Math.Max(64, items.Length * 2), Count + more));
        }
    }
}
