using System.Buffers.Binary;
using System.Text;
using Fourfold.Sense.Vessels;

namespace Fourfold.Sense.Picture;

/// <summary>What one screen has been told, and the frames that bring it up to date.</summary>
/// <remarks>
/// Not thread-safe. A composed update replaces everything that was not sent before, so a slow screen gets fewer and larger
/// ones. Buffers are kept and grow to the largest update.
/// </remarks>
internal sealed class LiveView
{
    private const int LongestName = 40;
    private const int LargestIdentity = 4 + 16 + 4 + 3 + LongestName;

    private readonly List<int> candidates = [];
    private readonly List<int> removals = [];
    private readonly List<int> identities = [];
    private readonly List<int> motions = [];
    private readonly List<Range> frames = [];
    private readonly HashSet<int> followed = [];
    private int[] knownGeneration = [];
    private long[] knownIdentity = [];
    private int[] considered = [];
    private int round;
    private byte[] buffer = new byte[4096];
    private int filled;
    private ViewBox? view;
    private long lastTick;
    private bool lookAtAll;
    private bool snapshot = true;
    private uint seq;

    /// <summary>Slots the screen has now.</summary>
    public int InView { get; private set; }

    /// <summary>False until the screen has said what it shows; nothing is sent before.</summary>
    public bool IsReady => view is not null;

    /// <summary>Number the next frame will get.</summary>
    public uint NextSeq => seq;

    /// <summary>Frames of the update, in the order they are to be sent; valid until the next one is composed.</summary>
    public IReadOnlyList<Range> Frames => frames;

    /// <summary>When the bytes behind each changed record came, UTC ticks; for measuring the delay.</summary>
    public List<long> ReceivedTicks { get; } = [];

    public ReadOnlyMemory<byte> this[Range frame] => buffer.AsMemory(frame);

    public void Look(ViewBox box)
    {
        view = box;
        lookAtAll = true;
    }

    public void Follow(IEnumerable<int> slots)
    {
        followed.Clear();
        followed.UnionWith(slots);
        lookAtAll = true;
    }

    /// <summary>The screen lost something: the next update is a snapshot.</summary>
    public void Resync() => snapshot = true;

    /// <summary>Composes everything that changed since the last update, and the status when one is due; the caller holds the picture's gate.</summary>
    public void Compose(LivePicture picture, DateTimeOffset now, StatusText? status)
    {
        Begin(picture);
        if (snapshot)
            Forget();
        var all = snapshot || lookAtAll || !picture.TryChangedSince(lastTick, candidates);
        if (all)
        {
            for (var slot = 0; slot < picture.Used; slot++)
                Consider(picture, slot);
        }
        else
        {
            foreach (var slot in candidates)
                Consider(picture, slot);
        }
        WriteRemovals(now);
        WriteIdentities(picture, now);
        WriteMotions(picture, now);
        if (status is not null)
            WriteStatus(status.For(InView), now);
        (lastTick, lookAtAll, snapshot) = (picture.Tick, false, false);
    }

    private void Begin(LivePicture picture)
    {
        removals.Clear();
        identities.Clear();
        motions.Clear();
        frames.Clear();
        ReceivedTicks.Clear();
        filled = 0;
        if (knownGeneration.Length < picture.Used)
        {
            var size = Math.Max(1024, picture.Used * 2);
            Array.Resize(ref knownGeneration, size);
            Array.Resize(ref knownIdentity, size);
            Array.Resize(ref considered, size);
        }
        round++;
    }

    private void Forget()
    {
        Array.Clear(knownGeneration);
        InView = 0;
    }

    private void Consider(LivePicture picture, int index)
    {
        // A slot that changed in several ticks is listed as often, and told once.
        if (considered[index] == round)
            return;
        considered[index] = round;
        ref readonly var slot = ref picture[index];
        ref var known = ref knownGeneration[index];
        var visible =
            slot.IsAlive
            && (view.GetValueOrDefault().Holds(slot.LongitudeE7, slot.LatitudeE7) || followed.Contains(index));
        if (known != 0 && (!visible || known != slot.State.Generation))
        {
            removals.Add(index);
            known = 0;
            InView--;
        }
        if (!visible)
            return;
        var isNew = known == 0;
        if (isNew || knownIdentity[index] < slot.IdentityTick)
        {
            identities.Add(index);
            knownIdentity[index] = slot.IdentityTick;
        }
        if (!isNew && slot.ChangedTick <= lastTick)
            return;
        motions.Add(index);
        if (!isNew)
            ReceivedTicks.Add(slot.State.ReceivedAt.UtcTicks);
        known = slot.State.Generation;
        InView += isNew ? 1 : 0;
    }

    private void WriteRemovals(DateTimeOffset now)
    {
        for (var from = 0; from < removals.Count; from += LiveFormat.MostRecords)
        {
            var count = Math.Min(LiveFormat.MostRecords, removals.Count - from);
            var body = BeginFrame(LiveFrameType.Removal, count, count * 4, now);
            for (var i = 0; i < count; i++)
                BinaryPrimitives.WriteUInt32LittleEndian(body[(i * 4)..], (uint)removals[from + i]);
            EndFrame(count * 4);
        }
    }

    private void WriteIdentities(LivePicture picture, DateTimeOffset now)
    {
        for (var from = 0; from < identities.Count; from += LiveFormat.MostRecords)
        {
            var count = Math.Min(LiveFormat.MostRecords, identities.Count - from);
            var body = BeginFrame(LiveFrameType.Identity, count, count * LargestIdentity, now);
            var used = 0;
            for (var i = 0; i < count; i++)
                used += WriteIdentity(picture, identities[from + i], body[used..]);
            EndFrame(used);
        }
    }

    private static int WriteIdentity(LivePicture picture, int index, Span<byte> to)
    {
        ref readonly var state = ref picture[index].State;
        var vessel = picture.VesselOf(index);
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)index);
        state.Id.Value.TryWriteBytes(to[4..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32LittleEndian(to[20..], (uint)state.Mmsi.GetValueOrDefault());
        to[24] = (byte)ShipClasses.Of(vessel, state.Transponder);
        to[25] = (byte)Math.Min((vessel?.LengthMetres ?? (int)state.LengthMetres.GetValueOrDefault()) / 2, 255);
        var name = vessel?.Name ?? "";
        var length =
            name.Length <= LongestName && Encoding.UTF8.TryGetBytes(name, to.Slice(27, LongestName), out var n) ? n : 0;
        to[26] = (byte)length;
        return 27 + length;
    }

    private void WriteMotions(LivePicture picture, DateTimeOffset now)
    {
        for (var from = 0; from < motions.Count || (snapshot && from == 0); from += LiveFormat.MostRecords)
        {
            var count = Math.Min(LiveFormat.MostRecords, motions.Count - from);
            var type = snapshot && from == 0 ? LiveFrameType.Snapshot : LiveFrameType.Delta;
            var body = BeginFrame(type, count, count * LiveFormat.MotionBytes, now);
            for (var i = 0; i < count; i++)
                picture.WriteMotion(motions[from + i], now, body[(i * LiveFormat.MotionBytes)..]);
            EndFrame(count * LiveFormat.MotionBytes);
        }
    }

    private void WriteStatus(ReadOnlySpan<byte> status, DateTimeOffset now)
    {
        status.CopyTo(BeginFrame(LiveFrameType.Status, status.Length, status.Length, now));
        EndFrame(status.Length);
    }

    private Span<byte> BeginFrame(LiveFrameType type, int count, int atMost, DateTimeOffset now)
    {
        var needed = filled + LiveFormat.HeaderBytes + atMost;
        if (needed > buffer.Length)
            Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
        LiveFormat.WriteHeader(buffer.AsSpan(filled), type, count, seq++, now.ToUnixTimeMilliseconds());
        return buffer.AsSpan(filled + LiveFormat.HeaderBytes, atMost);
    }

    private void EndFrame(int bodyBytes)
    {
        var end = filled + LiveFormat.HeaderBytes + bodyBytes;
        frames.Add(filled..end);
        filled = end;
    }
}
