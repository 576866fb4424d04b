using System.Buffers.Binary;
using System.IO.Compression;
using Fourfold.Kernel.Files;

namespace Fourfold.Benchmarks.Field;

/// <summary>A picture as large as a phone's and like no other: noise, as PNG.</summary>
internal static class Picture
{
    private const int Width = 200;
    private const int Height = 170;

    /// <summary>Some 100 kB.</summary>
    public static byte[] Make(Random chance)
    {
        var pixels = new byte[Height * ((3 * Width) + 1)];
        chance.NextBytes(pixels);
        for (var row = 0; row < Height; row++)
            pixels[row * ((3 * Width) + 1)] = 0; // No filter.
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(pixels);
        var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(Stream to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        byte[] body = [.. name, .. data];
        to.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Png.Crc(body));
        to.Write(number);
    }
}
