using System.Buffers.Binary;

namespace Fourfold.Sense.Picture;

/// <summary>Numbers of the wire format in <c>docs/reference/live.md</c>.</summary>
internal static class LiveFormat
{
    public const byte Version = 1;
    public const int HeaderBytes = 16;
    public const int MotionBytes = 20;

    /// <summary>Records of one frame; a larger snapshot is split.</summary>
    public const int MostRecords = 8_192;

    public const ushort NoHeading = 36_000;
    public const ushort NoSpeed = 65_535;
    public const ushort OldestAge = 65_535;

    // Offsets within a motion record.
    public const int AgeAt = 16;
    public const int AlertAt = 19;

    // Bits of the byte at AlertAt above those of the alert.
    public const int DarkBit = 16;
    public const int ContradictedBit = 32;
    public const int GhostBit = 64;
    public const int OddityMask = 0xF0;

    public static void WriteHeader(Span<byte> to, LiveFrameType type, int count, uint seq, long unixMs)
    {
        to[0] = Version;
        to[1] = (byte)type;
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], seq);
        BinaryPrimitives.WriteDoubleLittleEndian(to[8..], unixMs);
    }
}
