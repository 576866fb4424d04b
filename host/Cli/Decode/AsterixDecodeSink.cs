using System.Globalization;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Output;
using Fourfold.Codecs.Capture;

namespace Fourfold.Cli.Decode;

/// <summary>Reads one source, writes each record as a line, and tells what was dropped.</summary>
internal sealed class AsterixDecodeSink(string source, AsterixSurroundings around) : IAsterixSink, ICaptureSink
{
    private readonly AsterixReader _reader = new(around.Options.Editions);

    public void Push(ReadOnlySpan<byte> bytes) => _reader.Push(bytes, this);

    /// <summary>Reads whole blocks that came together, in a datagram or as recorders put them.</summary>
    /// <param name="bytes">The payload.</param>
    /// <param name="offset">Its byte offset in the source.</param>
    public void Datagram(ReadOnlySpan<byte> bytes, long offset)
    {
        var sink = this;
        if (!OradisFrames.TryRead(bytes, out var frames))
        {
            _reader.Datagram(bytes, offset, ref sink);
            return;
        }
        while (frames.MoveNext())
            _reader.Datagram(frames.Block, offset + frames.Offset, ref sink);
    }

    public void End()
    {
        _reader.Flush(this);
        around.Totals.Blocks += _reader.Blocks;
    }

    public bool Block(in AsterixBlock block) => around.Options.Filter.Passes(block.Category);

    public void Record(in AsterixRecord record)
    {
        if (!around.Options.Filter.Passes(in record))
            return;
        around.Totals.Count(record.Category.Number);
        var room = around.Output.Reserve(AsterixJson.MaxBytes + 1);
        var length = around.Options.IsCsv ? AsterixCsv.Write(in record, room) : AsterixJson.Write(in record, room);
        room[length] = (byte)'\n';
        around.Output.Commit(length + 1);
    }

    public void Dropped(in AsterixDrop drop)
    {
        around.Totals.Count(drop.Fault);
        if (!around.Options.ShowErrors)
            return;
        var where = drop.Item is null ? "" : $" item {drop.Item}";
        Line(
            $"{source}: {drop.Fault} in category {drop.Category:000}{where} at byte {drop.Offset}: {Convert.ToHexString(drop.Sample)}"
        );
    }

    void ICaptureSink.Datagram(in CapturedDatagram datagram) => Datagram(datagram.Payload, datagram.Offset);

    public void Dropped(in CaptureDrop drop)
    {
        around.Totals.Count(drop.Fault);
        if (around.Options.ShowErrors)
            Line($"{source}: {drop.Fault} at byte {drop.Offset}");
    }

    private void Line(FormattableString text) => around.Errors.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
