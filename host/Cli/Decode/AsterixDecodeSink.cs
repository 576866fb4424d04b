using System.Globalization;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Output;
using Fourfold.Codecs.Capture;

namespace Fourfold.Cli.Decode;

/// <summary>Writes each record as a line, and tells what was dropped.</summary>
internal sealed class AsterixDecodeSink : IAsterixSink, ICaptureSink
{
    private readonly AsterixDecodeOptions _options;
    private readonly Stream _output;
    private readonly TextWriter _errors;
    private readonly byte[] _lines = new byte[2 * AsterixJson.MaxBytes];
    private AsterixReader _reader;
    private string _source = "";
    private int _used;

    public AsterixDecodeSink(AsterixDecodeOptions options, Stream output, TextWriter errors)
    {
        (_options, _output, _errors) = (options, output, errors);
        _reader = new AsterixReader(options.Editions);
        if (options.IsCsv)
        {
            AsterixCsv.Header.CopyTo(_lines);
            _used = AsterixCsv.Header.Length;
            _lines[_used++] = (byte)'\n';
        }
    }

    public AsterixTotals Totals { get; } = new();

    public void Begin(string source)
    {
        _source = source;
        _reader = new AsterixReader(_options.Editions);
    }

    public void Push(ReadOnlySpan<byte> bytes)
    {
        _reader.Push(bytes, this);
    }

    public void End()
    {
        _reader.Flush(this);
        Totals.Blocks += _reader.Blocks;
    }

    public bool Block(in AsterixBlock block) => _options.Filter.Passes(block.Category);

    public void Record(in AsterixRecord record)
    {
        if (!_options.Filter.Passes(in record))
            return;
        Totals.Count(record.Category.Number);
        if (_lines.Length - _used <= AsterixJson.MaxBytes)
            Flush();
        var room = _lines.AsSpan(_used);
        _used += _options.IsCsv ? AsterixCsv.Write(in record, room) : AsterixJson.Write(in record, room);
        _lines[_used++] = (byte)'\n';
    }

    public void Dropped(in AsterixDrop drop)
    {
        Totals.Count(drop.Fault);
        if (!_options.ShowErrors)
            return;
        var where = drop.Item is null ? "" : $" item {drop.Item}";
        Line(
            $"{_source}: {drop.Fault} in category {drop.Category:000}{where} at byte {drop.Offset}: {Convert.ToHexString(drop.Sample)}"
        );
    }

    public void Datagram(in CapturedDatagram datagram)
    {
        var sink = this;
        if (!OradisFrames.TryRead(datagram.Payload, out var frames))
        {
            _reader.Datagram(datagram.Payload, datagram.Offset, ref sink);
            return;
        }
        while (frames.MoveNext())
            _reader.Datagram(frames.Block, datagram.Offset + frames.Offset, ref sink);
    }

    public void Dropped(in CaptureDrop drop)
    {
        Totals.Count(drop.Fault);
        if (_options.ShowErrors)
            Line($"{_source}: {drop.Fault} at byte {drop.Offset}");
    }

    public void Flush()
    {
        _output.Write(_lines, 0, _used);
        _output.Flush();
        _used = 0;
    }

    private void Line(FormattableString text) => _errors.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
