using System.Collections.Concurrent;
using Fourfold.Behaviour;
using Fourfold.Contracts;

namespace Fourfold.Sense.Feeds;

/// <summary>The feeds that run now, by number and id. Kept by the supervisor, asked by cell, picture and endpoints.</summary>
internal sealed class FeedBook(TimeProvider clock)
{
    private static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(1);

    // Nobody looked for longer: the machine slept, or its clock was set. Who spoke in that time nobody knows.
    private static readonly TimeSpan LongestUnwatched = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<int, Entry> byNumber = new();
    private readonly ConcurrentDictionary<int, FeedId> idsEver = new();
    private IReadOnlyList<FeedHealth> health = [];
    private DateTimeOffset healthAt;

    public IReadOnlyList<FeedRunner> Running => [.. byNumber.Values.Select(e => e.Runner).OrderBy(r => r.Number)];

    public FeedRunner? Find(FeedId id) => byNumber.Values.FirstOrDefault(e => e.Runner.Setup.Id == id)?.Runner;

    /// <summary>The feed of a number, also after it was stopped; alerts point at it.</summary>
    public FeedId? IdOf(int number) => idsEver.TryGetValue(number, out var id) ? id : null;

    /// <summary>Its name while it runs, or null.</summary>
    public string? NameOf(int number) => byNumber.TryGetValue(number, out var entry) ? entry.Runner.Setup.Name : null;

    public void Add(FeedRunner runner)
    {
        byNumber[runner.Number] = new Entry(runner);
        idsEver[runner.Number] = runner.Setup.Id;
    }

    public void Remove(FeedRunner runner) => byNumber.TryRemove(runner.Number, out _);

    public void CountDuplicates(int number, long count)
    {
        if (count > 0 && byNumber.TryGetValue(number, out var entry))
            entry.Runner.Counters.AddDuplicates(count);
    }

    /// <summary>
    /// How the feeds are, for rules: looked at once a second, by the cell alone. After a time when it did not look, a feed
    /// counts as live from now on only.
    /// </summary>
    public IReadOnlyList<FeedHealth> Health()
    {
        var now = clock.GetUtcNow();
        if (now - healthAt < HealthInterval && now >= healthAt)
            return health;
        var wasWatched = now >= healthAt && now - healthAt <= LongestUnwatched;
        healthAt = now;
        return health = [.. byNumber.Values.Select(entry => entry.Look(now, wasWatched))];
    }

    private sealed class Entry(FeedRunner runner)
    {
        private DateTimeOffset? liveSince;

        public FeedRunner Runner => runner;

        public FeedHealth Look(DateTimeOffset now, bool wasWatched)
        {
            var isLive = runner.State == FeedState.Live;
            var before = wasWatched ? liveSince : null;
            liveSince = isLive ? before ?? now : null;
            return new FeedHealth(runner.Number, isLive, liveSince ?? now);
        }
    }
}
