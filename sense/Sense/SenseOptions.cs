namespace Fourfold.Sense;

/// <summary>Limits and paces of Sense, from the configuration section <c>Sense</c>; feeds, zones and rules are rows.</summary>
public sealed class SenseOptions
{
    /// <summary>Feed URLs of this run only (<c>--feed</c>), beside those in the database.</summary>
    public IReadOnlyList<PinnedFeed> PinnedFeeds { get; set; } = [];

    /// <summary>How often the cell acts on what has come, and the live picture is sent.</summary>
    public TimeSpan Tick { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Batches that may wait for the cell; the oldest falls first and is counted.</summary>
    public int MaximumWaitingBatches { get; set; } = 512;

    /// <summary>Tracks at once.</summary>
    public int MaximumTracks { get; set; } = 65_536;

    /// <summary>Vessels whose static data are kept; beyond it the longest unheard are forgotten.</summary>
    public int MaximumVessels { get; set; } = 200_000;

    /// <summary>Senders at once on one <c>tcp-listen</c> or <c>udp</c> feed.</summary>
    public int MaximumSenders { get; set; } = 64;

    /// <summary>A connected feed without bytes for so long is silent.</summary>
    public TimeSpan FeedSilentAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Live screens at once; a further one is refused with 429.</summary>
    public int MaximumLiveClients { get; set; } = 200;

    /// <summary>Raw bytes of a segment before it is closed and compressed.</summary>
    public int RawSegmentBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Raw bytes kept of a feed, on disk as they lie; the oldest closed segments go first.</summary>
    public long RawBytesPerFeed { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How long raw bytes are kept at most.</summary>
    public TimeSpan RawAge { get; set; } = TimeSpan.FromDays(90);

    /// <summary>An alert that nobody acknowledged expires after so long without a repetition.</summary>
    public TimeSpan AlertExpiresAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Alerts of one rule that people are asked about within an hour; further ones are recorded as suppressed.</summary>
    public int MostAlertsOfARuleAnHour { get; set; } = 300;

    /// <summary>Area of an alert at a place that no unit answers for.</summary>
    public string FallbackAreaPath { get; set; } = "46";
}

/// <summary>A feed of this run only.</summary>
/// <param name="Url">Its feed URL.</param>
/// <param name="Name">Shown in lists; the URL's host and port when empty.</param>
/// <param name="Simulated">Everything that comes from it is marked simulated.</param>
public sealed record PinnedFeed(string Url, string Name = "", bool Simulated = false);
