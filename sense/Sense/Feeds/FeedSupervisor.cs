using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Notices;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds.Capture;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Feeds;

/// <summary>Makes what runs agree with the rows and the feeds of this run, and announces how feeds are.</summary>
internal sealed partial class FeedSupervisor(
    FeedBook book,
    FeedPlugIns plugIns,
    RawArchive archive,
    ObservationQueue queue,
    SenseSignals signals,
    INoticeBoard notices,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    IOptions<SenseOptions> options,
    ILogger<FeedSupervisor> log
) : BackgroundService
{
    /// <summary>Numbers of feeds of one run begin here; rows never get so far.</summary>
    private const int FirstPinnedNumber = 1_000_000;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly Dictionary<FeedId, (FeedRunner Runner, int Revision)> running = [];
    private readonly Dictionary<FeedId, FeedState> told = [];
    private readonly HashSet<(FeedId, string)> refused = [];

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var tidied = clock.GetTimestamp();
        var pinned = Pinned();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                pinned.RemoveAll(feed => TryMake(feed) is not null);
                await Agree(ct);
                TellStates();
                if (clock.GetElapsedTime(tidied) > TimeSpan.FromMinutes(1))
                {
                    tidied = clock.GetTimestamp();
                    await archive.Tidy(Growing(), ct);
                }
                await signals.Feeds.Wait(Pace, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // The outermost loop: the database or the disk may be away for a while.
            {
                Fell(log, fault);
                await Task.Delay(Pace, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken ct)
    {
        await base.StopAsync(ct);
        await Task.WhenAll(book.Running.Select(Stop));
    }

    private async Task Agree(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("feed-supervisor");
        var rows = await scope.ServiceProvider.GetRequiredService<SenseDb>().Feeds.AsNoTracking().ToListAsync(ct);
        var wanted = rows.Where(row => row.Enabled).ToDictionary(row => row.Id);
        foreach (var (id, (runner, revision)) in running.ToList())
        {
            if (wanted.TryGetValue(id, out var row) && row.Revision == revision)
                continue;
            running.Remove(id);
            await Stop(runner);
        }
        foreach (var row in wanted.Values.Where(row => !running.ContainsKey(row.Id)))
            if (TryMake(new(row.Id, row.Number, row.Name, row.Url, row.Simulated, IsPinned: false)) is { } runner)
                running[row.Id] = (runner, row.Revision);
    }

    private List<Wanted> Pinned()
    {
        var pinned = new List<Wanted>();
        var number = FirstPinnedNumber;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feed in options.Value.PinnedFeeds)
        {
            // The same name or URL is the same feed in the next run, so that its raw capture goes on where it ended;
            // twice in one run it is two feeds.
            var called = feed.Name.Length > 0 ? feed.Name : feed.Url;
            var times = seen[called] = seen.GetValueOrDefault(called) + 1;
            var key = times == 1 ? called : $"{called}#{times}";
            var id = FeedId.From(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16), true));
            pinned.Add(new(id, number++, called, feed.Url, feed.Simulated, IsPinned: true));
        }
        return pinned;
    }

    // A feed that cannot be started (its folder cannot be written) is tried again, and is nobody else's trouble.
    private FeedRunner? TryMake(Wanted wanted)
    {
        try
        {
            return Make(wanted);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotStarted(log, wanted.Name, fault.Message);
            return null;
        }
    }

    private FeedRunner? Make(Wanted wanted)
    {
        if (plugIns.Find(wanted.Url, out var url, out var problem) is not var (transport, protocol) || url is null)
        {
            if (refused.Add((wanted.Id, wanted.Url)))
                Refused(log, wanted.Name, problem?.Code ?? "", problem?.Part ?? "");
            return null;
        }
        var setup = new FeedSetup(wanted.Id, wanted.Number, wanted.Name, url, wanted.Simulated, wanted.IsPinned);
        var around = new FeedSurroundings(queue, clock, options.Value, log);
        var runner = new FeedRunner(setup, transport, protocol, archive.Open(wanted.Id), around);
        book.Add(runner);
        runner.Start();
        return runner;
    }

    private async Task Stop(FeedRunner runner)
    {
        await runner.DisposeAsync();
        book.Remove(runner);
    }

    private void TellStates()
    {
        foreach (var runner in book.Running)
        {
            var (id, state) = (runner.Setup.Id, runner.State);
            if (told.TryGetValue(id, out var before) && before == state)
                continue;
            told[id] = state;
            notices.Publish(new Change("feed", id.ToString(), 0, state.Code(), ""));
        }
    }

    private HashSet<string> Growing() =>
        book.Running.Select(runner => runner.Raw.GrowingFile).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private sealed record Wanted(FeedId Id, int Number, string Name, string Url, bool Simulated, bool IsPinned);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Feed} cannot be started: {Code} at {Part}")]
    private static partial void Refused(ILogger log, string feed, string code, string part);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Feed} was not started: {Fault}; trying again")]
    private static partial void NotStarted(ILogger log, string feed, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feeds could not be brought into agreement; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
