using System.Buffers.Binary;

namespace Fourfold.Kernel.Files;

/// <summary>Walks a PNG's chunks and keeps those that draw the picture; texts, Exif and times go.</summary>
/// <remarks>PNG (W3C, third edition), 5 and 11. What follows IEND is dropped.</remarks>
internal static class Png
{
    private static readonly uint[] Table = MakeTable();

    // Critical ones, colour and transparency, animation. What is not listed is dropped.
    private static readonly string[] Kept =
    [
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "cHRM",
        "gAMA",
        "iCCP",
        "sBIT",
        "sRGB",
        "cICP",
        "bKGD",
        "hIST",
        "pHYs",
        "sPLT",
        "acTL",
        "fcTL",
        "fdAT",
    ];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>The cleaned picture, or null when it is not whole.</summary>
    public static byte[]? Clean(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (at, first, hasData) = (Signature.Length, true, false);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
                return null;
            var chunk = file.Slice(at, (int)length + 12);
            var type = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (Crc(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || first != (type == "IHDR"))
                return null;
            first = false;
            hasData |= type == "IDAT";
            // The fifth bit of the first letter tells chunks one may leave out.
            if (Kept.Contains(type))
                kept.Write(chunk);
            else if (char.IsAsciiLetterUpper(type[0]))
                return null;
            at += chunk.Length;
            if (type == "IEND")
                return hasData ? kept.ToArray() : null;
        }
        return null;
    }

    /// <summary>CRC-32 of a chunk's name and data (ISO/IEC 15948, annex D).</summary>
    internal static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
            crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
