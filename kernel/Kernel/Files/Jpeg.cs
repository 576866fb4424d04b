using System.Buffers.Binary;

namespace Fourfold.Kernel.Files;

/// <summary>Walks a JPEG's segments and keeps those that draw the picture; of Exif only which way is up.</summary>
/// <remarks>ITU-T T.81, Annex B. What follows the end of the image (previews, motion pictures with positions) is dropped.</remarks>
internal static class Jpeg
{
    private const byte Soi = 0xD8;
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    public static bool Begins(ReadOnlySpan<byte> file) => file is [0xFF, Soi, 0xFF, ..];

    /// <summary>The cleaned picture, or null when it is not whole.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write([0xFF, Soi]);
        var at = 2;
        var (hasFrame, hasScan) = (false, false);
        while (TryMarker(file, ref at, out var marker))
        {
            if (marker == Eoi)
            {
                kept.Write([0xFF, Eoi]);
                return hasFrame && hasScan ? kept.ToArray() : null;
            }
            if (marker is Soi or 0x00 or (>= 0xD0 and <= 0xD7))
                return null; // None of these may stand between segments.
            if (at + 2 > file.Length)
                return null;
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || at + length > file.Length)
                return null;
            var body = file.Slice(at + 2, length - 2);
            at += length;
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (Keeps(marker, body))
                WriteSegment(kept, marker, body);
            else if (marker == App1 && Exif.Orientation(body) is { } up)
                WriteSegment(kept, App1, Exif.OnlyOrientation(up));
            if (marker != Sos)
                continue;
            hasScan = true;
            var end = EndOfScan(file, at);
            kept.Write(file[at..end]);
            at = end;
        }
        return null;
    }

    private static bool TryMarker(ReadOnlySpan<byte> file, ref int at, out byte marker)
    {
        marker = 0;
        if (at >= file.Length || file[at] != 0xFF)
            return false;
        while (at < file.Length && file[at] == 0xFF)
            at++; // Fill bytes may stand before a marker.
        if (at >= file.Length)
            return false;
        marker = file[at++];
        return true;
    }

    // JFIF, colour profile and Adobe's colour transform draw the picture; all else tells of it.
    private static bool Keeps(byte marker, ReadOnlySpan<byte> body) =>
        marker switch
        {
            App0 => body.StartsWith("JFIF\0"u8),
            App2 => body.StartsWith("ICC_PROFILE\0"u8),
            App14 => body.StartsWith("Adobe"u8),
            >= App1 and <= App15 or Comment => false,
            _ => true,
        };

    // Coded data runs to the next marker that is neither a stuffed zero nor a restart.
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
                return file.Length;
            at += next;
            if (file[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
            at += file[at + 1] == 0xFF ? 1 : 2;
        }
        return file.Length;
    }

    private static void WriteSegment(MemoryStream to, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        to.Write(head);
        to.Write(body);
    }
}
