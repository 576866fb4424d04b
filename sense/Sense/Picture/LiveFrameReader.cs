using System.Buffers.Binary;
using System.Text;

namespace Fourfold.Sense.Picture;

/// <summary>What a frame of the live picture is; <c>docs/reference/live.md</c>.</summary>
public enum LiveFrameType : byte
{
    /// <summary>Motion records that replace all there was.</summary>
    Snapshot = 1,

    /// <summary>Motion records of slots that changed or came into view.</summary>
    Delta = 2,

    /// <summary>Slots that died or left the view.</summary>
    Removal = 3,

    /// <summary>Who is behind a slot.</summary>
    Identity = 4,

    /// <summary>Counts and feeds, JSON.</summary>
    Status = 5,
}

/// <summary>One vessel's motion.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="LongitudeE7">Degrees × 10⁷.</param>
/// <param name="LatitudeE7">Degrees × 10⁷.</param>
/// <param name="HeadingDegrees">0 … 359.99, or null.</param>
/// <param name="SpeedKnots">0 … 655.34, or null.</param>
/// <param name="Age">Of the last observation; 655.35 s means that or more.</param>
/// <param name="Flags">Byte 18 as sent.</param>
/// <param name="Alert">Byte 19 as sent.</param>
public readonly record struct LiveMotion(
    int Slot,
    int LongitudeE7,
    int LatitudeE7,
    double? HeadingDegrees,
    double? SpeedKnots,
    TimeSpan Age,
    byte Flags,
    byte Alert
)
{
    /// <summary>0 AIS only, 1 radar only, 2 fused, 3 camera only, 4 own unit.</summary>
    public int Source => Flags & 7;

    /// <summary>Moored or anchored.</summary>
    public bool IsStationary => (Flags & 8) != 0;

    /// <summary>Silent for too long; extrapolated.</summary>
    public bool IsLost => (Flags & 16) != 0;

    /// <summary>A simulator made it.</summary>
    public bool IsSimulated => (Flags & 32) != 0;

    /// <summary>0 near sea, 1 shoreline, 2 on the island, 3 beyond.</summary>
    public int Ring => Flags >> 6;

    /// <summary>0 none, 1–4.</summary>
    public int AlertLevel => Alert & 7;

    /// <summary>Nobody has acknowledged an alert of it.</summary>
    public bool IsAlertUnacknowledged => (Alert & 8) != 0;
}

/// <summary>Who is behind a slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="TrackId">Stable id of the track.</param>
/// <param name="Mmsi">Or null.</param>
/// <param name="ShipClass">0–7.</param>
/// <param name="LengthMetres">Even number up to 510; 0 unknown.</param>
/// <param name="Name">Empty when not known.</param>
public sealed record LiveIdentity(int Slot, Guid TrackId, int? Mmsi, int ShipClass, int LengthMetres, string Name);

/// <summary>Reads one frame of the live picture. The other reader is TypeScript, <c>web/packages/live</c>.</summary>
public readonly ref struct LiveFrameReader
{
    private readonly ReadOnlySpan<byte> body;

    private LiveFrameReader(LiveFrameType type, int count, uint seq, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        (Type, Count, Seq, At) = (type, count, seq, at);
        this.body = body;
    }

    /// <summary>What it is.</summary>
    public LiveFrameType Type { get; }

    /// <summary>Records; of a status, bytes.</summary>
    public int Count { get; }

    /// <summary>Number of the frame on its connection; a gap means resync.</summary>
    public uint Seq { get; }

    /// <summary>Server time, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>False when the bytes are no frame of this version, or too short for what they announce.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out LiveFrameReader reader)
    {
        reader = default;
        if (frame.Length < LiveFormat.HeaderBytes || frame[0] != LiveFormat.Version || frame[1] is < 1 or > 5)
            return false;
        var type = (LiveFrameType)frame[1];
        int count = BinaryPrimitives.ReadUInt16LittleEndian(frame[2..]);
        var least = type switch
        {
            LiveFrameType.Snapshot or LiveFrameType.Delta => count * LiveFormat.MotionBytes,
            LiveFrameType.Removal => count * 4,
            LiveFrameType.Identity => count * 27,
            _ => count,
        };
        if (frame.Length - LiveFormat.HeaderBytes < least)
            return false;
        var at = DateTimeOffset.FromUnixTimeMilliseconds((long)BinaryPrimitives.ReadDoubleLittleEndian(frame[8..]));
        var seq = BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]);
        reader = new LiveFrameReader(type, count, seq, at, frame[LiveFormat.HeaderBytes..]);
        return true;
    }

    /// <summary>The motion record with an index below <see cref="Count"/>; only of a snapshot or delta.</summary>
    public LiveMotion Motion(int index)
    {
        var record = body.Slice(index * LiveFormat.MotionBytes, LiveFormat.MotionBytes);
        var heading = BinaryPrimitives.ReadUInt16LittleEndian(record[12..]);
        var speed = BinaryPrimitives.ReadUInt16LittleEndian(record[14..]);
        return new LiveMotion(
            (int)BinaryPrimitives.ReadUInt32LittleEndian(record),
            BinaryPrimitives.ReadInt32LittleEndian(record[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(record[8..]),
            heading == LiveFormat.NoHeading ? null : heading / 100.0,
            speed == LiveFormat.NoSpeed ? null : speed / 100.0,
            TimeSpan.FromMilliseconds(BinaryPrimitives.ReadUInt16LittleEndian(record[16..]) * 10),
            record[18],
            record[19]
        );
    }

    /// <summary>The slot with an index; only of a removal.</summary>
    public int Removed(int index) => (int)BinaryPrimitives.ReadUInt32LittleEndian(body[(index * 4)..]);

    /// <summary>All identities; only of an identity frame. Stops where the bytes end.</summary>
    public IReadOnlyList<LiveIdentity> Identities()
    {
        var read = new List<LiveIdentity>(Count);
        var rest = body;
        while (read.Count < Count && rest.Length >= 27 && rest.Length >= 27 + rest[26])
        {
            var mmsi = (int)BinaryPrimitives.ReadUInt32LittleEndian(rest[20..]);
            read.Add(
                new LiveIdentity(
                    (int)BinaryPrimitives.ReadUInt32LittleEndian(rest),
                    new Guid(rest.Slice(4, 16), bigEndian: true),
                    mmsi == 0 ? null : mmsi,
                    rest[24],
                    rest[25] * 2,
                    Encoding.UTF8.GetString(rest.Slice(27, rest[26]))
                )
            );
            rest = rest[(27 + rest[26])..];
        }
        return read;
    }

    /// <summary>The JSON of a status frame, UTF-8.</summary>
    public ReadOnlySpan<byte> Status => body[..Count];
}
