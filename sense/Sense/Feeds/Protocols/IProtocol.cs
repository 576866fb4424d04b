using Fourfold.Sense.Cells;

namespace Fourfold.Sense.Feeds.Protocols;

/// <summary>A language of sensors: a plug-in found by its name in the feed URL.</summary>
internal interface IProtocol
{
    /// <summary>Name in the URL, such as <c>nmea</c>.</summary>
    string Name { get; }

    /// <summary>Whether its bytes are no lines: datagrams and recordings of them.</summary>
    bool IsBinary { get; }

    /// <summary>A decoder for one source of a feed.</summary>
    IDecoder Open(IDecoded into);

    /// <summary>A clock that reads the times written in a recording, or null when the protocol writes none.</summary>
    IRecordingClock? RecordingClock();
}

/// <summary>Turns the bytes of one source into observations. Keeps what is unfinished between calls. Never throws on input.</summary>
internal interface IDecoder
{
    /// <summary>Reads the next bytes.</summary>
    void Push(ReadOnlySpan<byte> bytes, DateTimeOffset receivedAt, FeedBatch batch);

    /// <summary>Reads what is left as if a line ended here.</summary>
    void Flush(DateTimeOffset receivedAt, FeedBatch batch);

    /// <summary>The source is over: gives up what waits. The decoder may then serve another source.</summary>
    void End(DateTimeOffset receivedAt, FeedBatch batch);

    /// <summary>The fewest bytes that can make an observation.</summary>
    int ShortestMessage { get; }

    /// <summary>Bytes pushed so far, over all sources it has served.</summary>
    long Offset { get; }

    /// <summary>Sentences or records found so far.</summary>
    long Lines { get; }

    /// <summary>Messages understood so far.</summary>
    long Messages { get; }
}

/// <summary>What a decoder needs to know of its source, and where it leaves what it refuses.</summary>
internal interface IDecoded
{
    /// <summary>Key of the sensor behind the feed, or null.</summary>
    string? SensorKey { get; }

    /// <summary>Everything is marked simulated.</summary>
    bool Simulated { get; }

    /// <summary>Where in the feed's raw capture some bytes of the decoder's stream lie.</summary>
    Tracking.RawRef Raw(long offset, int length);

    /// <summary>Counts something refused, with where it is and its first bytes (empty for no sample).</summary>
    void Dropped(string cause, long offset, ReadOnlySpan<byte> sample);
}

/// <summary>Reads the time a line was recorded at.</summary>
internal interface IRecordingClock
{
    /// <summary>Unix milliseconds, or of an unknown epoch when only differences are known; null when the line says nothing. Lines come in order.</summary>
    long? TimeOf(ReadOnlySpan<byte> line);
}
