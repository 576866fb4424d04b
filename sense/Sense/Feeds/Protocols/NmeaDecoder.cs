using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Sensors;
using Fourfold.Tracking;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>AIS messages and a radar's tracks of one source to observations and static reports.</summary>
internal sealed class NmeaDecoder : IDecoder, IAisSink
{
    private static readonly string[] Causes = CauseNames();
    private readonly IDecoded into;
    private readonly AisReader reader = new();
    private readonly RadarSentences radar;
    private readonly RadarSentences.Taken take;
    private SourceClock sourceClock = new();
    private DateTimeOffset receivedAt;
    private FeedBatch? batch;
    private NmeaPlace place;
    private long targets;

    public NmeaDecoder(IDecoded into, SensorBook sensors)
    {
        this.into = into;
        radar = new RadarSentences(into, sensors);
        take = Take;
    }

    private readonly record struct NmeaPlace(long Offset, int Length, long? TimeUnixMs);

    public int ShortestMessage => 40;
    public long Offset => reader.Offset;
    public long Lines => reader.Sentences;
    public long Messages => reader.Messages + targets;

    public void Push(ReadOnlySpan<byte> bytes, DateTimeOffset at, FeedBatch fill)
    {
        (receivedAt, batch) = (at, fill);
        reader.Push(bytes, at.ToUnixTimeMilliseconds(), this);
    }

    public void Flush(DateTimeOffset at, FeedBatch fill)
    {
        (receivedAt, batch) = (at, fill);
        reader.Flush(at.ToUnixTimeMilliseconds(), this);
    }

    public void End(DateTimeOffset at, FeedBatch fill)
    {
        (receivedAt, batch) = (at, fill);
        reader.EndOfSource(at.ToUnixTimeMilliseconds(), this);
        sourceClock = new SourceClock();
    }

    void IAisSink.Message(in AisMessage message)
    {
        var observedAt = sourceClock.ObservedAt(message.Origin.TimeUnixMs, receivedAt);
        var raw = into.Raw(message.Origin.Offset, message.Origin.Length);
        if (AisObservations.TryRead(message.Bits, out var observation, out var hasPosition))
        {
            var stamped = observation with
            {
                ObservedAt = observedAt,
                ReceivedAt = receivedAt,
                Raw = raw,
                Simulated = into.Simulated,
            };
            if (!batch!.TryAdd(stamped)) // Set by whoever pushes.
                into.Dropped("batchFull", message.Origin.Offset, default);
        }
        else if (hasPosition)
        {
            into.Dropped("positionNotAvailable", message.Origin.Offset, default);
        }
        if (AisStatics.TryRead(message.Bits, observedAt, into.Simulated, out var report))
            batch!.Add(report);
    }

    void IAisSink.Sentence(in NmeaSentence sentence)
    {
        place = new NmeaPlace(sentence.Origin.Offset, sentence.Origin.Length, sentence.Origin.TimeUnixMs);
        radar.TryRead(sentence, receivedAt, take);
    }

    private void Take(in Observation target, TimeSpan? timeOfDay)
    {
        targets++;
        var said =
            place.TimeUnixMs
            ?? (timeOfDay is { } time ? DayTime.Nearest(receivedAt, time).ToUnixTimeMilliseconds() : null);
        var stamped = target with
        {
            ObservedAt = sourceClock.ObservedAt(said, receivedAt),
            Raw = into.Raw(place.Offset, place.Length),
            Simulated = target.Simulated || into.Simulated,
        };
        if (!batch!.TryAdd(stamped)) // Set by whoever pushes.
            into.Dropped("batchFull", place.Offset, default);
    }

    void IAisSink.Dropped(in NmeaDrop drop) => into.Dropped(Causes[(int)drop.Fault], drop.Offset, drop.Sample);

    // Faults as codes of the API: camelCase.
    private static string[] CauseNames() =>
        [.. Enum.GetNames<NmeaFault>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
}
