using System.Buffers.Binary;
using System.Text;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>Small pictures built by hand, with what phones hide in them.</summary>
internal static class Pictures
{
    public const string Secret = "GPS 20.0301N 110.0902E";

    /// <summary>Baseline JPEG of one grey block with Exif (turned by <paramref name="orientation"/>), a comment, and a trailer.</summary>
    public static byte[] Jpeg(byte orientation = 6)
    {
        var file = new List<byte> { 0xFF, 0xD8 };
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(file, 0xE1, [.. ExifLittleEndian(orientation), .. Encoding.ASCII.GetBytes(Secret)]);
        Segment(file, 0xED, [.. "Photoshop 3.0\0"u8, .. Encoding.ASCII.GetBytes(Secret)]);
        Segment(file, 0xFE, Encoding.ASCII.GetBytes(Secret));
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(file, 0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0, 1, .. new byte[15], 0]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        file.AddRange([0x3F, 0xFF, 0x00, 0x7F]); // Coded data with a stuffed byte.
        file.AddRange([0xFF, 0xD9]);
        return [.. file];
    }

    public static byte[] Png(int width = 1, int height = 1)
    {
        var file = new List<byte>([0x89, .. "PNG\r\n\u001a\n"u8]);
        var size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        Chunk(file, "IHDR", [.. size, 8, 0, 0, 0, 0]);
        Chunk(file, "tEXt", Encoding.ASCII.GetBytes("Comment\0" + Secret));
        Chunk(file, "eXIf", Encoding.ASCII.GetBytes(Secret));
        Chunk(file, "IDAT", [0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01]);
        Chunk(file, "IEND", []);
        return [.. file, .. Encoding.ASCII.GetBytes(Secret)];
    }

    public static byte[] WebP()
    {
        var body = new List<byte>("WEBP"u8.ToArray());
        Riff(body, "VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Riff(body, "VP8L", [0x2F, 0, 0, 0, 0]);
        Riff(body, "EXIF", Encoding.ASCII.GetBytes(Secret));
        Riff(body, "XMP ", Encoding.ASCII.GetBytes(Secret));
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)body.Count);
        return [.. "RIFF"u8, .. size, .. body];
    }

    // "II", 42, directory at 8, two entries: a make, and the orientation.
    private static byte[] ExifLittleEndian(byte orientation) =>
        [
            .. "Exif\0\0II"u8,
            42,
            0,
            8,
            0,
            0,
            0,
            2,
            0,
            0x0F,
            0x01,
            2,
            0,
            4,
            0,
            0,
            0,
            (byte)'A',
            (byte)'B',
            (byte)'C',
            0,
            0x12,
            0x01,
            3,
            0,
            1,
            0,
            0,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
        ];

    private static void Segment(List<byte> file, byte marker, ReadOnlySpan<byte> body)
    {
        var length = body.Length + 2;
        file.AddRange([0xFF, marker, (byte)(length >> 8), (byte)length]);
        file.AddRange(body);
    }

    private static void Chunk(List<byte> file, string type, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. body];
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(typed));
        file.AddRange([.. length, .. typed, .. crc]);
    }

    private static void Riff(List<byte> body, string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        body.AddRange([.. Encoding.ASCII.GetBytes(type), .. length, .. content]);
        if (content.Length % 2 == 1)
            body.Add(0);
    }

    // Bit by bit, so that it shares no table with what it tests.
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var k = 0; k < 8; k++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
