using System.Buffers.Binary;

namespace Fourfold.Kernel.Files.Video;

/// <summary>How long a recording of sound alone is, by what it holds and not by what it says of itself where the two may differ.</summary>
internal static class SoundLength
{
    private const uint Timestamp = 0xE7;
    private const uint SimpleBlock = 0xA3;
    private const uint BlockGroup = 0xA0;
    private const uint Block = 0xA1;
    private const uint TimestampScale = 0x2AD7B1;
    private const int MostElements = 1_000_000;
    private const int LargestPiece = 1 << 20;
    private const double NanosecondsASecond = 1e9;

    /// <summary>Seconds; null when it cannot be told. Any bytes give an answer; only the disk can throw.</summary>
    public static double? Seconds(Stream file, string mediaType) =>
        mediaType == "audio/webm" ? OfWebM(file) : OfMp4(file);

    /// <summary>From the beginning to the beginning of the last block; a block is 20 to 60 ms.</summary>
    /// <remarks>RFC 9559, 5.1.3 and 10: a block tells its time from its cluster's, in signed 16 bits.</remarks>
    private static double? OfWebM(Stream file)
    {
        var (scale, cluster, last) = (1_000_000L, 0L, -1L);
        var elements = 0;
        // What holds others is gone into: the segment, its information, clusters, groups of blocks.
        for (long at = 0; at < file.Length; )
        {
            if (++elements > MostElements || !WebM.TryElement(file, at, file.Length, out var element))
                return null;
            if (element.Id is WebM.Segment or WebM.Info or WebM.Cluster or BlockGroup)
            {
                at = element.Body;
                continue;
            }
            if (element.End is not { } next)
                return null;
            if (element.Id == TimestampScale)
                scale = Number(file, element.Body, next);
            else if (element.Id == Timestamp)
                cluster = Number(file, element.Body, next);
            else if (element.Id is SimpleBlock or Block && TimeOf(file, element.Body, next) is { } time)
                last = Math.Max(last, cluster + time);
            at = next;
        }
        return last < 0 || scale <= 0 ? null : last * scale / NanosecondsASecond;
    }

    private static long Number(Stream file, long from, long to)
    {
        if (to - from is < 1 or > 8)
            return 0;
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        file.Position = from;
        file.ReadExactly(bytes[(8 - (int)(to - from))..]);
        return Math.Clamp(BinaryPrimitives.ReadInt64BigEndian(bytes), 0, long.MaxValue / (1 << 20));
    }

    private static short? TimeOf(Stream file, long from, long to)
    {
        Span<byte> head = stackalloc byte[10];
        file.Position = from;
        head = head[..file.ReadAtLeast(head, (int)Math.Min(head.Length, to - from), throwOnEndOfStream: false)];
        if (head.IsEmpty || head[0] == 0)
            return null;
        var track = System.Numerics.BitOperations.LeadingZeroCount((uint)head[0] << 24) + 1;
        return head.Length < track + 2 ? null : BinaryPrimitives.ReadInt16BigEndian(head[track..]);
    }

    /// <summary>By the track's own length and, in pieces, by their samples.</summary>
    /// <remarks>ISO/IEC 14496-12, 8.4.2 (<c>mdhd</c>), 8.8.3 (<c>trex</c>), 8.8.7 (<c>tfhd</c>), 8.8.8 (<c>trun</c>).</remarks>
    private static double? OfMp4(Stream file)
    {
        if (!Mp4.TryBoxes(file, out var boxes) || boxes.FindIndex(b => b.Type == "moov") is not (>= 0 and var index))
            return null;
        var movie = Read(file, boxes[index]);
        if (movie is null || !Mp4Movie.Walk(movie, Whole(movie, boxes[index]), out var children))
            return null;
        var tracks = children.Where(b => b.Type == "trak" && Mp4Movie.HandlerOf(movie, b) == "soun").ToList();
        if (tracks.Count == 0 || Mp4Movie.Find(movie, tracks[0], "mdia", "mdhd") is not { } header)
            return null;
        var (scale, length) = HeaderOf(movie.AsSpan((int)header.Body, (int)(header.End - header.Body)));
        if (scale == 0)
            return null;
        var each = Mp4Movie.Find(movie, Whole(movie, boxes[index]), "mvex", "trex") is { } extends
            ? Int(movie.AsSpan((int)extends.Body, (int)(extends.End - extends.Body)), 12)
            : 0;
        foreach (var piece in boxes.Where(b => b.Type == "moof"))
        {
            if (Read(file, piece) is not { } bytes || OfPiece(bytes, Whole(bytes, piece), each) is not { } more)
                return null;
            length += more;
        }
        return (double)length / scale;
    }

    private static (long Scale, long Length) HeaderOf(ReadOnlySpan<byte> body) =>
        body.Length >= 32 && body[0] == 1
            ? (Int(body, 20), (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(body[24..]), long.MaxValue / 4))
            : (Int(body, 12), Int(body, 16));

    private static long? OfPiece(byte[] bytes, Mp4.Box piece, long each)
    {
        if (!Mp4Movie.Walk(bytes, piece, out var parts))
            return null;
        long length = 0;
        foreach (var track in parts.Where(b => b.Type == "traf"))
        {
            if (!Mp4Movie.Walk(bytes, track, out var boxes))
                return null;
            var usual = each;
            foreach (var box in boxes)
            {
                var body = bytes.AsSpan((int)box.Body, (int)(box.End - box.Body));
                if (box.Type == "tfhd")
                    usual = UsualOf(body) ?? usual;
                else if (box.Type == "trun" && RunOf(body, usual) is { } run)
                    length += run;
            }
        }
        return length;
    }

    // The flags say which members come before the length of a sample: offset (8 bytes), description (4).
    private static long? UsualOf(ReadOnlySpan<byte> body)
    {
        var flags = Int(body, 0);
        return (flags & 8) == 0 ? null : Int(body, 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0));
    }

    private static long? RunOf(ReadOnlySpan<byte> body, long usual)
    {
        var (flags, count) = (Int(body, 0), Int(body, 4));
        if ((flags & 0x100) == 0)
            return count * usual;
        var at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        var size = 4 * System.Numerics.BitOperations.PopCount((uint)(flags & 0xF00));
        if (count * size > body.Length - at)
            return null;
        long length = 0;
        for (var i = 0; i < count; i++)
            length += Int(body, at + (i * size));
        return length;
    }

    private static Mp4.Box Whole(byte[] bytes, Mp4.Box box) => new(box.Type, 0, box.Header, bytes.Length);

    private static byte[]? Read(Stream file, Mp4.Box box)
    {
        if (box.End - box.Start > LargestPiece)
            return null;
        var bytes = new byte[box.End - box.Start];
        file.Position = box.Start;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static long Int(ReadOnlySpan<byte> body, int at) =>
        at + 4 <= body.Length ? BinaryPrimitives.ReadUInt32BigEndian(body[at..]) : 0;
}
