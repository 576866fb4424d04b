namespace Fourfold.Sense.Feeds.Transports;

/// <summary>A way in for bytes: a plug-in found by its name in the feed URL.</summary>
internal interface ITransport
{
    /// <summary>Name in the URL, such as <c>tcp</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Brings bytes until the other side ends, something fails (an <see cref="IOException"/> or
    /// <see cref="System.Net.Sockets.SocketException"/>), or it is cancelled.
    /// </summary>
    /// <returns>True when the feed is over for good, as a recording at its end; false to be connected anew.</returns>
    Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct);
}

/// <summary>Where a transport leaves what it brings.</summary>
internal interface IIntake
{
    /// <summary>Clock of the server.</summary>
    TimeProvider Clock { get; }

    /// <summary>Senders at once.</summary>
    int MaximumSources { get; }

    /// <summary>Says that the feed waits for senders at an address.</summary>
    void Listening(System.Net.EndPoint at);

    /// <summary>A connection was made, a sender appeared, a playback began: bytes of one never mix with another's.</summary>
    ISource Open();

    /// <summary>Counts something the transport itself refused, such as a connection too many.</summary>
    void Dropped(string cause);

    /// <summary>Whether what comes is no lines: datagrams and recordings of them.</summary>
    bool IsBinary { get; }

    /// <summary>A clock for recordings in the feed's protocol, or null when the protocol has none.</summary>
    Protocols.IRecordingClock? RecordingClock();
}

/// <summary>One stream of bytes. Not thread-safe; disposing ends it.</summary>
internal interface ISource : IDisposable
{
    /// <summary>Takes bytes as they came; lines may be split anywhere.</summary>
    void Received(ReadOnlySpan<byte> bytes);

    /// <summary>Takes bytes that stand alone, such as a datagram: what is unfinished at their end is read as it is.</summary>
    void ReceivedWhole(ReadOnlySpan<byte> bytes);

    /// <summary>Waits until the cell has caught up; only for who can wait without losing anything.</summary>
    ValueTask Room(CancellationToken ct);
}
