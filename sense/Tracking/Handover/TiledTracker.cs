using Fourfold.Geo;

namespace Fourfold.Tracking.Handover;

/// <summary>A tracker made of tiles in one process: each observation goes to the tiles it concerns, tracks go from tile to tile.</summary>
/// <remarks>
/// For one process one tracker is simpler and as good; this one is how tiles are run side by side, and the proof that a sea cut
/// into them has the tracks of one that is not. Radars' biases are learned by all tiles together.
/// </remarks>
public sealed class TiledTracker : ITracker
{
    /// <summary>Width of the halo, metres: what a fast boat sails in some minutes.</summary>
    public const double HaloMetres = 5_000;

    private readonly TrackIdSource ids;
    private readonly TrackerOptions options;
    private readonly SortedDictionary<(int Row, int Column), TileTracker> tiles = [];
    private readonly Dictionary<int, (LocalFrame Frame, RadarSetup Setup)> radars = [];
    private readonly Dictionary<TrackId, Placed> placed = [];
    private readonly SlotPool slots;
    private readonly int[] generations;
    private readonly List<TrackId> lost = [];
    private readonly byte[] message = new byte[TrackHandover.Bytes];
    private readonly Counts counts;
    private IReadOnlyList<RadarSetup> setups = [];
    private DateTimeOffset now;

    /// <summary>A tracker without tracks.</summary>
    /// <param name="ids">Where ids come from; not shared with another tracker.</param>
    /// <param name="options">Limits, of the whole and of each tile.</param>
    public TiledTracker(TrackIdSource ids, TrackerOptions options)
    {
        this.ids = ids;
        this.options = options;
        slots = new SlotPool(options.MaximumTracks);
        generations = new int[options.MaximumTracks];
        counts = new Counts(tiles);
    }

    /// <inheritdoc/>
    public ITrackerCounters Counters => counts;

    /// <inheritdoc/>
    public int Capacity => options.MaximumTracks;

    /// <summary>Tiles in use.</summary>
    public int Tiles => tiles.Count;

    /// <summary>Tracks that went from one tile to another.</summary>
    public long HandedOver { get; private set; }

    /// <summary>Listens to these radars from now on.</summary>
    public void SetRadars(IReadOnlyList<RadarSetup> radarsNow)
    {
        setups = radarsNow;
        radars.Clear();
        foreach (var setup in setups)
        {
            radars[setup.Number] = (new LocalFrame(setup.Sensor.Position), setup);
        }

        foreach (var tile in tiles.Values)
        {
            tile.SetRadars(RadarsOf(tile.Tile));
        }
    }

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<Observation> observations, DateTimeOffset at)
    {
        now = at > now ? at : now;
        foreach (ref readonly var observation in observations)
        {
            if (PlaceOf(observation) is not { IsValid: true } place)
            {
                counts.NotPlaced++;
                continue;
            }

            foreach (var tile in SeaTile.Around(place, HaloMetres))
            {
                TileOf(tile).Apply([observation], at);
            }
        }
    }

    /// <inheritdoc/>
    public void Advance(DateTimeOffset time, TrackChanges changes)
    {
        now = time > now ? time : now;
        changes.Clear();
        changes.Now = now;
        foreach (var tile in tiles.Values)
        {
            tile.Advance(now);
        }

        foreach (var tile in tiles.Values.ToList())
        {
            foreach (var handover in tile.Outgoing)
            {
                Pass(handover, tile);
            }
        }

        foreach (var tile in tiles.Values)
        {
            TakeEnds(tile, changes);
        }

        foreach (var tile in tiles.Values)
        {
            TakeTold(tile, changes);
        }

        DropLost(changes);
    }

    /// <inheritdoc/>
    public void StartAnew(DateTimeOffset at)
    {
        foreach (var tile in tiles.Values)
        {
            tile.StartAnew(at);
        }

        now = at;
    }

    /// <inheritdoc/>
    public bool TryGet(TrackId id, out TrackState state)
    {
        var isKnown = placed.TryGetValue(id, out var track);
        state = isKnown ? track!.Last : default; // Not null when known.
        return isKnown;
    }

    /// <inheritdoc/>
    public int CopyTracks(Span<TrackState> states)
    {
        var copied = 0;
        foreach (var track in placed.Values.OrderBy(p => p.Slot).Take(states.Length))
        {
            states[copied++] = track.Last;
        }

        return copied;
    }

    /// <inheritdoc/>
    public int CopyTrail(TrackId id, Span<TrailPoint> points) =>
        placed.TryGetValue(id, out var track) ? track.Owner.CopyTrail(id, points) : 0;

    // As bytes, for so they travel between processes.
    private void Pass(TrackHandover handover, TileTracker from)
    {
        handover.Write(message);
        if (!TrackHandover.TryRead(message, out var read) || read is null)
        {
            return;
        }

        if (!read.IsClaim)
        {
            TileOf(SeaTile.Of(read.Position)).Accept(read);
            HandedOver++;
            return;
        }

        foreach (var tile in SeaTile.Around(read.Position, TileTracker.ClaimMetres))
        {
            if (tile != from.Tile && tiles.TryGetValue((tile.Row, tile.Column), out var neighbour))
            {
                neighbour.Accept(read);
            }
        }
    }

    private void TakeEnds(TileTracker tile, TrackChanges changes)
    {
        foreach (ref readonly var end in tile.Ended)
        {
            if (!placed.TryGetValue(end.Last.Id, out var track) || track.Owner != tile)
            {
                continue;
            }

            if (end.Reason == TrackEndReason.HandedOver)
            {
                track.InTransitSince = now;
                continue;
            }

            Remove(track, end.Last, end.Reason, end.Successor, changes);
        }
    }

    private void TakeTold(TileTracker tile, TrackChanges changes)
    {
        foreach (var state in tile.Told)
        {
            if (!placed.TryGetValue(state.Id, out var track))
            {
                if (slots.IsFull)
                {
                    counts.Full++;
                    continue;
                }

                var slot = slots.Take();
                placed[state.Id] = track = new Placed(slot, ++generations[slot], tile);
                counts.Births++;
            }

            (track.Owner, track.InTransitSince) = (tile, null);
            var isBorn = track.Last.Id == state.Id;
            track.Last = state with { Slot = track.Slot, Generation = track.Generation };
            if (isBorn)
            {
                changes.AddChange(track.Last);
            }
            else
            {
                changes.AddBirth(track.Last);
            }
        }

        foreach (ref readonly var fix in tile.Fixes)
        {
            if (placed.TryGetValue(fix.Id, out var track) && track.Owner == tile)
            {
                changes.AddFix(fix with { Slot = track.Slot });
            }
        }
    }

    /// <summary>Given away, and nobody took it.</summary>
    private void DropLost(TrackChanges changes)
    {
        lost.Clear();
        foreach (var (id, track) in placed)
        {
            if (track.InTransitSince is { } since && (now - since).TotalSeconds > TileTracker.PatienceSeconds)
            {
                lost.Add(id);
            }
        }

        foreach (var id in lost)
        {
            var track = placed[id];
            Remove(track, track.Last, TrackEndReason.Silent, null, changes);
        }
    }

    private void Remove(
        Placed track,
        in TrackState last,
        TrackEndReason reason,
        TrackId? successor,
        TrackChanges changes
    )
    {
        placed.Remove(last.Id);
        slots.Give(track.Slot);
        counts.End(reason);
        var end = last with { Slot = track.Slot, Generation = track.Generation, Status = TrackStatus.Ended };
        changes.AddDeath(new TrackEnd(end, reason, successor));
    }

    private Position? PlaceOf(in Observation observation)
    {
        if (observation.Kind != ObservationKind.RadarPlot)
        {
            return observation.Position;
        }

        return
            observation is { RangeMetres: { } range, Azimuth: { } azimuth }
            && radars.TryGetValue(observation.SensorNumber, out var radar)
            ? radar.Frame.ToPosition(new LocalPoint(range * Math.Sin(azimuth), range * Math.Cos(azimuth)))
            : null;
    }

    private TileTracker TileOf(SeaTile tile)
    {
        if (!tiles.TryGetValue((tile.Row, tile.Column), out var tracker))
        {
            tiles[(tile.Row, tile.Column)] = tracker = new TileTracker(tile, ids, options);
            tracker.SetRadars(RadarsOf(tile));
        }

        return tracker;
    }

    private RadarSetup[] RadarsOf(SeaTile tile) =>
        [.. setups.Where(s => tile.MetresTo(s.Sensor.Position) < s.Sensor.MaximumRange + HaloMetres)];

    /// <summary>A track that was told, and who has it.</summary>
    private sealed class Placed(int slot, int generation, TileTracker owner)
    {
        public int Slot => slot;
        public int Generation => generation;
        public TileTracker Owner { get; set; } = owner;
        public TrackState Last { get; set; }
        public DateTimeOffset? InTransitSince { get; set; }
    }

    /// <summary>Observations are counted by each tile that was brought them.</summary>
    private sealed class Counts(SortedDictionary<(int Row, int Column), TileTracker> tiles) : ITrackerCounters
    {
        private readonly long[] ended = new long[5];

        public long NotPlaced { get; set; }
        public long Full { get; set; }
        public long Observations => tiles.Values.Sum(t => t.Counters.Observations) + NotPlaced;
        public long Late => tiles.Values.Sum(t => t.Counters.Late);
        public long Births { get; set; }
        public long Returns => tiles.Values.Sum(t => t.Counters.Returns);
        public long FixesShed => tiles.Values.Sum(t => t.Counters.FixesShed);
        public int Tracks => (int)(Births - ended.Sum());

        public long Ended(TrackEndReason reason) => ended[(int)reason];

        public long Refused(Refusal cause) =>
            tiles.Values.Sum(t => t.Counters.Refused(cause))
            + (cause == Refusal.NoPosition ? NotPlaced : 0)
            + (cause == Refusal.TrackerFull ? Full : 0);

        public void End(TrackEndReason reason) => ended[(int)reason]++;
    }
}
