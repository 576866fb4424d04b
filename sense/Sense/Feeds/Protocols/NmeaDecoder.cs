using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;
using Fourfold.Sense.Cells;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>AIS messages of one source to observations and static reports.</summary>
internal sealed class NmeaDecoder(IDecoded into) : IDecoder, IAisSink
{
    private static readonly string[] Causes = CauseNames();
    private readonly AisReader reader = new();
    private SourceClock sourceClock = new();
    private DateTimeOffset receivedAt;
    private FeedBatch? batch;

    public int ShortestMessage => 40;
    public long Offset => reader.Offset;
    public long Lines => reader.Sentences;
    public long Messages => reader.Messages;

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

    void IAisSink.Sentence(in NmeaSentence sentence) { } // Navigation and radar sentences come with their own issue.

    void IAisSink.Dropped(in NmeaDrop drop) => into.Dropped(Causes[(int)drop.Fault], drop.Offset, drop.Sample);

    // Faults as codes of the API: camelCase.
    private static string[] CauseNames() =>
        [.. Enum.GetNames<NmeaFault>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
}
