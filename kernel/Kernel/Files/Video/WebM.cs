namespace Fourfold.Kernel.Files.Video;

/// <summary>
/// Walks WebM where it lies and overwrites with nothing what neither draws nor sounds: tags, attachments, chapters, title
/// and whatever is unknown. The length and every offset stay as they were.
/// </summary>
/// <remarks>RFC 8794 (EBML), RFC 9559 (Matroska), of which WebM is a part.</remarks>
internal static class WebM
{
    private const uint Header = 0x1A45DFA3;
    private const uint DocType = 0x4282;
    internal const uint Segment = 0x18538067;
    internal const uint Info = 0x1549A966;
    private const uint Tracks = 0x1654AE6B;
    private const uint TrackEntry = 0xAE;
    private const uint TrackName = 0x536E;
    private const uint TrackType = 0x83;
    internal const uint Cluster = 0x1F43B675;
    private const uint SeekHead = 0x114D9B74;
    private const uint Cues = 0x1C53BB6B;
    private const uint Void = 0xEC;
    private const uint Checksum = 0xBF;
    private const int MostElements = 5_000_000;
    private const int BufferBytes = 64 << 10;

    // Scale, duration, date, and the two programs that wrote it: the format demands them.
    private static readonly uint[] KeptInfo = [0x2AD7B1, 0x4489, 0x4461, 0x4D80, 0x5741];

    // Timestamp, position, size before, simple block, block group, silent tracks, CRC.
    private static readonly uint[] InCluster = [0xE7, 0xA7, 0xAB, 0xA3, 0xA0, 0x5854, 0xBF];

    /// <summary>One element: its id, where it is, and where it ends; null when its length is not told.</summary>
    internal readonly record struct Element(uint Id, long Start, long Body, long? End);

    public static bool Begins(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) && head.IndexOf("webm"u8) > 0;

    /// <summary>Cleans the file in place. A second time changes nothing. Any bytes give an answer; only the disk can throw.</summary>
    public static VideoFault Clean(Stream file)
    {
        if (!TryElement(file, 0, file.Length, out var header) || header is not { Id: Header, End: { } begin })
            return VideoFault.Damaged;
        if (!TryElement(file, begin, file.Length, out var segment) || segment.Id != Segment)
            return VideoFault.Damaged;
        var end = segment.End ?? file.Length;
        var (hasTracks, hasPicture, hasData, elements) = (false, false, false, 0);
        var blanks = new List<(long Start, long End)>();
        for (var at = segment.Body; at < end; )
        {
            if (++elements > MostElements || !TryElement(file, at, end, out var element))
                return VideoFault.Damaged;
            // A cluster of unknown length ends where something begins that cannot be in it: what it holds is walked here.
            if (element.End is not { } next)
            {
                if (element.Id != Cluster)
                    return VideoFault.Damaged;
                at = element.Body;
                continue;
            }
            at = next;
            hasData |= element.Id is Cluster or 0xA3 or 0xA0;
            if (element.Id == Tracks)
            {
                hasTracks = true;
                var found = OfTracks(file, element.Body, next, blanks);
                if (found is not (VideoFault.None or VideoFault.SoundOnly))
                    return found;
                hasPicture |= found is VideoFault.None;
            }
            else if (element.Id == Info)
            {
                if (!TryBlankOthers(file, element.Body, next, KeptInfo, blanks))
                    return VideoFault.Damaged;
            }
            else if (element.Id is not (Cluster or SeekHead or Cues or Void) && !InCluster.Contains(element.Id))
            {
                blanks.Add((element.Start, next));
            }
            else if (element.Id == Void)
            {
                blanks.Add((element.Start, next));
            }
        }
        if (!hasTracks || !hasData)
            return VideoFault.Damaged;
        foreach (var (from, to) in blanks)
            Blank(file, from, to);
        if (end < file.Length)
            Blank(file, end, file.Length); // What follows the segment belongs to no video.
        file.Flush();
        return hasPicture ? VideoFault.None : VideoFault.SoundOnly;
    }

    private static VideoFault OfTracks(Stream file, long at, long end, List<(long, long)> blanks)
    {
        var (pictures, sounds) = (0, 0);
        while (at < end)
        {
            if (!TryElement(file, at, end, out var track) || track.End is not { } next)
                return VideoFault.Damaged;
            if (track.Id == Checksum)
                blanks.Add((track.Start, next)); // Of what is changed here.
            if (track.Id == TrackEntry)
            {
                var type = 0;
                for (var inside = track.Body; inside < next; )
                {
                    if (!TryElement(file, inside, next, out var element) || element.End is not { } after)
                        return VideoFault.Damaged;
                    if (element.Id == TrackType && after - element.Body == 1)
                    {
                        file.Position = element.Body;
                        type = file.ReadByte();
                    }
                    else if (element.Id is TrackName or Void or Checksum)
                    {
                        blanks.Add((element.Start, after));
                    }
                    inside = after;
                }
                if (type is not (1 or 2))
                    return VideoFault.OtherTrack;
                (pictures, sounds) = type == 1 ? (pictures + 1, sounds) : (pictures, sounds + 1);
            }
            at = next;
        }
        return pictures > 0 ? VideoFault.None
            : sounds > 0 ? VideoFault.SoundOnly
            : VideoFault.Damaged;
    }

    private static bool TryBlankOthers(Stream file, long at, long end, uint[] kept, List<(long, long)> blanks)
    {
        while (at < end)
        {
            if (!TryElement(file, at, end, out var element) || element.End is not { } next)
                return false;
            if (!kept.Contains(element.Id))
                blanks.Add((element.Start, next));
            at = next;
        }
        return true;
    }

    /// <summary>The element at <paramref name="at"/>; false when it is not whole.</summary>
    internal static bool TryElement(Stream file, long at, long end, out Element element)
    {
        element = default;
        Span<byte> head = stackalloc byte[12];
        file.Position = at;
        var there = file.ReadAtLeast(head, (int)Math.Min(head.Length, end - at), throwOnEndOfStream: false);
        head = head[..there];
        if (there < 2 || head[0] < 0x10)
            return false; // An id has four bytes at most.
        var idBytes = System.Numerics.BitOperations.LeadingZeroCount((uint)head[0] << 24) + 1;
        if (there <= idBytes || head[idBytes] == 0)
            return false;
        uint id = 0;
        foreach (var part in head[..idBytes])
            id = (id << 8) | part;
        var sizeBytes = System.Numerics.BitOperations.LeadingZeroCount((uint)head[idBytes] << 24) + 1;
        if (there < idBytes + sizeBytes)
            return false;
        var size = (long)head[idBytes] & ((1 << (8 - sizeBytes)) - 1);
        var unknown = size == (1 << (8 - sizeBytes)) - 1;
        foreach (var part in head.Slice(idBytes + 1, sizeBytes - 1))
            (size, unknown) = ((size << 8) | part, unknown && part == 0xFF);
        var body = at + idBytes + sizeBytes;
        if (!unknown && size > end - body)
            return false;
        element = new Element(id, at, body, unknown ? null : body + size);
        return true;
    }

    // A void element of the same length: one byte of id, then its own length in one byte or eight.
    private static void Blank(Stream file, long from, long to)
    {
        var length = to - from;
        file.Position = from;
        if (length < 2)
            return;
        Span<byte> head = stackalloc byte[9];
        head[0] = (byte)Void;
        var headBytes = length < 9 ? 2 : 9;
        if (headBytes == 2)
            head[1] = (byte)(0x80 | (length - 2));
        else
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(head[1..], (length - 9) | (1L << 56));
        file.Write(head[..headBytes]);
        var nothing = new byte[Math.Min(BufferBytes, Math.Max(0, length - headBytes))];
        for (var left = length - headBytes; left > 0; left -= nothing.Length)
            file.Write(nothing, 0, (int)Math.Min(left, nothing.Length));
    }
}
