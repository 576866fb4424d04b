using Fourfold.Codecs.Asterix;
using Fourfold.Geo;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Sensors;
using Fourfold.Tracking;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>ASTERIX records of one source to plots; the one place where they become SI.</summary>
/// <remarks>
/// A record belongs to the sensor that the feed's URL names, else to the one with its source codes (item 010). What is no
/// vessel on radar (transponder replies of aircraft, test targets, field monitors) is counted and passed over.
/// </remarks>
internal sealed class AsterixDecoder(IDecoded into, SensorBook sensors) : IDecoder, IAsterixSink
{
    private const double NauticalMile = 1852;

    /// <summary>Item 141 counts so far before it begins anew, seconds.</summary>
    private const double TruncatedSeconds = 512;

    private const int NorthMark = 1;
    private const int SectorMark = 2;
    private static readonly string[] Causes = CauseNames();

    private readonly AsterixReader reader = new();
    private SourceClock sourceClock = new();
    private DateTimeOffset receivedAt;
    private FeedBatch? batch;

    public int ShortestMessage => 8;
    public long Offset => reader.Offset;
    public long Lines => reader.Records;
    public long Messages { get; private set; }

    public void Push(ReadOnlySpan<byte> bytes, DateTimeOffset at, FeedBatch fill)
    {
        (receivedAt, batch) = (at, fill);
        reader.Push(bytes, this);
    }

    public void Flush(DateTimeOffset at, FeedBatch fill)
    {
        (receivedAt, batch) = (at, fill);
        reader.Flush(this);
    }

    public void End(DateTimeOffset at, FeedBatch fill)
    {
        Flush(at, fill);
        sourceClock = new SourceClock();
    }

    bool IAsterixSink.Block(in AsterixBlock block) => true;

    void IAsterixSink.Dropped(in AsterixDrop drop) => into.Dropped(Causes[(int)drop.Fault], drop.Offset, drop.Sample);

    void IAsterixSink.Record(in AsterixRecord record)
    {
        switch (record.Category.Number)
        {
            case 1 or 10 or 48:
                Plot(record);
                break;
            case 2 or 34:
                Mark(record);
                break;
            case 62:
                Track(record);
                break;
            default:
                into.Dropped("categoryNotUsed", record.Offset, default);
                break;
        }
    }

    private void Plot(in AsterixRecord record)
    {
        if (WhyNot(record) is { } cause)
        {
            into.Dropped(cause, record.Offset, default);
            return;
        }
        if (SensorOf(record) is not { } sensor)
            return;
        if (PolarOf(record) is not var (range, azimuth))
        {
            into.Dropped("positionNotAvailable", record.Offset, default);
            return;
        }
        Messages++;
        var said = TimeOf(record);
        sensor.Health.Plot(receivedAt, said is { } time ? (receivedAt - time).TotalSeconds : null);
        var plot = new Observation
        {
            Kind = ObservationKind.RadarPlot,
            ObservedAt = sourceClock.ObservedAt(said?.ToUnixTimeMilliseconds(), receivedAt),
            ReceivedAt = receivedAt,
            Raw = into.Raw(record.Offset, record.Bytes.Length),
            SensorNumber = sensor.Row.Number,
            RangeMetres = range,
            Azimuth = azimuth,
            LengthMetres = LengthOf(record),
            Simulated = into.Simulated || sensor.Row.Simulated || record.Raw("020", "SIM") == 1,
        };
        if (!batch!.TryAdd(plot)) // Set by whoever pushes.
            into.Dropped("batchFull", record.Offset, default);
    }

    /// <summary>A track of a tracker that stands before us: positions whose errors hang together.</summary>
    private void Track(in AsterixRecord record)
    {
        if (SensorOf(record) is not { } sensor)
            return;
        if (
            record.Number("105", "LAT") is not { } latitude
            || record.Number("105", "LON") is not { } longitude
            || record.Raw("040") is not { } number
        )
        {
            into.Dropped("positionNotAvailable", record.Offset, default);
            return;
        }
        Messages++;
        DateTimeOffset? said = record.Number("070") is { } seconds ? DayTime.Nearest(receivedAt, seconds) : null;
        sensor.Health.Plot(receivedAt, said is { } time ? (receivedAt - time).TotalSeconds : null);
        var velocity = (East: record.Number("185", "VX"), North: record.Number("185", "VY"));
        var track = new Observation
        {
            Kind = ObservationKind.RadarTrack,
            ObservedAt = sourceClock.ObservedAt(said?.ToUnixTimeMilliseconds(), receivedAt),
            ReceivedAt = receivedAt,
            Raw = into.Raw(record.Offset, record.Bytes.Length),
            SensorNumber = sensor.Row.Number,
            SensorTrackNumber = (int)number,
            Position = Position.FromDegrees(latitude: latitude, longitude: longitude),
            Speed = velocity is ({ } u, { } v) ? Math.Sqrt(u * u + v * v) : null,
            Course = velocity is ({ } e, { } n) && (e, n) is not (0, 0) ? Angle.Wrap(Math.Atan2(e, n)) : null,
            LengthMetres = LengthOf(record),
            Simulated = into.Simulated || sensor.Row.Simulated || record.Raw("080", "SIM") == 1,
        };
        if (!batch!.TryAdd(track)) // Set by whoever pushes.
            into.Dropped("batchFull", record.Offset, default);
    }

    /// <summary>Why a target report is none of a vessel; null when it is.</summary>
    private static string? WhyNot(in AsterixRecord record)
    {
        if (record.Raw("020", "RAB") == 1)
            return "fieldMonitor";
        if (record.Raw("020", "TST") == 1)
            return "testTarget";
        return (record.Category.Number, record.Raw("020", "TYP") ?? 1) switch
        {
            (48, 0) => "notDetected",
            (48, > 1) => "aircraft",
            (10, _) when record.Raw("000") is not (null or 1) => "notATarget",
            (1, _) when (record.Raw("020", "SSRPSR") ?? 1) > 1 => "aircraft",
            _ => null,
        };
    }

    private void Mark(in AsterixRecord record)
    {
        if (SensorOf(record) is not { } sensor)
            return;
        var type = record.Raw("000");
        if (type is NorthMark or SectorMark)
        {
            Messages++;
            sensor.Health.Mark(receivedAt, type == NorthMark, record.Number("041"));
        }
    }

    private SensorEntry? SensorOf(in AsterixRecord record)
    {
        var (area, system) = ((int)(record.Raw("010", "SAC") ?? -1), (int)(record.Raw("010", "SIC") ?? -1));
        var sensor = sensors.Find(into.SensorKey, area, system);
        if (sensor is null)
            into.Dropped("sensorUnknown", record.Offset, record.Bytes);
        return sensor;
    }

    /// <summary>Slant range, metres, and azimuth from true north, radians in [0, 2π), as measured.</summary>
    private static (double Range, double Azimuth)? PolarOf(in AsterixRecord record)
    {
        var scale = record.Category.Number == 10 ? 1 : NauticalMile;
        var angle = record.Category.Number == 10 ? "TH" : "THETA";
        if (record.Number("040", "RHO") is { } range && record.Number("040", angle) is { } degrees)
            return range > 0 ? (range * scale, Angle.Wrap(Angle.FromDegrees(degrees))) : null;
        if (record.Number("042", "X") is not { } x || record.Number("042", "Y") is not { } y || (x == 0 && y == 0))
            return null;
        return (Math.Sqrt(x * x + y * y) * scale, Angle.Wrap(Math.Atan2(x, y)));
    }

    /// <summary>Length of the target, metres, 1 to 127; of categories 010 and 062, where the radar says it.</summary>
    private static double? LengthOf(in AsterixRecord record) =>
        record.Category.Number is 10 or 62 && record.Number("270", "LENGTH") is > 0 and { } metres ? metres : null;

    private DateTimeOffset? TimeOf(in AsterixRecord record) =>
        record.Number("140") is { } seconds ? DayTime.Nearest(receivedAt, seconds)
        : record.Number("141") is { } truncated ? DayTime.Nearest(receivedAt, truncated, TruncatedSeconds)
        : null;

    // Faults as codes of the API: camelCase.
    private static string[] CauseNames() =>
        [.. Enum.GetNames<AsterixFault>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
}
