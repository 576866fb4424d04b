using System.Buffers.Binary;

namespace Fourfold.Kernel.Files;

/// <summary>How many pixels a picture unfolds into, from its header alone.</summary>
/// <remarks>ITU-T T.81, B.2.2; PNG 11.2.1; RFC 9649, 2.5 … 2.7 and RFC 6386, 9.1.</remarks>
internal static class PictureSize
{
    private const int WebPChunk = 12;
    private const int WebPBody = WebPChunk + 8;

    /// <summary>Width times height of a picture that <see cref="FileCheck"/> found whole; 0 when it has none.</summary>
    public static long Pixels(string mediaType, ReadOnlySpan<byte> file) =>
        mediaType switch
        {
            "image/jpeg" => OfJpeg(file),
            "image/png" => (long)BinaryPrimitives.ReadUInt32BigEndian(file[16..])
                * BinaryPrimitives.ReadUInt32BigEndian(file[20..]),
            "image/webp" => OfWebP(file),
            _ => 0,
        };

    private static long OfJpeg(ReadOnlySpan<byte> file)
    {
        // Cleaned: markers follow each other without fill bytes, up to the first frame at least.
        for (var at = 2; at + 9 <= file.Length && file[at] == 0xFF; )
        {
            if (file[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (long)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..])
                    * BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return 0;
    }

    private static long OfWebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < WebPBody + 10)
            return 0;
        var chunk = file[WebPChunk..];
        var body = file[WebPBody..];
        if (chunk.StartsWith("VP8X"u8))
            return (1L + Three(body[4..])) * (1L + Three(body[7..]));
        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return (1L + (bits & 0x3FFF)) * (1L + ((bits >> 14) & 0x3FFF));
        }
        return (long)(BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF)
            * (BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
    }

    private static int Three(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
