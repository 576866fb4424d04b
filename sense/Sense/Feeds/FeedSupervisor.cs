using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Feeds;

/// <summary>Makes what runs agree with the rows and the feeds of this run, and announces how feeds are.</summary>
internal sealed partial class FeedSupervisor(
    FeedBook book,
    FeedStarter starter,
    SenseSignals signals,
    INoticeBoard notices,
    IServiceScopeFactory scopes,
    ILogger<FeedSupervisor> log
) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly Dictionary<FeedId, (FeedRunner Runner, int Revision)> running = [];
    private readonly Dictionary<FeedId, FeedState> told = [];

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var pinned = starter.Pinned().ToList();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                pinned.RemoveAll(feed => starter.TryStart(feed) is not null);
                await Agree(ct);
                TellStates();
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
            if (
                starter.TryStart(new(row.Id, row.Number, row.Name, row.Url, row.Simulated, IsPinned: false)) is
                { } runner
            )
                running[row.Id] = (runner, row.Revision);
    }

    private async Task Stop(FeedRunner runner)
    {
        try
        {
            await runner.DisposeAsync();
        }
        finally
        {
            book.Remove(runner);
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Feeds could not be brought into agreement; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
