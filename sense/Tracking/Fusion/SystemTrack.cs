using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>What is odd about a system track.</summary>
[Flags]
public enum TrackAlerts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Radar sees it and its AIS is silent, or never spoke.</summary>
    Dark = 1,

    /// <summary>Its AIS says that it is elsewhere than its echo.</summary>
    Offset = 2,

    /// <summary>Its identity went over to it from another vessel.</summary>
    Swap = 4,
}

/// <summary>A track as the fusing tracker believes it to be at a time.</summary>
/// <param name="Id">For life.</param>
/// <param name="Kind">What it rests on.</param>
/// <param name="Position">Where it is then.</param>
/// <param name="VelocityEast">m/s.</param>
/// <param name="VelocityNorth">m/s.</param>
/// <param name="Mmsi">0 for none.</param>
/// <param name="Existence">Probability that there is such a thing, 0 … 1.</param>
/// <param name="RadarAge">Seconds since its last plot; infinite when there was none.</param>
/// <param name="AisAge">Seconds since its last fitting report; infinite when there was none.</param>
/// <param name="Alerts">What is odd about it.</param>
public readonly record struct SystemTrack(
    long Id,
    TrackKind Kind,
    Position Position,
    double VelocityEast,
    double VelocityNorth,
    int Mmsi,
    double Existence,
    double RadarAge,
    double AisAge,
    TrackAlerts Alerts
)
{
    /// <summary>Length as radar sees it, metres: a mean over some ten plots; null while no radar tells lengths.</summary>
    public double? LengthMetres { get; init; }
}
