using System.Buffers.Binary;
using Fourfold.Geo;
using Fourfold.Sense.Vessels;
using Fourfold.Tracking;

namespace Fourfold.Sense.Picture;

/// <summary>The present state of all tracks by slot, each already encoded for the wire, and what changed at which tick.</summary>
/// <remarks>
/// Written by the cell, read by live clients and queries, all under <see cref="Gate"/> and never for long. A motion record is
/// encoded once when its track changes; clients copy its 20 bytes. Who is one tick behind walks the list of slots that
/// changed; who is further behind compares every slot's tick, some 20 µs for 20,000.
/// </remarks>
internal sealed class LivePicture(Sea sea, VesselRegister register)
{
    private const int TicksRemembered = 32;

    private readonly List<int>[] changed = [.. Enumerable.Range(0, TicksRemembered).Select(_ => new List<int>())];
    private readonly Dictionary<Guid, int> slotOf = [];
    private readonly Dictionary<int, int> slotOfMmsi = [];
    private readonly Dictionary<Guid, byte> alerts = [];
    private readonly List<int> marked = [];
    private Slot[] slots = [];
    private byte[] records = [];

    /// <summary>Our shore and rings.</summary>
    public Sea Sea => sea;

    /// <summary>Held while reading or writing anything here.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Number of the last tick; ticks count from 1.</summary>
    public long Tick { get; private set; }

    /// <summary>Time of the last tick, UTC.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Slots are below this.</summary>
    public int Used { get; private set; }

    /// <summary>Live tracks.</summary>
    public int Count { get; private set; }

    public ref readonly Slot this[int slot] => ref slots[slot];

    /// <summary>Begins a tick; changes made until the next one belong to it.</summary>
    public void Begin(DateTimeOffset now)
    {
        Tick++;
        Now = now;
        changed[Tick % TicksRemembered].Clear();
        foreach (var slot in marked)
            Touch(slot);
        marked.Clear();
    }

    public void Remove(in TrackState last)
    {
        if (last.Slot >= Used)
            return;
        ref var slot = ref slots[last.Slot];
        if (!slot.IsAlive || slot.State.Generation != last.Generation)
            return;
        slot.IsAlive = false;
        Count--;
        slotOf.Remove(last.Id.Value);
        if (last.Mmsi is { } mmsi && slotOfMmsi.GetValueOrDefault(mmsi, -1) == last.Slot)
            slotOfMmsi.Remove(mmsi);
        Touch(last.Slot);
    }

    public void Set(in TrackState state)
    {
        Reserve(state.Slot);
        ref var slot = ref slots[state.Slot];
        var isNew = !slot.IsAlive || slot.State.Generation != state.Generation;
        Count += slot.IsAlive ? 0 : 1;
        if (isNew || slot.State.Position != state.Position)
            slot.Place = sea.At(state.Position);
        if (isNew || slot.State.Mmsi != state.Mmsi)
            slot.IdentityTick = Tick;
        slot.State = state;
        slot.IsAlive = true;
        slotOf[state.Id.Value] = state.Slot;
        if (state.Mmsi is { } mmsi)
            slotOfMmsi[mmsi] = state.Slot;
        Encode(ref slot, state.Slot);
        Touch(state.Slot);
    }

    /// <summary>Since when the track that bears an MMSI is in the picture, and when it was last heard; null when none does.</summary>
    public (DateTimeOffset Since, DateTimeOffset LastHeard)? HeardOf(int mmsi)
    {
        lock (Gate)
        {
            if (!slotOfMmsi.TryGetValue(mmsi, out var slot))
                return null;
            ref readonly var state = ref slots[slot].State;
            return (state.FirstObservedAt, state.At);
        }
    }

    /// <summary>The static data of an MMSI changed: its identity is to be sent again.</summary>
    public void Renamed(int mmsi)
    {
        if (!slotOfMmsi.TryGetValue(mmsi, out var slot))
            return;
        slots[slot].IdentityTick = Tick;
        Touch(slot);
    }

    /// <summary>Highest open alert of a track: 0 for none, else 1–4, and whether nobody has acknowledged one. Shown with the next tick.</summary>
    public void SetAlert(Guid track, int level, bool unacknowledged)
    {
        var bits = (byte)((level & 7) | (unacknowledged ? 8 : 0));
        if (bits == 0)
            alerts.Remove(track);
        else
            alerts[track] = bits;
        if (!slotOf.TryGetValue(track, out var slot))
            return;
        ref var shown = ref records[(slot * LiveFormat.MotionBytes) + LiveFormat.AlertAt];
        var all = (byte)(bits | (shown & LiveFormat.OddityMask));
        if (shown == all)
            return;
        shown = all;
        // Screens may already have taken this tick.
        marked.Add(slot);
    }

    /// <summary>The slot of a live track, or −1.</summary>
    public int SlotOf(Guid track) => slotOf.GetValueOrDefault(track, -1);

    /// <summary>The alert level shown with a slot, 0–4.</summary>
    public int AlertLevelOf(int slot) => records[(slot * LiveFormat.MotionBytes) + LiveFormat.AlertAt] & 7;

    /// <summary>The vessel behind a slot, as far as it named itself.</summary>
    public Vessel? VesselOf(int slot) => register.Find(slots[slot].State.Mmsi);

    /// <summary>Slots that changed after a tick, each at least once; null when that is too long ago to tell.</summary>
    public bool TryChangedSince(long tick, List<int> into)
    {
        into.Clear();
        if (Tick - tick >= TicksRemembered)
            return false;
        for (var t = tick + 1; t <= Tick; t++)
            into.AddRange(changed[t % TicksRemembered]);
        return true;
    }

    /// <summary>Copies a motion record, with its age at this moment.</summary>
    public void WriteMotion(int slot, DateTimeOffset now, Span<byte> to)
    {
        records.AsSpan(slot * LiveFormat.MotionBytes, LiveFormat.MotionBytes).CopyTo(to);
        var age = Math.Clamp(
            (now - slots[slot].State.At).Ticks / (TimeSpan.TicksPerMillisecond * 10),
            0,
            LiveFormat.OldestAge
        );
        BinaryPrimitives.WriteUInt16LittleEndian(to[LiveFormat.AgeAt..], (ushort)age);
    }

    private void Touch(int slot)
    {
        if (slots[slot].ChangedTick == Tick)
            return;
        slots[slot].ChangedTick = Tick;
        changed[Tick % TicksRemembered].Add(slot);
    }

    private void Encode(ref Slot slot, int index)
    {
        ref readonly var state = ref slot.State;
        var to = records.AsSpan(index * LiveFormat.MotionBytes, LiveFormat.MotionBytes);
        slot.LongitudeE7 = (int)Math.Round(state.Position.LongitudeDegrees * 1e7);
        slot.LatitudeE7 = (int)Math.Round(state.Position.LatitudeDegrees * 1e7);
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)index);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], slot.LongitudeE7);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], slot.LatitudeE7);
        BinaryPrimitives.WriteUInt16LittleEndian(to[12..], HeadingOf(state));
        BinaryPrimitives.WriteUInt16LittleEndian(to[14..], SpeedOf(state));
        to[18] = (byte)(
            SourceOf(state.Kind)
            | (state.IsStationary ? 8 : 0)
            | (state.Status == TrackStatus.Lost ? 16 : 0)
            | (state.IsSimulated ? 32 : 0)
            | ((int)slot.Place.Ring << 6)
        );
        to[LiveFormat.AlertAt] = (byte)(alerts.GetValueOrDefault(state.Id.Value) | OddityOf(state));
    }

    private static int OddityOf(in TrackState state) =>
        ((state.Flags & TrackFlags.Dark) != 0 ? LiveFormat.DarkBit : 0)
        | (
            (state.Flags & (TrackFlags.OffsetPosition | TrackFlags.SwappedIdentity)) != 0
                ? LiveFormat.ContradictedBit
                : 0
        )
        | (state.Kind == TrackKind.Ghost ? LiveFormat.GhostBit : 0);

    // A ghost is an AIS report that radar denies; on the wire it is AIS only, with a bit of its own.
    private static int SourceOf(TrackKind kind) => kind == TrackKind.Ghost ? (int)TrackKind.AisOnly : (int)kind;

    private static ushort HeadingOf(in TrackState state) =>
        (state.Heading ?? state.Course) is { } angle
            ? (ushort)(Math.Round(Angle.ToDegrees(angle) * 100) % 36_000)
            : LiveFormat.NoHeading;

    private static ushort SpeedOf(in TrackState state) =>
        state.Speed is { } speed
            ? (ushort)Math.Clamp(Math.Round(Speed.ToKnots(speed) * 100), 0, LiveFormat.NoSpeed - 1)
            : LiveFormat.NoSpeed;

    private void Reserve(int slot)
    {
        if (slot >= slots.Length)
        {
            var size = Math.Max(1024, Math.Max(slots.Length * 2, slot + 1));
            Array.Resize(ref slots, size);
            Array.Resize(ref records, size * LiveFormat.MotionBytes);
        }
        Used = Math.Max(Used, slot + 1);
    }

    /// <summary>What is shown of one slot.</summary>
    internal struct Slot
    {
        public TrackState State;
        public SeaPlace Place;
        public bool IsAlive;
        public int LongitudeE7;
        public int LatitudeE7;

        /// <summary>Tick of the last change of anything.</summary>
        public long ChangedTick;

        /// <summary>Tick of the last change of its identity.</summary>
        public long IdentityTick;
    }
}
