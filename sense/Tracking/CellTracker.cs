using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>The tracker of one cell of the sea, here for AIS alone: each identity is a track of its own.</summary>
/// <remarks>
/// <para>
/// AIS positions are good to some ten metres and name their ship, so association is by MMSI and motion is what the ship
/// reports. What is left to do: hear each transmission once however many receivers bring it, keep late ones out of the
/// state, tell two ships that use one MMSI apart, and bound everything.
/// </para>
/// <para>
/// Memory: some 2.8 kB a track (of which 1.9 kB trail), reached by growing and never given back; no allocation per
/// observation once the busiest moment has been seen. Cost: about a microsecond an observation, and one comparison a
/// slot each time it is advanced.
/// </para>
/// </remarks>
public sealed partial class CellTracker : ITracker
{
    /// <summary>Fixes kept between two calls of <see cref="Advance"/>; what comes on top is not handed to rules, but counted.</summary>
    public const int MaximumFixes = 1 << 16;

    private const long Never = long.MaxValue;
    private const int NoSlot = -1;

    /// <summary>Those without an MMSI share this one; only place and time tell them apart.</summary>
    private const int Nameless = 0;

    private readonly TrackerOptions options;
    private readonly TrackIdSource ids;
    private readonly Counts counts = new();
    private readonly Dictionary<int, int> firstOfMmsi = [];
    private readonly Dictionary<TrackId, int> slotOfId = [];
    private readonly Silence silence;
    private readonly Graveyard graveyard;
    private readonly Trails trails;
    private readonly Transmissions transmissions;
    private readonly Growing<int> dirty = new();
    private readonly Growing<TrackEnd> ended = new();
    private readonly Growing<TrackFix> fixes = new();
    private readonly SlotPool slots;
    private TrackRecord[] records = [];
    private long[] deadlines = [];
    private long nowTicks;

    /// <summary>A tracker without tracks.</summary>
    /// <param name="ids">Where ids come from; not shared with another tracker.</param>
    /// <param name="options">Limits.</param>
    public CellTracker(TrackIdSource ids, TrackerOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumTracks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaximumTracks, 1_000_000);
        this.ids = ids;
        this.options = options;
        slots = new SlotPool(options.MaximumTracks);
        silence = new Silence();
        graveyard = new Graveyard(options.MaximumTracks);
        transmissions = new Transmissions(options.MaximumTracks);
        trails = new Trails(options.TrailPoints, options.TrailInterval);
    }

    /// <inheritdoc/>
    public ITrackerCounters Counters => counts;

    /// <inheritdoc/>
    public int Capacity => options.MaximumTracks;

    /// <inheritdoc/>
    public void StartAnew(DateTimeOffset now)
    {
        for (var slot = 0; slot < slots.Used; slot++)
        {
            if (records[slot].IsUsed)
            {
                End(slot, TrackEndReason.ClockSet);
            }
        }

        graveyard.Clear();
        transmissions.Clear();
        fixes.Clear();
        nowTicks = now.UtcTicks;
    }

    /// <inheritdoc/>
    public bool TryGet(TrackId id, out TrackState state)
    {
        if (slotOfId.TryGetValue(id, out var slot))
        {
            state = records[slot].ToState(slot);
            return true;
        }

        state = default;
        return false;
    }

    /// <inheritdoc/>
    public int CopyTracks(Span<TrackState> states)
    {
        var copied = 0;
        for (var slot = 0; slot < slots.Used && copied < states.Length; slot++)
        {
            if (records[slot].IsUsed)
            {
                states[copied++] = records[slot].ToState(slot);
            }
        }

        return copied;
    }

    /// <inheritdoc/>
    public int CopyTrail(TrackId id, Span<TrailPoint> points) =>
        slotOfId.TryGetValue(id, out var slot) ? trails.Copy(slot, records[slot].AtTicks, points) : 0;

    /// <summary>The slot of a track that has not ended, −1 for an unknown one.</summary>
    internal int SlotOf(TrackId id) => slotOfId.GetValueOrDefault(id, NoSlot);

    /// <summary>The first of the tracks that bear an MMSI, −1 for none; the next is in its record.</summary>
    internal int FirstOf(int mmsi) => firstOfMmsi.GetValueOrDefault(mmsi, NoSlot);

    /// <summary>What is kept of a slot's track.</summary>
    internal ref readonly TrackRecord RecordOf(int slot) => ref records[slot];

    private void MarkDirty(int slot)
    {
        ref var record = ref records[slot];
        record.IsDirty = true;
        if (!record.IsListed)
        {
            record.IsListed = true;
            dirty.Add(slot);
        }
    }

    private TrackLifetime LifetimeOf(in TrackRecord record)
    {
        if (record.LastKind == ObservationKind.AisLongRange)
        {
            return options.LongRange;
        }

        var atRest = TrackState.IsAtRest(record.NavigationStatus, record.Speed);
        return record.Transponder switch
        {
            Transponder.BaseStation or Transponder.AidToNavigation or Transponder.Device => options.Fixed,
            Transponder.ClassB => record.Speed > SlowClassB ? options.ClassBMoving : options.AtRest,
            Transponder.ClassA when atRest => options.AtRest,
            _ => options.UnderWay,
        };
    }

    // Below two knots class B reports every three minutes (ITU-R M.1371-5, Annex 1, table 2).
    private static readonly double SlowClassB = Speed.FromKnots(2);

    private sealed class Counts : ITrackerCounters
    {
        private readonly long[] ended = new long[5];
        private readonly long[] refused = new long[9];

        public long Observations { get; set; }
        public long Late { get; set; }
        public long Births { get; set; }
        public long Returns { get; set; }
        public long FixesShed { get; set; }
        public int Tracks { get; set; }

        public long Ended(TrackEndReason reason) => ended[(int)reason];

        public long Refused(Refusal cause) => refused[(int)cause];

        public void End(TrackEndReason reason) => ended[(int)reason]++;

        public void Refuse(Refusal cause) => refused[(int)cause]++;
    }
}
