using System.Globalization;
using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Output;
using Fourfold.Codecs.Capture;

namespace Fourfold.Sense.Tests.Codecs.Asterix;

/// <summary>Writes down everything a reader says.</summary>
internal sealed class Diary : IAsterixSink, ICaptureSink
{
    private readonly byte[] _buffer = new byte[AsterixJson.MaxBytes];
    private readonly AsterixReader _reader;

    private Diary(AsterixEditions? editions) => _reader = new AsterixReader(editions);

    public List<string> Told { get; } = [];
    public List<JsonElement> Records { get; } = [];
    public List<byte[]> Bytes { get; } = [];
    public List<List<string>> Listings { get; } = [];
    public long Faults => _reader.Faults.Total;

    /// <summary>Reads a source given in pieces.</summary>
    public static Diary Of(
        IEnumerable<byte[]> pieces,
        CaptureFormat format = CaptureFormat.Raw,
        AsterixEditions? editions = null
    )
    {
        var diary = new Diary(editions);
        var capture = format is CaptureFormat.Raw ? null : new CaptureReader(format);
        foreach (var piece in pieces)
        {
            capture?.Push(piece, diary);
            if (capture is null)
            {
                diary._reader.Push(piece, diary);
            }
        }
        capture?.Flush(diary);
        diary._reader.Flush(diary);
        diary.Told.Add(string.Create(CultureInfo.InvariantCulture, $"end {capture?.Offset ?? diary._reader.Offset}"));
        return diary;
    }

    public bool Block(in AsterixBlock block)
    {
        Told.Add(string.Create(CultureInfo.InvariantCulture, $"block {block.Category} at {block.Offset}"));
        return true;
    }

    public void Record(in AsterixRecord record)
    {
        var json = Encoding.UTF8.GetString(_buffer, 0, AsterixJson.Write(in record, _buffer));
        Told.Add(json);
        Records.Add(JsonElement.Parse(json));
        Bytes.Add(record.Bytes.ToArray());
        Listings.Add(RandomRecords.Listing(in record));
    }

    public void Dropped(in AsterixDrop drop) =>
        Told.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"drop {drop.Fault} {drop.Category}/{drop.Item} at {drop.Offset} {Convert.ToHexString(drop.Sample)}"
            )
        );

    public void Datagram(in CapturedDatagram datagram)
    {
        var self = this;
        Told.Add($"datagram {datagram.Time} {datagram.SourcePort} {datagram.DestinationPort}");
        if (!OradisFrames.TryRead(datagram.Payload, out var frames))
        {
            _reader.Datagram(datagram.Payload, datagram.Offset, ref self);
            return;
        }
        while (frames.MoveNext())
        {
            _reader.Datagram(frames.Block, datagram.Offset + frames.Offset, ref self);
        }
    }

    public void Dropped(in CaptureDrop drop) => Told.Add($"drop {drop}");
}
