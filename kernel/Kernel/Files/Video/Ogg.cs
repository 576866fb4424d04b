using System.Buffers.Binary;

namespace Fourfold.Kernel.Files.Video;

/// <summary>Takes an Ogg file with one Opus stream apart and writes it anew: the comments are left out, and so is whatever is not the stream.</summary>
/// <remarks>RFC 3533 (Ogg), RFC 7845 (Opus in Ogg), RFC 6716, 3 (an Opus packet). Firefox records so.</remarks>
internal static class Ogg
{
    private const int HeaderBytes = 27;
    private const int FlagsAt = 5;
    private const int SerialAt = 14;
    private const int NumberAt = 18;
    private const int ChecksumAt = 22;
    private const byte Continued = 1;
    private const byte First = 2;
    private const byte Last = 4;
    private const int HeadBytes = 19;
    private const double SamplesASecond = 48_000;

    /// <summary>One page: where it is, what it is and where its packets are.</summary>
    private readonly record struct Page(int Start, int Body, int End, byte Flags, uint Serial, uint Number);

    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith("OggS"u8);

    /// <summary>The file without its comments; null when it is damaged, or anything but one stream of Opus. Nothing is thrown.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="seconds">How long it is, by its packets and not by what it says of itself.</param>
    public static byte[]? Clean(ReadOnlySpan<byte> file, out double seconds)
    {
        seconds = 0;
        if (!TryPages(file, out var pages) || pages.Count < 3 || !IsHead(file, pages[0]))
            return null;
        var comments = 1;
        // The comments end the page that they end on; sound begins on the next.
        while (comments < pages.Count && !EndsPacket(file, pages[comments]))
            comments++;
        if (!file[pages[1].Body..].StartsWith("OpusTags"u8) || comments + 1 >= pages.Count)
            return null;
        var cleaned = new List<byte>(file.Length);
        Write(cleaned, file, pages[0], 0);
        WriteComments(cleaned, pages[0].Serial);
        long samples = 0;
        var packet = new Packet();
        for (var i = comments + 1; i < pages.Count; i++)
        {
            if (!packet.TryCount(file, pages[i], ref samples))
                return null;
            Write(cleaned, file, pages[i], (uint)(i - comments + 1));
        }
        seconds = samples / SamplesASecond;
        return samples > 0 ? [.. cleaned] : null;
    }

    // One stream from its first page to its last, without a gap.
    private static bool TryPages(ReadOnlySpan<byte> file, out List<Page> pages)
    {
        pages = [];
        for (var at = 0; at < file.Length; )
        {
            if (!TryPage(file, at, out var page) || page.Number != (uint)pages.Count)
                return false;
            var isFirst = pages.Count == 0;
            if (isFirst != ((page.Flags & First) != 0) || (!isFirst && page.Serial != pages[0].Serial))
                return false;
            pages.Add(page);
            if ((page.Flags & Last) != 0)
                return true; // What follows belongs to no stream, and is left behind.
            at = page.End;
        }
        return true;
    }

    private static bool TryPage(ReadOnlySpan<byte> file, int at, out Page page)
    {
        page = default;
        var head = file[at..];
        if (head.Length < HeaderBytes || !Begins(head) || head[4] != 0)
            return false;
        var body = HeaderBytes + head[HeaderBytes - 1];
        if (head.Length < body)
            return false;
        var length = body;
        foreach (var piece in head[HeaderBytes..body])
            length += piece;
        if (
            head.Length < length
            || Checksum(head[..length]) != BinaryPrimitives.ReadUInt32LittleEndian(head[ChecksumAt..])
        )
            return false;
        page = new Page(
            at,
            at + body,
            at + length,
            head[FlagsAt],
            BinaryPrimitives.ReadUInt32LittleEndian(head[SerialAt..]),
            BinaryPrimitives.ReadUInt32LittleEndian(head[NumberAt..])
        );
        return true;
    }

    // RFC 7845, 5.1: version 1 and mapping family 0, which is one or two channels, and nothing behind it.
    private static bool IsHead(ReadOnlySpan<byte> file, Page page)
    {
        var body = file[page.Body..page.End];
        return body.Length == HeadBytes
            && body.StartsWith("OpusHead"u8)
            && body[8] == 1
            && body[9] is 1 or 2
            && body[18] == 0;
    }

    private static ReadOnlySpan<byte> Lacing(ReadOnlySpan<byte> file, Page page) =>
        file[(page.Start + HeaderBytes)..page.Body];

    private static bool EndsPacket(ReadOnlySpan<byte> file, Page page) =>
        Lacing(file, page) is { Length: > 0 } lacing && lacing[^1] < byte.MaxValue;

    private static void Write(List<byte> to, ReadOnlySpan<byte> file, Page page, uint number)
    {
        var bytes = file[page.Start..page.End].ToArray();
        Number(bytes, number);
        to.AddRange(bytes);
    }

    // RFC 7845, 5.2: who wrote it, and no comments. The format wants them.
    private static void WriteComments(List<byte> to, uint serial)
    {
        ReadOnlySpan<byte> comments = [.. "OpusTags"u8, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] page = [.. "OggS"u8, .. new byte[HeaderBytes - 5], 1, (byte)comments.Length, .. comments];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(SerialAt), serial);
        Number(page, 1);
        to.AddRange(page);
    }

    private static void Number(Span<byte> page, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page[NumberAt..], number);
        BinaryPrimitives.WriteUInt32LittleEndian(page[ChecksumAt..], Checksum(page));
    }

    // RFC 3533, 6: polynomial 04C11DB7, from 0, most significant bit first; the field itself counts as 0.
    private static uint Checksum(ReadOnlySpan<byte> page)
    {
        uint sum = 0;
        for (var i = 0; i < page.Length; i++)
        {
            var value = i is >= ChecksumAt and < ChecksumAt + 4 ? (byte)0 : page[i];
            sum = (sum << 8) ^ Table[(byte)((sum >> 24) ^ value)];
        }
        return sum;
    }

    private static readonly uint[] Table =
    [
        .. Enumerable
            .Range(0, 256)
            .Select(value =>
            {
                var sum = (uint)value << 24;
                for (var bit = 0; bit < 8; bit++)
                    sum = (sum & 0x8000_0000) != 0 ? (sum << 1) ^ 0x04C1_1DB7 : sum << 1;
                return sum;
            }),
    ];

    /// <summary>Counts the samples of packets, also of one that goes on over pages.</summary>
    private struct Packet
    {
        private bool isOpen;
        private int bytes;
        private byte first;
        private byte second;

        /// <summary>False when a page does not go on where the one before it ended, or a packet is none of Opus.</summary>
        public bool TryCount(ReadOnlySpan<byte> file, Page page, ref long samples)
        {
            if (isOpen != ((page.Flags & Continued) != 0))
                return false;
            var at = page.Body;
            foreach (var piece in Lacing(file, page))
            {
                Take(file.Slice(at, piece));
                at += piece;
                isOpen = piece == byte.MaxValue;
                if (isOpen)
                    continue;
                if (Samples() is not { } count)
                    return false;
                samples += count;
                bytes = 0;
            }
            return true;
        }

        private void Take(ReadOnlySpan<byte> piece)
        {
            foreach (var value in piece[..Math.Min(2, piece.Length)])
            {
                if (bytes == 0)
                    first = value;
                else if (bytes == 1)
                    second = value;
                bytes++;
            }
            bytes += Math.Max(0, piece.Length - 2);
        }

        // RFC 6716, 3.1 and 3.2: how long a frame is by its configuration, and how many there are.
        private readonly int? Samples()
        {
            if (bytes == 0)
                return null;
            var configuration = first >> 3;
            var frame = configuration switch
            {
                < 12 => (configuration & 3) switch
                {
                    0 => 480,
                    1 => 960,
                    2 => 1920,
                    _ => 2880,
                },
                < 16 => (configuration & 1) == 0 ? 480 : 960,
                _ => 120 << (configuration & 3),
            };
            return (first & 3) switch
            {
                0 => frame,
                1 or 2 => 2 * frame,
                _ => bytes > 1 && (second & 63) > 0 ? (second & 63) * frame : null,
            };
        }
    }
}
