namespace Fourfold.Sense.Feeds;

/// <summary>How a feed is, as screens and rules see it.</summary>
internal enum FeedState
{
    /// <summary>Bytes come.</summary>
    Live,

    /// <summary>Connected, but nothing has come for a while.</summary>
    Silent,

    /// <summary>Not connected, or nobody sends.</summary>
    Lost,

    /// <summary>Switched off, or a recording at its end.</summary>
    Off,
}

internal static class FeedStates
{
    public static string Code(this FeedState state) =>
        state switch
        {
            FeedState.Live => "live",
            FeedState.Silent => "silent",
            FeedState.Lost => "lost",
            _ => "off",
        };
}
