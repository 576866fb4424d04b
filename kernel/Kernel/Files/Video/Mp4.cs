using System.Buffers.Binary;

namespace Fourfold.Kernel.Files.Video;

/// <summary>
/// Walks MP4, QuickTime and 3GP where they lie and overwrites with nothing whatever neither draws nor sounds: positions
/// (<c>udta/©xyz</c>, <c>loci</c>, Apple's <c>meta</c> keys, XMP), descriptions, tracks of measurements with their
/// samples, and bytes that no sample refers to. The length and every offset stay as they were.
/// </summary>
/// <remarks>ISO/IEC 14496-12 (base media), 3GPP TS 26.244, Apple QuickTime File Format. Memory: the <c>moov</c> box.</remarks>
internal static class Mp4
{
    /// <summary>Bytes of the largest <c>moov</c>: hours of video have a few MiB.</summary>
    private const int LargestMovie = 32 << 20;
    private const int MostBoxes = 100_000;
    private const int BufferBytes = 64 << 10;

    // In the file itself. All else is overwritten.
    private static readonly string[] Kept = ["ftyp", "styp", "moov", "mdat", "moof", "mfra", "sidx", "ssix", "pdin"];
    private static readonly string[] Plain =
    [
        "isom",
        "avc1",
        "mp41",
        "mp42",
        "mp71",
        "MSNV",
        "dash",
        "XAVC",
        "M4V ",
        "M4VH",
        "M4VP",
        "M4A ",
    ];

    /// <summary>One box: where it is, how long its header is, and where it ends.</summary>
    internal readonly record struct Box(string Type, long Start, int Header, long End)
    {
        public long Body => Start + Header;
    }

    /// <summary><c>video/mp4</c>, <c>video/quicktime</c> or <c>video/3gpp</c> by the first bytes; null for anything else.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16)
            return null;
        if (!head[4..].StartsWith("ftyp"u8))
            return head[4..].StartsWith("moov"u8) || head[4..].StartsWith("wide"u8) ? "video/quicktime" : null;
        var brand = System.Text.Encoding.ASCII.GetString(head.Slice(8, 4));
        return brand == "qt  " ? "video/quicktime"
            : brand.StartsWith("3gp", StringComparison.Ordinal) || brand.StartsWith("3g2", StringComparison.Ordinal)
                ? "video/3gpp"
            : Plain.Contains(brand, StringComparer.Ordinal) || brand.StartsWith("iso", StringComparison.Ordinal)
                ? "video/mp4"
            : null;
    }

    /// <summary>Cleans the file in place. A second time changes nothing. Any bytes give an answer; only the disk can throw.</summary>
    public static VideoFault Clean(Stream file)
    {
        if (!TryBoxes(file, out var boxes))
            return VideoFault.Damaged;
        var movies = boxes.Where(b => b.Type == "moov").ToList();
        if (movies is not [var movie] || movie.End - movie.Start > LargestMovie)
            return VideoFault.Damaged;
        var bytes = new byte[movie.End - movie.Start];
        file.Position = movie.Start;
        file.ReadExactly(bytes);
        var cleaned = Mp4Movie.Clean(bytes, movie.Header);
        if (cleaned is null)
            return VideoFault.Damaged;
        var inPieces = boxes.Any(b => b.Type == "moof");
        if (cleaned.HasOtherTracks && inPieces)
            return VideoFault.OtherTrack; // Its samples are told of in every piece.
        var data = boxes.Where(b => b.Type == "mdat").ToList();
        if (data.Count == 0 || (!inPieces && !cleaned.LiesWithin(data)))
            return VideoFault.Damaged;
        file.Position = movie.Start;
        file.Write(bytes);
        foreach (var box in boxes.Where(b => !Kept.Contains(b.Type, StringComparer.Ordinal)))
            Blank(file, box);
        if (!inPieces)
            foreach (var box in data)
            foreach (var (from, to) in cleaned.GapsIn(box))
                Zero(file, from, to);
        file.Flush();
        return cleaned.HasPicture ? VideoFault.None : VideoFault.SoundOnly;
    }

    /// <summary>The boxes of the file itself; false when they do not fill it.</summary>
    internal static bool TryBoxes(Stream file, out List<Box> boxes)
    {
        boxes = [];
        var header = new byte[16];
        for (long at = 0; at < file.Length; at = boxes[^1].End)
        {
            file.Position = at;
            var there = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (boxes.Count == MostBoxes || !TryBox(header.AsSpan(0, there), at, file.Length, out var box))
                return false;
            boxes.Add(box);
        }
        return true;
    }

    /// <summary>The box at <paramref name="at"/>; false when it is not whole.</summary>
    /// <param name="header">Its first 16 bytes, or what there is.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="end">Where what holds it ends.</param>
    /// <param name="box">The box.</param>
    internal static bool TryBox(ReadOnlySpan<byte> header, long at, long end, out Box box)
    {
        box = default;
        if (header.Length < 8)
            return false;
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        var length = 8;
        if (size == 1)
        {
            if (header.Length < 16)
                return false;
            (size, length) = ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(header[8..]), long.MaxValue), 16);
        }
        else if (size == 0)
        {
            size = end - at; // To the end of what holds it.
        }
        if (size < length || size > end - at)
            return false;
        box = new Box(System.Text.Encoding.Latin1.GetString(header.Slice(4, 4)), at, length, at + size);
        return true;
    }

    private static void Blank(Stream file, Box box)
    {
        file.Position = box.Start + 4;
        file.Write("free"u8);
        Zero(file, box.Body, box.End);
    }

    private static void Zero(Stream file, long from, long to)
    {
        var nothing = new byte[Math.Min(BufferBytes, Math.Max(0, to - from))];
        file.Position = from;
        for (var left = to - from; left > 0; left -= nothing.Length)
            file.Write(nothing, 0, (int)Math.Min(left, nothing.Length));
    }
}
