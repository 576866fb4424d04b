using System.Buffers.Binary;

namespace Fourfold.Kernel.Files;

/// <summary>Walks a WebP's chunks and keeps those that draw the picture; Exif, XMP and unknown ones go.</summary>
/// <remarks>RFC 9649, section 2. What follows the RIFF chunk is dropped.</remarks>
internal static class WebP
{
    private const int HeaderBytes = 12;
    private const byte ExifAndXmp = 0x08 | 0x04;
    private static readonly string[] Kept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static bool Begins(ReadOnlySpan<byte> file) =>
        file.Length > HeaderBytes && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>The cleaned picture, or null when it is not whole.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> file)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (size < 4 || size > file.Length - 8)
            return null;
        file = file[..(int)(size + 8)];
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..HeaderBytes]);
        var (at, hasPicture) = (HeaderBytes, false);
        while (at + 8 <= file.Length)
        {
            var type = System.Text.Encoding.ASCII.GetString(file.Slice(at, 4));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var padded = (long)length + (length & 1);
            if (padded > file.Length - at - 8)
                return null;
            var chunk = file.Slice(at, (int)padded + 8);
            at += chunk.Length;
            hasPicture |= type is "VP8 " or "VP8L" or "ANMF";
            if (Kept.Contains(type))
                Write(kept, type, chunk);
        }
        if (at != file.Length || !hasPicture)
            return null;
        var cleaned = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(cleaned.AsSpan(4), (uint)cleaned.Length - 8);
        return cleaned;
    }

    private static void Write(MemoryStream to, string type, ReadOnlySpan<byte> chunk)
    {
        var start = (int)to.Position;
        to.Write(chunk);
        // The extended header announces what else is in the file.
        if (type == "VP8X" && chunk.Length > 8)
            to.GetBuffer()[start + 8] &= unchecked((byte)~ExifAndXmp);
    }
}
