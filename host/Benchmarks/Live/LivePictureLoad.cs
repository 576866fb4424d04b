using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Picture;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fourfold.Benchmarks.Live;

/// <summary>The live picture at full size: 20,000 vessels, 2,000 reports a second through a TCP feed, screens over WebSockets.</summary>
/// <remarks>Sender, server and screens share this process and its cores, so the delays are no better than the truth.</remarks>
internal sealed class LivePictureLoad : ILoad
{
    private const int Ships = 20_000;
    private const int ReportsASecond = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(12);

    public string Name => "live";

    public async Task Run(TextWriter to, CancellationToken ct)
    {
        await using var box = await FourfoldBox.Start(
            services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)),
            options => options with { Feeds = ["tcp-listen://127.0.0.1:0"], Web = Repository.At("web") }
        );
        var fleet = new Fleet(Ships);
        using var sender = await Connect(box, ct);
        await sender.GetStream().WriteAsync(fleet.All(), ct);
        var picture = box.Services.GetRequiredService<LivePicture>();
        while (picture.Count < Ships)
            await Task.Delay(50, ct);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var screens = Views().Select(view => new Screen(box, fleet, view)).ToList();
        var watching = screens.Select(screen => screen.Watch(stop.Token)).ToList();
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var sending = Send(sender.GetStream(), fleet, silence.Token);
        await Task.WhenAll(screens.Select(screen => screen.Ready));
        await Task.Delay(WarmUp, ct);
        foreach (var screen in screens)
            screen.Begin();
        var (cpu, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        await Task.Delay(Measured, ct);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        await stop.CancelAsync();
        await Task.WhenAll(watching);
        Print(to, screens, box.Services, cpu, allocated);
        await ConsolePage.Run(box, Measured, to, ct);
        to.WriteLine();
        await silence.CancelAsync();
        await sending;
    }

    private static async Task<TcpClient> Connect(FourfoldBox box, CancellationToken ct)
    {
        var book = box.Services.GetRequiredService<FeedBook>();
        while (true)
        {
            if (book.Running.FirstOrDefault()?.ListeningAt is System.Net.IPEndPoint at)
            {
                var client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(at, ct);
                return client;
            }
            await Task.Delay(20, ct);
        }
    }

    // The whole sea, a county's waters, a harbour, and one who looks elsewhere.
    private static IEnumerable<View> Views() =>
        [
            new("all 20,000", 106, 16, 113, 23),
            new("a county", 108, 18, 109, 19),
            new("a harbour", 108.2, 18.2, 108.3, 18.3),
            new("nothing", 0, 50, 1, 51),
        ];

    private static async Task Send(NetworkStream to, Fleet fleet, CancellationToken ct)
    {
        const int batches = 20;
        var started = Stopwatch.GetTimestamp();
        try
        {
            for (var batch = 1L; ; batch++)
            {
                await to.WriteAsync(fleet.Next(ReportsASecond / batches), ct);
                var ahead = TimeSpan.FromSeconds((double)batch / batches) - Stopwatch.GetElapsedTime(started);
                if (ahead > TimeSpan.Zero)
                    await Task.Delay(ahead, ct);
            }
        }
        catch (OperationCanceledException) { } // Told to stop.
    }

    private static void Print(
        TextWriter to,
        IReadOnlyList<Screen> screens,
        IServiceProvider services,
        TimeSpan cpu,
        long allocated
    )
    {
        var seconds = Measured.TotalSeconds;
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"live: {Ships:N0} vessels, {ReportsASecond:N0} reports/s, {seconds:0} s; bytes written to a feed until the frame is at the screen, ms"
            )
        );
        to.WriteLine($"  {"screen", -14}{"p50", 8}{"p99", 8}{"worst", 8}{"changes/s", 12}{"frames/s", 10}{"kB/s", 8}");
        foreach (var screen in screens)
            to.WriteLine(screen.Line(seconds));
        var counters = services.GetRequiredService<Cell>().Counters;
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  server's own p99 {services.GetRequiredService<DelayHistogram>().Quantile(0.99)} ms; {cpu.TotalSeconds / seconds:P0} of a core and {allocated / seconds / 1e6:0.0} MB/s allocated, sender and screens included; {services.GetRequiredService<ObservationQueue>().ShedBatches} batches shed, {counters.Tracks:N0} tracks"
            )
        );
    }
}

/// <summary>What a screen looks at, degrees.</summary>
internal sealed record View(string Name, double West, double South, double East, double North);
