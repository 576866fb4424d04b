using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;

namespace Fourfold.Sense.Feeds;

/// <summary>Finds transport and protocol by the names in a feed URL.</summary>
internal sealed class FeedPlugIns(
    IEnumerable<ITransport> transports,
    IEnumerable<IProtocol> protocols,
    RecordingFolder recordings
)
{
    private readonly Dictionary<string, ITransport> transports = transports.ToDictionary(t => t.Name);
    private readonly Dictionary<string, IProtocol> protocols = protocols.ToDictionary(p => p.Name);

    /// <summary>As <see cref="Find"/>, for a feed that somebody adds through the API: it plays no file but a recording.</summary>
    public (ITransport Transport, IProtocol Protocol)? FindConfined(
        string text,
        out FeedUrl? url,
        out FeedUrlProblem? problem
    )
    {
        var found = Find(text, out url, out problem);
        if (found is not null && url is not null)
            url = recordings.Confine(url, out problem);
        return problem is null ? found : null;
    }

    /// <summary>Reads a URL and finds its plug-ins; null with the problem when it is refused.</summary>
    public (ITransport Transport, IProtocol Protocol)? Find(string text, out FeedUrl? url, out FeedUrlProblem? problem)
    {
        if (!FeedUrl.TryParse(text, out url, out problem) || url is null)
            return null;
        if (!transports.TryGetValue(url.Transport, out var transport))
            problem = new FeedUrlProblem("feed-url.transport-unknown", 0, url.Transport);
        else if (!protocols.TryGetValue(url.Protocol, out var protocol))
            problem = new FeedUrlProblem(
                "feed-url.protocol-unknown",
                text.IndexOf("protocol=", StringComparison.Ordinal),
                url.Protocol
            );
        else
            return (transport, protocol);
        return null;
    }
}
