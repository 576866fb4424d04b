using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fourfold.Codecs.Ais;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Cli.Decode;

/// <summary>Feeds of the same URLs and transports as the server's: each connection a source with its own reader.</summary>
internal sealed class FeedInput(string url, DecodeSurroundings around, Lock turn) : IIntake
{
    private static readonly TimeSpan PauseBeforeRetry = TimeSpan.FromSeconds(1);

    private static readonly FeedPlugIns PlugIns = new(
        [new TcpTransport(), new TcpListenTransport(), new UdpTransport(), new FileTransport()],
        [new NmeaProtocol()],
        new RecordingFolder(new ConfigurationManager())
    );

    public TimeProvider Clock => around.Clock;

    public int MaximumSources => 64;

    /// <summary>True for <c>transport://…</c>.</summary>
    public static bool IsFeed(string source) => source.Contains("://", StringComparison.Ordinal);

    /// <summary>Reads a feed URL; the problem says what is wrong and where.</summary>
    public static bool TryFind(
        string source,
        [NotNullWhen(true)] out (ITransport Transport, FeedUrl Url)? found,
        out string problem
    )
    {
        var plugIns = PlugIns.Find(source, out var parsed, out var why);
        found = plugIns is { } parts && parsed is not null ? (parts.Transport, parsed) : null;
        problem = why is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{why.Code} at character {why.At + 1}: {why.Part}");
        return found is not null;
    }

    /// <summary>Reads feeds side by side until all have ended or the run is interrupted.</summary>
    public static async Task<int> ReadAll(string[] urls, DecodeSurroundings around, CancellationToken ct)
    {
        // One output for all of them: they take turns with it.
        var turn = new Lock();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var feeds = urls.Select(url => new FeedInput(url, around, turn).Read(stop)).ToArray();
        return (await Task.WhenAll(feeds)).Max();
    }

    void IIntake.Listening(EndPoint at)
    {
        lock (turn)
            around.Errors.WriteLine($"{url}: listening on {at}");
    }

    ISource IIntake.Open() => new Source(url, around, turn);

    void IIntake.Dropped(string cause)
    {
        lock (turn)
            around.Errors.WriteLine($"{url}: {cause}");
    }

    // A file is played as fast as it can be read.
    IRecordingClock? IIntake.RecordingClock() => null;

    private async Task<int> Read(CancellationTokenSource stop)
    {
        var code = ExitCode.Ok;
        try
        {
            while (true)
            {
                var (isOver, outcome) = await ReadOnce(stop.Token);
                code = outcome;
                if (isOver || !around.Options.Follow)
                    return code;
                await Task.Delay(PauseBeforeRetry, around.Clock, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Ok;
        }
        catch (ReaderLeftException)
        {
            // Nobody reads what the others bring either.
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task<(bool IsOver, int Code)> ReadOnce(CancellationToken ct)
    {
        if (!TryFind(url, out var found, out var problem))
            throw new InvalidOperationException(problem); // The command line was checked before.
        try
        {
            return (await found.Value.Transport.Run(found.Value.Url, this, ct), ExitCode.Ok);
        }
        catch (Exception fault) when (fault is IOException or SocketException or UnauthorizedAccessException)
        {
            lock (turn)
                around.Errors.WriteLine($"{url}: {fault.Message}");
            return (false, ExitCode.Failed);
        }
    }

    /// <summary>One connection, sender or playback.</summary>
    private sealed class Source(string url, DecodeSurroundings around, Lock turn) : ISource
    {
        private readonly AisReader _reader = new(around.Options.Checksums);
        private DecodeSink _sink = new(url, around);

        public void Received(ReadOnlySpan<byte> bytes) => Take(bytes, isWhole: false);

        public void ReceivedWhole(ReadOnlySpan<byte> bytes) => Take(bytes, isWhole: true);

        public ValueTask Room(CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            return ValueTask.CompletedTask;
        }

        public void Dispose()
        {
            lock (turn)
            {
                _reader.EndOfSource(Now(), ref _sink);
                around.Totals.Bytes += _reader.Offset;
                around.Totals.Sentences += _reader.Sentences;
                around.Output.Flush();
            }
        }

        private void Take(ReadOnlySpan<byte> bytes, bool isWhole)
        {
            lock (turn)
            {
                var now = Now();
                _sink.NowUnixMs = now;
                _reader.Push(bytes, now, ref _sink);
                if (isWhole)
                    _reader.Flush(now, ref _sink);
                around.Output.Flush();
            }
        }

        private long Now() => around.Clock.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
