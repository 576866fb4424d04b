using System.Globalization;
using Fourfold.Codecs.Csv;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Cli.Decode;

/// <summary>What a run read and dropped, over all its sources.</summary>
internal sealed class DecodeTotals
{
    private readonly long[] _types = new long[64];
    private readonly long[] _drops = new long[Enum.GetValues<NmeaFault>().Length];
    private readonly long[] _badRows = new long[Enum.GetValues<CsvFault>().Length];

    public long Bytes { get; set; }
    public long Sentences { get; set; }
    public long OtherSentences { get; set; }
    public long Rows { get; set; }
    public long Duplicates { get; set; }
    public TimeSpan Elapsed { get; set; }

    public void Count(int type) => _types[type]++;

    public void Count(NmeaFault fault) => _drops[(int)fault]++;

    public void Count(CsvFault fault) => _badRows[(int)fault]++;

    /// <summary>The causes that happened, one a line.</summary>
    public void WriteDrops(TextWriter writer)
    {
        for (var i = 0; i < _drops.Length; i++)
            WriteCount(writer, _drops[i], (NmeaFault)i);
        for (var i = 0; i < _badRows.Length; i++)
            WriteCount(writer, _badRows[i], (CsvFault)i);
    }

    public void WriteAll(TextWriter writer)
    {
        var seconds = Math.Max(Elapsed.TotalSeconds, 1e-6);
        Line(
            $"{Bytes, 10} bytes in {seconds:F3} s, {Bytes / seconds / 1e6:F1} MB/s, {(Sentences + Rows) / seconds / 1e6:F2} M sentences and rows/s"
        );
        Line($"{Sentences, 10} sentences, {OtherSentences} of them not AIS");
        if (Rows > 0)
            Line($"{Rows, 10} rows of tables");
        if (Duplicates > 0)
            Line($"{Duplicates, 10} duplicates left out");
        Line($"{_types.Sum(), 10} messages");
        for (var type = 0; type < _types.Length; type++)
        {
            if (_types[type] > 0)
                Line($"{_types[type], 10} of type {type}");
        }

        void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteCount<TFault>(TextWriter writer, long count, TFault fault)
        where TFault : struct, Enum
    {
        if (count > 0)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count, 10} {fault}"));
    }
}
