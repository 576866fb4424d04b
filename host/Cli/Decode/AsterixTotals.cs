using System.Globalization;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Capture;

namespace Fourfold.Cli.Decode;

/// <summary>What a run read and dropped of ASTERIX, over all its sources.</summary>
internal sealed class AsterixTotals
{
    private readonly long[] _categories = new long[256];
    private readonly long[] _faults = new long[AsterixFaultCounts.All.Count() + 1];
    private readonly long[] _captureFaults = new long[CaptureFaultCounts.All.Count() + 1];

    public long Bytes { get; set; }
    public long Blocks { get; set; }
    public long Datagrams { get; set; }
    public TimeSpan Elapsed { get; set; }

    public void Count(byte category) => _categories[category]++;

    public void Count(AsterixFault fault) => _faults[(int)fault]++;

    public void Count(CaptureFault fault) => _captureFaults[(int)fault]++;

    /// <summary>The causes that happened, one a line.</summary>
    public void WriteDrops(TextWriter writer)
    {
        foreach (var fault in AsterixFaultCounts.All.Where(fault => _faults[(int)fault] > 0))
            Line(writer, $"{_faults[(int)fault], 10} {fault}");
        foreach (var fault in CaptureFaultCounts.All.Where(fault => _captureFaults[(int)fault] > 0))
            Line(writer, $"{_captureFaults[(int)fault], 10} {fault} in the recording");
    }

    public void WriteAll(TextWriter writer)
    {
        var seconds = Math.Max(Elapsed.TotalSeconds, 1e-6);
        Line(writer, $"{Bytes, 10} bytes in {seconds:F3} s, {Bytes / seconds / 1e6:F1} MB/s");
        Line(writer, $"{Datagrams, 10} datagrams");
        Line(writer, $"{Blocks, 10} blocks");
        Line(writer, $"{_categories.Sum(), 10} records");
        for (var category = 0; category < _categories.Length; category++)
        {
            if (_categories[category] > 0)
                Line(writer, $"{_categories[category], 10} of category {category:000}");
        }
    }

    private static void Line(TextWriter writer, FormattableString text) =>
        writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
