namespace Fourfold.Sense.Alerts;

/// <summary>The short life of an alert; from <see cref="InCase"/> on the case carries it.</summary>
internal enum AlertState
{
    /// <summary>Nobody has answered.</summary>
    New = 0,

    /// <summary>Somebody is looking into it.</summary>
    Acknowledged = 1,

    /// <summary>A person said that it is nothing, and why.</summary>
    Dismissed = 2,

    /// <summary>Turned into a case or joined to one.</summary>
    InCase = 3,

    /// <summary>Data that came late refuted it.</summary>
    Withdrawn = 4,

    /// <summary>Nobody answered for too long.</summary>
    Expired = 5,

    /// <summary>Recorded, but nobody was asked; it says by what.</summary>
    Suppressed = 6,
}

internal static class AlertStates
{
    /// <summary>As in the API.</summary>
    public static string Code(this AlertState state) =>
        state switch
        {
            AlertState.New => "new",
            AlertState.Acknowledged => "acknowledged",
            AlertState.Dismissed => "dismissed",
            AlertState.InCase => "in-case",
            AlertState.Withdrawn => "withdrawn",
            AlertState.Expired => "expired",
            _ => "suppressed",
        };
}
