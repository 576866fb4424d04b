using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;
using Fourfold.Sense.Sensors;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Cli.Decode;

/// <summary>Feeds of the same URLs and transports as the server's: each connection a source with its own reader.</summary>
internal sealed class FeedInput(string url, FeedRun run) : IIntake
{
    private static readonly TimeSpan PauseBeforeRetry = TimeSpan.FromSeconds(1);

    private static readonly FeedPlugIns PlugIns = new(
        [new TcpTransport(), new TcpListenTransport(), new UdpTransport(), new FileTransport()],
        [new NmeaProtocol(new SensorBook())],
        new RecordingFolder(new ConfigurationManager())
    );

    public TimeProvider Clock => run.Clock;

    public int MaximumSources => 64;

    // Only asked for recordings, which the command reads by their paths.
    public bool IsBinary => false;

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
    public static async Task<int> ReadAll(string[] urls, FeedRun run, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var feeds = urls.Select(url => new FeedInput(url, run).Read(stop)).ToArray();
        return (await Task.WhenAll(feeds)).Max();
    }

    void IIntake.Listening(EndPoint at)
    {
        lock (run.Turn)
            run.Errors.WriteLine($"{url}: listening on {at}");
    }

    ISource IIntake.Open() => run.Open(url);

    void IIntake.Dropped(string cause)
    {
        lock (run.Turn)
            run.Errors.WriteLine($"{url}: {cause}");
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
                if (isOver || !run.Follow)
                    return code;
                await Task.Delay(PauseBeforeRetry, run.Clock, stop.Token);
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
            lock (run.Turn)
                run.Errors.WriteLine($"{url}: {fault.Message}");
            return (false, ExitCode.Failed);
        }
    }
}

/// <summary>What the feeds of one run share.</summary>
/// <param name="Errors">Where connections and what fails are told.</param>
/// <param name="Clock">The machine's.</param>
/// <param name="Follow">A feed that ended is connected anew.</param>
/// <param name="Turn">One output for all of them: they take turns with it.</param>
/// <param name="Open">A reader for a connection, sender or playback of the feed of this URL.</param>
internal sealed record FeedRun(
    TextWriter Errors,
    TimeProvider Clock,
    bool Follow,
    Lock Turn,
    Func<string, ISource> Open
);
