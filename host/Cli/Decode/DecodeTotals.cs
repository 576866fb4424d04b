using System.Globalization;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Cli.Decode;

/// <summary>What a run read and dropped, over all its sources.</summary>
internal sealed class DecodeTotals
{
    private readonly long[] _types = new long[64];
    private readonly NmeaFault[] _faults = [.. NmeaFaultCounts.All];
    private readonly long[] _drops = new long[NmeaFaultCounts.All.Count() + 1];

    public long Bytes { get; set; }
    public long Sentences { get; set; }
    public long OtherSentences { get; set; }
    public TimeSpan Elapsed { get; set; }

    public void Count(int type) => _types[type]++;

    public void Count(NmeaFault fault) => _drops[(int)fault]++;

    /// <summary>The causes that happened, one a line.</summary>
    public void WriteDrops(TextWriter writer)
    {
        foreach (var fault in _faults.Where(fault => _drops[(int)fault] > 0))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_drops[(int)fault], 10} {fault}"));
    }

    public void WriteAll(TextWriter writer)
    {
        var seconds = Math.Max(Elapsed.TotalSeconds, 1e-6);
        Line(
            $"{Bytes, 10} bytes in {seconds:F3} s, {Bytes / seconds / 1e6:F1} MB/s, {Sentences / seconds / 1e6:F2} M sentences/s"
        );
        Line($"{Sentences, 10} sentences, {OtherSentences} of them not AIS");
        Line($"{_types.Sum(), 10} messages");
        for (var type = 0; type < _types.Length; type++)
        {
            if (_types[type] > 0)
                Line($"{_types[type], 10} of type {type}");
        }

        void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }
}
