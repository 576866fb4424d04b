namespace Fourfold.Codecs.Capture;

/// <summary>What one UDP datagram, or one record of a recorder, carried. Lives only during the sink's call.</summary>
public readonly ref struct CapturedDatagram
{
    internal CapturedDatagram(ReadOnlySpan<byte> payload, long offset, CapturedTime time, int sourcePort, int port)
    {
        Payload = payload;
        Offset = offset;
        Time = time;
        SourcePort = (ushort)sourcePort;
        DestinationPort = (ushort)port;
    }

    /// <summary>The bytes carried, headers left out.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Byte offset of the payload in the recording, from 0.</summary>
    public long Offset { get; }

    /// <summary>When it was captured.</summary>
    public CapturedTime Time { get; }

    /// <summary>UDP port it came from; 0 when it was no UDP.</summary>
    public ushort SourcePort { get; }

    /// <summary>UDP port it went to; 0 when it was no UDP.</summary>
    public ushort DestinationPort { get; }
}

/// <summary>A time a recorder noted: since 1970, or since a midnight it does not name, or not at all.</summary>
/// <param name="UnixNanoseconds">Since 1970-01-01 UTC; null when the recorder does not know the day.</param>
/// <param name="SinceMidnight">Since midnight, as the recorder's clock had it; null when the day is known or nothing is.</param>
public readonly record struct CapturedTime(long? UnixNanoseconds, TimeSpan? SinceMidnight);
