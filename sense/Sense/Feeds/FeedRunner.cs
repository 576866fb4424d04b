using System.Net;
using Fourfold.Contracts;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds.Capture;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Feeds;

/// <summary>What a feed is made of while it runs.</summary>
internal sealed record FeedSetup(FeedId Id, int Number, string Name, FeedUrl Url, bool Simulated, bool Pinned);

/// <summary>Keeps one feed connected, whatever the other side does. Its failures are its own.</summary>
internal sealed partial class FeedRunner(
    FeedSetup setup,
    ITransport transport,
    IProtocol protocol,
    RawCapture capture,
    FeedSurroundings around
) : IIntake, IAsyncDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stop = new();
    private readonly Stack<FeedSource> idle = new();
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private int openSources;
    private bool isOver;
    private EndPoint? listening;
    private DateTimeOffset? connectedAt;
    private long lastByteTicks;

    public FeedSetup Setup => setup;
    public int Number => setup.Number;
    public bool Simulated => setup.Simulated;
    public TimeProvider Clock => around.Clock;
    public int MaximumSources => around.Options.MaximumSenders;
    public FeedCounters Counters { get; } = new();
    public BadLines BadLines { get; } = new();
    public RawCapture Raw => capture;

    /// <summary>Where it waits for senders, once it does.</summary>
    public EndPoint? ListeningAt => listening;

    /// <summary>Since when a source is open.</summary>
    public DateTimeOffset? ConnectedAt => connectedAt;

    public DateTimeOffset? LastByteAt =>
        Interlocked.Read(ref lastByteTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>How it is now.</summary>
    public FeedState State
    {
        get
        {
            var isOpen = Volatile.Read(ref openSources) > 0;
            if (Volatile.Read(ref isOver) && !isOpen)
                return FeedState.Off;
            if (!isOpen)
                return FeedState.Lost;
            var since = LastByteAt ?? connectedAt ?? Clock.GetUtcNow();
            return Clock.GetUtcNow() - since > around.Options.FeedSilentAfter ? FeedState.Silent : FeedState.Live;
        }
    }

    public void Start() => running = Task.Run(() => Run(stop.Token), CancellationToken.None);

    public void Listening(EndPoint at) => listening = at;

    public bool IsBinary => protocol.IsBinary;

    public IRecordingClock? RecordingClock() => protocol.RecordingClock();

    public ISource Open()
    {
        lock (gate)
        {
            connectedAt ??= Clock.GetUtcNow();
            openSources++;
            if (!idle.TryPop(out var source))
                return new FeedSource(this, protocol.Open);
            source.Reopen();
            return source;
        }
    }

    public void Closed(FeedSource source)
    {
        lock (gate)
        {
            openSources--;
            connectedAt = openSources == 0 ? null : connectedAt;
            if (idle.Count < MaximumSources)
                idle.Push(source);
        }
    }

    public void Dropped(string cause) => Counters.Drop(cause);

    public void Heard(int bytes)
    {
        Counters.AddBytes(bytes);
        Interlocked.Exchange(ref lastByteTicks, Clock.GetUtcNow().UtcTicks);
    }

    public long Capture(ReadOnlySpan<byte> bytes) => capture.Append(bytes);

    public ValueTask Room(CancellationToken ct) => around.Queue.Room(Clock, ct);

    public void Hand(FeedBatch batch)
    {
        Counters.AddObservations(batch.Observations.Length);
        if (batch.IsEmpty)
            batch.Dispose();
        else
            around.Queue.Write(batch);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        capture.Dispose();
        stop.Dispose();
    }

    private async Task Run(CancellationToken ct)
    {
        var wait = FirstWait;
        while (!ct.IsCancellationRequested)
        {
            var before = Counters.Bytes;
            try
            {
                if (await transport.Run(setup.Url, this, ct))
                {
                    Volatile.Write(ref isOver, true);
                    return;
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop of this feed: no failure of the other side may end it.
            {
                Fell(around.Log, setup.Name, fault.Message);
                Counters.Drop("connectionFailed");
            }
            wait =
                Counters.Bytes > before ? FirstWait
                : wait * 2 < LongestWait ? wait * 2
                : LongestWait;
            Counters.Reconnected();
            if (!await Waited(wait, ct))
                return;
        }
    }

    private async Task<bool> Waited(TimeSpan wait, CancellationToken ct)
    {
        try
        {
            await Task.Delay(wait, Clock, ct);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feed {Feed}: {Fault}; trying again")]
    private static partial void Fell(ILogger log, string feed, string fault);
}
