using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Sense.Feeds.Capture;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Feeds;

/// <summary>A feed as it is to be started, by a row or for this run.</summary>
internal sealed record FeedWanted(FeedId Id, int Number, string Name, string Url, bool Simulated, bool IsPinned);

/// <summary>Puts a feed together from its plug-ins and its capture, and sets it going.</summary>
internal sealed partial class FeedStarter(
    FeedBook book,
    FeedPlugIns plugIns,
    RawArchive archive,
    FeedSurroundings around,
    ILogger<FeedStarter> log
)
{
    /// <summary>Numbers of feeds of one run begin here; rows never get so far.</summary>
    private const int FirstPinnedNumber = 1_000_000;

    private readonly HashSet<(FeedId, string)> refused = [];

    /// <summary>The feeds of this run, as they are to be started.</summary>
    public IReadOnlyList<FeedWanted> Pinned()
    {
        var pinned = new List<FeedWanted>();
        var number = FirstPinnedNumber;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feed in around.Options.PinnedFeeds)
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

    /// <summary>Starts a feed; null when it cannot be, which is logged and nobody else's trouble.</summary>
    public FeedRunner? TryStart(FeedWanted wanted)
    {
        try
        {
            return Start(wanted);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotStarted(log, wanted.Name, fault.Message);
            return null;
        }
    }

    private FeedRunner? Start(FeedWanted wanted)
    {
        FeedUrl? url;
        FeedUrlProblem? problem;
        var found = wanted.IsPinned
            ? plugIns.Find(wanted.Url, out url, out problem)
            : plugIns.FindConfined(wanted.Url, out url, out problem);
        if (found is not var (transport, protocol) || url is null)
        {
            if (refused.Add((wanted.Id, wanted.Url)))
                Refused(log, wanted.Name, problem?.Code ?? "", problem?.Part ?? "");
            return null;
        }
        var setup = new FeedSetup(wanted.Id, wanted.Number, wanted.Name, url, wanted.Simulated, wanted.IsPinned);
        var runner = new FeedRunner(setup, transport, protocol, archive.Open(wanted.Id), around);
        book.Add(runner);
        runner.Start();
        return runner;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Feed} cannot be started: {Code} at {Part}")]
    private static partial void Refused(ILogger log, string feed, string code, string part);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Feed} was not started: {Fault}; trying again")]
    private static partial void NotStarted(ILogger log, string feed, string fault);
}
