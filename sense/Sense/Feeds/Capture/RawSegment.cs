using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Fourfold.Sense.Feeds.Capture;

/// <summary>A file of a raw capture.</summary>
/// <param name="File">Its path.</param>
/// <param name="Start">Offset of its first byte in the capture.</param>
/// <param name="Length">Raw bytes in it.</param>
/// <param name="IsCompressed">Closed and compressed with gzip.</param>
internal sealed record RawSegment(string File, long Start, long Length, bool IsCompressed)
{
    /// <summary>The segments of a folder by rising offset; while one is being compressed, its plain file.</summary>
    public static IReadOnlyList<RawSegment> In(string folder)
    {
        var byStart = new SortedDictionary<long, RawSegment>();
        if (!Directory.Exists(folder))
            return [];
        foreach (var path in Directory.EnumerateFiles(folder))
            if (Of(path) is { } segment && (!byStart.TryGetValue(segment.Start, out var known) || known.IsCompressed))
                byStart[segment.Start] = segment;
        return [.. byStart.Values];
    }

    /// <summary>Opens it for reading from its first byte.</summary>
    public Stream Open()
    {
        var plain = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return IsCompressed ? new GZipStream(plain, CompressionMode.Decompress) : plain;
    }

    private static RawSegment? Of(string path)
    {
        var name = Path.GetFileName(path);
        var compressed = name.EndsWith(RawCapture.Closed, StringComparison.Ordinal);
        if (!compressed && !name.EndsWith(RawCapture.Growing, StringComparison.Ordinal))
            return null;
        var digits = name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal));
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            return null;
        try
        {
            var length = compressed ? UncompressedLength(path) : new FileInfo(path).Length;
            return new RawSegment(path, start, length, compressed);
        }
        catch (FileNotFoundException)
        {
            return null; // Compressed or past its age since the folder was listed.
        }
    }

    // The last four bytes of a gzip file are the length before compression (RFC 1952, section 2.3.1); segments are far below 4 GiB.
    private static long UncompressedLength(string path)
    {
        using var file = System.IO.File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        Span<byte> tail = stackalloc byte[4];
        var length = RandomAccess.GetLength(file);
        return length < 18 || RandomAccess.Read(file, tail, length - 4) < 4
            ? 0
            : BinaryPrimitives.ReadUInt32LittleEndian(tail);
    }
}
