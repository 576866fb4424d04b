using Fourfold.Codecs.Asterix;
using Fourfold.Codecs.Asterix.Output;
using Fourfold.Codecs.Asterix.Targets;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Fills a struct from each record and takes five values.</summary>
internal struct StructSink : IAsterixSink
{
    public long TrackNumbers { get; private set; }
    public double Values { get; private set; }

    public bool Block(in AsterixBlock block)
    {
        if (block.Category == 48)
            Plots(block.Records);
        else
            Tracks(block.Records);
        return false;
    }

    public readonly void Record(in AsterixRecord record) { }

    public readonly void Dropped(in AsterixDrop drop) { }

    private void Plots(ReadOnlySpan<byte> records)
    {
        var plot = default(MonoradarTarget);
        while (MonoradarTarget.TryRead(records, ref plot, out _))
        {
            TrackNumbers += plot.TrackNumber.GetValueOrDefault();
            Values +=
                plot.TimeOfDaySeconds.GetValueOrDefault()
                + plot.RangeNauticalMiles.GetValueOrDefault()
                + plot.AzimuthDegrees.GetValueOrDefault()
                + plot.FlightLevel.GetValueOrDefault();
            records = records[plot.Record.Length..];
        }
    }

    private void Tracks(ReadOnlySpan<byte> records)
    {
        var track = default(SystemTrack);
        while (SystemTrack.TryRead(records, ref track, out _))
        {
            TrackNumbers += track.TrackNumber.GetValueOrDefault();
            Values +=
                track.TimeOfTrackSeconds.GetValueOrDefault()
                + track.LatitudeDegrees.GetValueOrDefault()
                + track.LongitudeDegrees.GetValueOrDefault()
                + track.EastMetresPerSecond.GetValueOrDefault();
            records = records[track.Record.Length..];
        }
    }
}

/// <summary>Has the tables walk each record and takes the track number.</summary>
internal struct TableSink : IAsterixSink
{
    public long TrackNumbers { get; private set; }

    public readonly bool Block(in AsterixBlock block) => true;

    public void Record(in AsterixRecord record) =>
        TrackNumbers += record.Raw("161", "TRN") ?? record.Raw("040").GetValueOrDefault();

    public readonly void Dropped(in AsterixDrop drop) { }
}

/// <summary>Writes each record as JSON.</summary>
internal struct JsonSink() : IAsterixSink
{
    private readonly byte[] _line = new byte[AsterixJson.MaxBytes];

    public long Bytes { get; private set; }

    public readonly bool Block(in AsterixBlock block) => true;

    public void Record(in AsterixRecord record) => Bytes += AsterixJson.Write(in record, _line);

    public readonly void Dropped(in AsterixDrop drop) { }
}
