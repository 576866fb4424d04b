using System.IO.Compression;
using ZstdSharp;

namespace Fourfold.Cli.Decode;

/// <summary>Sees what a stream is by its first bytes.</summary>
internal static class Unpacking
{
    private const int HeadBytes = 4096;

    /// <summary>The stream itself, or what is packed in it when it begins as gzip or Zstandard does.</summary>
    public static Stream Of(Stream source)
    {
        var packed = Peek(source, 4, out var magic);
        return magic switch
        {
            [0x1F, 0x8B, ..] => new GZipStream(packed, CompressionMode.Decompress),
            [0x28, 0xB5, 0x2F, 0xFD] => new DecompressionStream(packed, leaveOpen: false),
            _ => packed,
        };
    }

    /// <summary>The same, and its first line without the end; null when that is longer than 4,096 bytes.</summary>
    public static Stream Of(Stream source, out byte[]? firstLine)
    {
        var whole = PeekLine(Of(source), out var head);
        var end = head.AsSpan().IndexOf((byte)'\n');
        firstLine =
            end >= 0 ? head[..end]
            : head.Length < HeadBytes ? head
            : null;
        return whole;
    }

    private static PrefixedStream Peek(Stream source, int bytes, out byte[] head)
    {
        head = new byte[bytes];
        var length = source.ReadAtLeast(head, bytes, throwOnEndOfStream: false);
        head = head[..length];
        return new PrefixedStream(head, source);
    }

    // Only as far as the first line end: a pipe may say no more for an hour.
    private static PrefixedStream PeekLine(Stream source, out byte[] head)
    {
        var room = new byte[HeadBytes];
        var length = 0;
        int count;
        while (
            length < HeadBytes
            && !room.AsSpan(0, length).Contains((byte)'\n')
            && (count = source.Read(room, length, HeadBytes - length)) > 0
        )
            length += count;
        head = room[..length];
        return new PrefixedStream(head, source);
    }
}
