using System.Text;

namespace Fourfold.Sense.Feeds;

/// <summary>The last bad lines of a feed, for a person who asks why nothing comes.</summary>
internal sealed class BadLines
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 200;

    private readonly BadLine[] ring = new BadLine[Capacity];
    private readonly Lock gate = new();
    private long next;

    public void Add(DateTimeOffset at, long offset, string fault, ReadOnlySpan<byte> sample)
    {
        var text = Printable(sample);
        lock (gate)
            ring[next++ % Capacity] = new BadLine(at, offset, fault, text);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BadLine> Newest()
    {
        lock (gate)
        {
            var count = (int)Math.Min(next, Capacity);
            var lines = new BadLine[count];
            for (var i = 0; i < count; i++)
                lines[i] = ring[(next - 1 - i) % Capacity];
            return lines;
        }
    }

    private static string Printable(ReadOnlySpan<byte> sample)
    {
        var text = new StringBuilder(sample.Length);
        foreach (var b in sample)
            text.Append(b is >= 0x20 and < 0x7F ? (char)b : '·');
        return text.ToString();
    }
}

/// <summary>One bad line.</summary>
/// <param name="At">When it came, UTC.</param>
/// <param name="Offset">Where it lies in the feed's raw capture.</param>
/// <param name="Fault">Why it was dropped, as in the counters.</param>
/// <param name="Sample">Its first bytes; what is not printable ASCII as a dot.</param>
internal sealed record BadLine(DateTimeOffset At, long Offset, string Fault, string Sample);
