using Fourfold.Contracts;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Feeds.Capture;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;
using Fourfold.Sense.Sensors;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Fourfold.Sense.Tests.Feeds;

/// <summary>One running feed without a server; the test says by hand what comes, and what time it is.</summary>
internal sealed class FeedRig : IAsyncDisposable
{
    private readonly ByHand transport = new();
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-feed-").FullName;

    public FeedRig(
        int segmentBytes = 1024 * 1024,
        IProtocol? protocol = null,
        string url = "hand://here:1",
        DateTimeOffset? now = null
    )
    {
        FeedUrl.TryParse(url, out var read, out _);
        Clock = new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 18, 4, 0, 0, TimeSpan.Zero));
        var options = Options.Create(new SenseOptions());
        Queue = new ObservationQueue(options);
        Runner = new FeedRunner(
            new FeedSetup(FeedId.From(Guid.CreateVersion7(Clock.GetUtcNow())), 1, "by hand", read!, false, false),
            transport,
            protocol ?? new NmeaProtocol(new SensorBook()),
            new RawCapture(folder, segmentBytes, Clock),
            new FeedSurroundings(Queue, Clock, options, NullLogger<FeedRunner>.Instance)
        );
    }

    public FakeTimeProvider Clock { get; }

    public ObservationQueue Queue { get; }

    public FeedRunner Runner { get; }

    /// <summary>The raw segments so far, as text, in order.</summary>
    public IEnumerable<string> Segments => Directory.GetFiles(folder, "*.raw").Order().Select(ReadShared);

    /// <summary>Starts it and gives the source that the sender writes into.</summary>
    public async Task<ISource> Connect()
    {
        Runner.Start();
        return await transport.Connected.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string ReadShared(string path)
    {
        using var file = new StreamReader(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        );
        return file.ReadToEnd();
    }

    private sealed class ByHand : ITransport
    {
        public TaskCompletionSource<ISource> Connected { get; } = new();

        public string Name => "hand";

        public async Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct)
        {
            using var source = intake.Open();
            Connected.SetResult(source);
            await Task.Delay(Timeout.Infinite, ct);
            return true;
        }
    }
}
