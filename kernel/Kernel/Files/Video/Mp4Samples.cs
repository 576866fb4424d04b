using System.Buffers.Binary;

namespace Fourfold.Kernel.Files.Video;

/// <summary>Where the samples of a track lie in the file, by its tables.</summary>
/// <remarks>ISO/IEC 14496-12, 8.7: sample sizes (<c>stsz</c>, <c>stz2</c>), samples of a chunk (<c>stsc</c>), chunks (<c>stco</c>, <c>co64</c>).</remarks>
internal static class Mp4Samples
{
    /// <summary>A day of video at 100 frames a second.</summary>
    private const int MostSamples = 10_000_000;

    /// <summary>Adds the spans of a track's chunks; false when its tables contradict each other.</summary>
    public static bool TryRead(ReadOnlySpan<byte> movie, Mp4.Box track, List<(long From, long To)> spans)
    {
        if (Mp4Movie.Find(movie, track, "mdia", "minf", "stbl") is not { } table)
            return false;
        if (!Mp4Movie.Walk(movie, table, out var boxes))
            return false;
        var chunks = Body(movie, boxes, "stco");
        var wide = chunks.IsEmpty;
        if (wide)
            chunks = Body(movie, boxes, "co64");
        var runs = Body(movie, boxes, "stsc");
        var sizes = new Sizes(Body(movie, boxes, "stsz"), Body(movie, boxes, "stz2"));
        var entry = wide ? 8 : 4;
        if (!TryCount(chunks, entry, out var count) || !TryCount(runs, 12, out var runCount) || !sizes.AreWhole)
            return false;
        var (run, sample) = (0, 0);
        for (var chunk = 0; chunk < count; chunk++)
        {
            // First chunk, counted from one, that the next run is about.
            while (run + 1 < runCount && Int(runs, 8 + ((run + 1) * 12)) <= chunk + 1)
                run++;
            if (run >= runCount)
                return false;
            var inChunk = Int(runs, 8 + (run * 12) + 4);
            if (inChunk > sizes.Count - sample)
                return false;
            long bytes = 0;
            for (var end = sample + (int)inChunk; sample < end; sample++)
                bytes += sizes[sample];
            var from = wide
                ? (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(chunks[(8 + (chunk * 8))..]), long.MaxValue / 2)
                : Int(chunks, 8 + (chunk * 4));
            if (bytes > 0)
                spans.Add((from, from + bytes));
        }
        return sample == sizes.Count;
    }

    private static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> movie, List<Mp4.Box> boxes, string type)
    {
        var index = boxes.FindIndex(b => b.Type == type);
        return index < 0 ? [] : movie[(int)boxes[index].Body..(int)boxes[index].End];
    }

    private static bool TryCount(ReadOnlySpan<byte> body, int entryBytes, out int count)
    {
        count = 0;
        if (body.Length < 8 || Int(body, 4) > (body.Length - 8) / entryBytes)
            return false;
        count = (int)Int(body, 4);
        return true;
    }

    private static long Int(ReadOnlySpan<byte> body, int at) => BinaryPrimitives.ReadUInt32BigEndian(body[at..]);

    /// <summary>Bytes of each sample: one size for all, or a table of 4, 8, 16 or 32 bits.</summary>
    private readonly ref struct Sizes
    {
        private readonly ReadOnlySpan<byte> body;
        private readonly int bits;
        private readonly long same;

        public Sizes(ReadOnlySpan<byte> stsz, ReadOnlySpan<byte> stz2)
        {
            body = stsz.IsEmpty ? stz2 : stsz;
            if (body.Length < 12)
                return;
            bits = stsz.IsEmpty ? body[7] : 32;
            same = stsz.IsEmpty ? 0 : Int(body, 4);
            var count = Int(body, 8);
            Count = (int)Math.Min(count, int.MaxValue);
            AreWhole =
                count <= MostSamples
                && bits is 4 or 8 or 16 or 32
                && (same > 0 || ((count * bits) + 7) / 8 <= body.Length - 12);
        }

        public int Count { get; }
        public bool AreWhole { get; }

        public long this[int sample] =>
            same > 0
                ? same
                : bits switch
                {
                    4 => (body[12 + (sample / 2)] >> (sample % 2 == 0 ? 4 : 0)) & 15,
                    8 => body[12 + sample],
                    16 => BinaryPrimitives.ReadUInt16BigEndian(body[(12 + (sample * 2))..]),
                    _ => Int(body, 12 + (sample * 4)),
                };
    }
}
