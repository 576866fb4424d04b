using Fourfold.Geo;

namespace Fourfold.Simulator;

/// <summary>What a vessel says of itself that is not so, again and again.</summary>
/// <param name="Event">Its name in the truth.</param>
/// <param name="From">When it begins for the first time, s.</param>
/// <param name="Lasts">How long, s.</param>
/// <param name="Every">When it begins again, s later; more than it lasts.</param>
internal sealed record Deceit(string Event, double From, double Lasts, double Every)
{
    /// <summary>Whose number and name it gives; null for its own.</summary>
    public (int Mmsi, string Name)? As { get; init; }

    /// <summary>How far from itself it says it is, metres east and north.</summary>
    public LocalPoint Shift { get; init; }

    /// <summary>What the truth says while it is on.</summary>
    public IReadOnlyList<string> Events { get; } = [Event];

    /// <summary>Whether it is on, s since the beginning.</summary>
    public bool IsOn(double seconds) => seconds >= From && (seconds - From) % Every < Lasts;
}
