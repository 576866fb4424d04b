using System.Globalization;
using System.Text;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Csv;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Cli.Decode;

/// <summary>Writes each message of one source as a line into the output's buffer.</summary>
internal struct DecodeSink(string source, DecodeSurroundings around) : IAisSink, IAisCsvSink
{
    private readonly GpsdJson _gpsd = new();
    private readonly DecodeFormat _format = around.Options.Format;
    private readonly MessageFilter _filter = around.Options.Filter;
    private readonly DuplicateFilter? _duplicates = around.Duplicates;
    private readonly LineOutput _output = around.Output;
    private readonly DecodeTotals _totals = around.Totals;

    /// <summary>Milliseconds since 1970 by the clock, for messages that do not say when they were sent.</summary>
    public long NowUnixMs { get; set; }

    public readonly void Message(in AisMessage message)
    {
        _totals.Count(message.Type);
        if (!_filter.Passes(in message) || IsDuplicate(in message))
            return;
        var line = _output.Reserve(GpsdJson.MaxBytes + 1);
        var length = _format switch
        {
            DecodeFormat.Gpsd => _gpsd.Write(in message, line),
            DecodeFormat.Csv => AisCsv.Write(in message, line),
            _ => AisJson.Write(in message, line),
        };
        line[length] = (byte)'\n';
        _output.Commit(length + 1);
    }

    public readonly void Sentence(in NmeaSentence sentence) => _totals.OtherSentences++;

    public readonly void Dropped(in NmeaDrop drop)
    {
        _totals.Count(drop.Fault);
        Show(drop.Line, drop.Fault, drop.Offset, drop.Sample);
    }

    public readonly void Row(in AisCsvRow row)
    {
        _totals.Rows++;
        if (!_filter.Passes(in row))
            return;
        if (_duplicates?.IsDuplicate(in row) == true)
        {
            _totals.Duplicates++;
            return;
        }
        var line = _output.Reserve(AisCsvRowText.MaxBytes + 1);
        var length =
            _format is DecodeFormat.Csv ? AisCsvRowText.WriteCsv(in row, line) : AisCsvRowText.WriteJson(in row, line);
        line[length] = (byte)'\n';
        _output.Commit(length + 1);
    }

    public readonly void Dropped(in CsvDrop drop)
    {
        _totals.Count(drop.Fault);
        Show(drop.Line, drop.Fault, drop.Offset, drop.Sample);
    }

    private readonly bool IsDuplicate(in AisMessage message)
    {
        if (_duplicates?.IsDuplicate(message.Bits, message.Origin.TimeUnixMs ?? NowUnixMs) != true)
            return false;
        _totals.Duplicates++;
        return true;
    }

    private readonly void Show<TFault>(long line, TFault fault, long offset, ReadOnlySpan<byte> bytes)
        where TFault : struct, Enum
    {
        if (!around.Options.ShowErrors)
            return;
        // Bytes that could steer a terminal are not shown as they are.
        var sample = Encoding.Latin1.GetString(bytes);
        var shown = string.Concat(sample.Select(c => char.IsControl(c) || c > '~' ? '.' : c));
        around.Errors.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{source}:{line}: {fault} at byte {offset}: {shown}")
        );
    }
}

/// <summary>What the sources of one run share.</summary>
internal sealed record DecodeSurroundings(
    DecodeOptions Options,
    LineOutput Output,
    DecodeTotals Totals,
    TextWriter Errors,
    TimeProvider Clock
)
{
    /// <summary>Known messages when each is to be written once; null otherwise.</summary>
    public DuplicateFilter? Duplicates { get; } = Options.Unique ? new DuplicateFilter() : null;
}
