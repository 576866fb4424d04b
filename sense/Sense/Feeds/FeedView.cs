using System.Text.Json.Serialization;
using Fourfold.Contracts;

namespace Fourfold.Sense.Feeds;

/// <summary>A feed as lists show it: what is wanted, and how it is.</summary>
internal sealed record FeedView
{
    public required FeedId Id { get; init; }
    public required string Name { get; init; }
    public required string Url { get; init; }
    public required bool Enabled { get; init; }
    public required int Revision { get; init; }
    public required FeedStatusView Status { get; init; }
    public required bool Simulated { get; init; }

    /// <summary>From the command line, for this run only.</summary>
    public required bool Pinned { get; init; }

    public static FeedView Of(Feed row, FeedRunner? runner) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Url = row.Url,
            Enabled = row.Enabled,
            Revision = row.Revision,
            Status = runner is null ? FeedStatusView.Off : FeedStatusView.Of(runner),
            Simulated = row.Simulated,
            Pinned = false,
        };

    public static FeedView Of(FeedRunner pinned) =>
        new()
        {
            Id = pinned.Setup.Id,
            Name = pinned.Setup.Name,
            Url = pinned.Setup.Url.Text,
            Enabled = true,
            Revision = 0,
            Status = FeedStatusView.Of(pinned),
            Simulated = pinned.Simulated,
            Pinned = true,
        };
}

/// <summary>How a feed is and what it has done since it was started.</summary>
internal sealed record FeedStatusView
{
    public static readonly FeedStatusView Off = new()
    {
        State = FeedState.Off.Code(),
        Dropped = new Dictionary<string, long>(StringComparer.Ordinal),
    };

    [OneOf(typeof(FeedState))]
    public required string State { get; init; }

    /// <summary>Where it waits for senders, <c>address:port</c>; null for feeds that connect.</summary>
    [JsonRequired]
    public string? ListeningAt { get; init; }

    [JsonRequired]
    public DateTimeOffset? ConnectedAt { get; init; }

    [JsonRequired]
    public DateTimeOffset? LastByteAt { get; init; }

    [JsonRequired]
    public long Lines { get; init; }

    [JsonRequired]
    public long Messages { get; init; }

    [JsonRequired]
    public long Observations { get; init; }

    [JsonRequired]
    public long Duplicates { get; init; }

    public required IReadOnlyDictionary<string, long> Dropped { get; init; }

    [JsonRequired]
    public long Bytes { get; init; }

    [JsonRequired]
    public long Reconnects { get; init; }

    public static FeedStatusView Of(FeedRunner runner) =>
        new()
        {
            State = runner.State.Code(),
            ListeningAt = runner.ListeningAt?.ToString(),
            ConnectedAt = runner.ConnectedAt,
            LastByteAt = runner.LastByteAt,
            Lines = runner.Counters.Lines,
            Messages = runner.Counters.Messages,
            Observations = runner.Counters.Observations,
            Duplicates = runner.Counters.Duplicates,
            Dropped = runner.Counters.Dropped(),
            Bytes = runner.Counters.Bytes,
            Reconnects = runner.Counters.Reconnects,
        };
}
