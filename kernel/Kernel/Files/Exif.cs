using System.Buffers.Binary;

namespace Fourfold.Kernel.Files;

/// <summary>The one thing of Exif that a picture needs: which way is up.</summary>
/// <remarks>JEITA CP-3451 (Exif 2.3), 4.5 and 4.6.4: TIFF header, IFD0, tag 0112h, SHORT 1 … 8.</remarks>
internal static class Exif
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const int EntryBytes = 12;

    /// <summary>2 … 8 when the picture is stored turned; null when upright, unknown or unreadable.</summary>
    public static byte? Orientation(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
            return null;
        var tiff = segment[6..];
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8))
            return null;
        var directory = little
            ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..])
            : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
            return null;
        var count = Short(tiff[(int)directory..], little);
        for (var i = 0; i < count; i++)
        {
            var at = (int)directory + 2 + (i * EntryBytes);
            if (at + EntryBytes > tiff.Length)
                return null;
            var entry = tiff.Slice(at, EntryBytes);
            if (Short(entry, little) != OrientationTag)
                continue;
            return Short(entry[2..], little) == ShortType && Short(entry[8..], little) is var up and >= 2 and <= 8
                ? (byte)up
                : null;
        }
        return null;
    }

    /// <summary>A segment's body that holds nothing else.</summary>
    public static byte[] OnlyOrientation(byte up) =>
        [
            .. "Exif\0\0MM"u8,
            0,
            42,
            0,
            0,
            0,
            8, // TIFF's number, and where the directory is.
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            up,
            0,
            0, // One entry: orientation, SHORT, one value.
            0,
            0,
            0,
            0, // No further directory.
        ];

    private static ushort Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
