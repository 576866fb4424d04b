using Fourfold.Geo;

namespace Fourfold.Simulator.Radars;

/// <summary>A shore radar of a scenario, with what its operator knows of it: the numbers a tracker asks for.</summary>
/// <remarks>The false plots are those of sea state 3. The errors that the operator does not know are not here.</remarks>
public sealed record RadarSite
{
    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>Chinese name; says that it is made up.</summary>
    public required string NameZh { get; init; }

    /// <summary>English name; says that it is made up.</summary>
    public required string NameEn { get; init; }

    /// <summary>Where the antenna stands.</summary>
    public required Position Position { get; init; }

    /// <summary>Height of the antenna above the water, metres.</summary>
    public required double AntennaHeightMetres { get; init; }

    /// <summary>SAC of its messages, 0 … 255.</summary>
    public required int AreaCode { get; init; }

    /// <summary>SIC of its messages, 0 … 255.</summary>
    public required int SystemCode { get; init; }

    /// <summary>Seconds a turn of the antenna.</summary>
    public required double PeriodSeconds { get; init; }

    /// <summary>Standard deviation of a range, metres, the steps of the message (7.2 m) apart.</summary>
    public double RangeDeviationMetres { get; init; } = 10;

    /// <summary>Standard deviation of an azimuth, degrees.</summary>
    public double AzimuthDeviationDegrees { get; init; } = 0.2;

    /// <summary>Probability that a ship in plain view gives a plot in a turn, 0 … 1.</summary>
    public double DetectionProbability { get; init; } = 0.9;

    /// <summary>Nearest range at which it sees, metres.</summary>
    public double MinimumRangeMetres { get; init; } = 200;

    /// <summary>Farthest range at which it sees, metres.</summary>
    public double MaximumRangeMetres { get; init; } = 25_000;

    /// <summary>Two things nearer than this in range and than <see cref="AzimuthResolutionDegrees"/> in azimuth are one plot, metres.</summary>
    public double RangeResolutionMetres { get; init; } = 25;

    /// <summary>See <see cref="RangeResolutionMetres"/>, degrees.</summary>
    public double AzimuthResolutionDegrees { get; init; } = 0.7;

    /// <summary>False plots a square kilometre and turn, far away.</summary>
    public double ClutterFarPerSquareKilometre { get; init; } = 0.002;

    /// <summary>False plots a square kilometre and turn on top of that at the antenna.</summary>
    public double ClutterNearPerSquareKilometre { get; init; } = 0.05;

    /// <summary>Range at which those have fallen to 1/e, metres.</summary>
    public double ClutterDecayMetres { get; init; } = 4_000;

    /// <summary>Standard deviation of the unknown error of all its ranges, metres.</summary>
    public double RangeBiasDeviationMetres { get; init; } = 40;

    /// <summary>Standard deviation of the unknown error of all its azimuths, degrees.</summary>
    public double AzimuthBiasDeviationDegrees { get; init; } = 0.3;
}
