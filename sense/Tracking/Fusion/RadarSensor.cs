using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>What is known of a radar before it has said anything: where it stands, how fine it sees, how often it lies.</summary>
public sealed record RadarSensor
{
    /// <summary>Where its antenna stands.</summary>
    public required Position Position { get; init; }

    /// <summary>Standard deviation of a range, metres.</summary>
    public double RangeDeviation { get; init; } = 10;

    /// <summary>Standard deviation of an azimuth, radians.</summary>
    public double AzimuthDeviation { get; init; } = 0.2 * Math.PI / 180;

    /// <summary>Seconds a turn of the antenna.</summary>
    public double Period { get; init; } = 2.5;

    /// <summary>Probability that a vessel in plain view gives a plot in a turn, 0 … 1.</summary>
    public double DetectionProbability { get; init; } = 0.9;

    /// <summary>Nearest range at which it sees, metres.</summary>
    public double MinimumRange { get; init; } = 200;

    /// <summary>Farthest range at which it sees, metres.</summary>
    public double MaximumRange { get; init; } = 40_000;

    /// <summary>Two things nearer than this in range and than <see cref="AzimuthResolution"/> in azimuth are one plot, metres.</summary>
    public double RangeResolution { get; init; } = 25;

    /// <summary>See <see cref="RangeResolution"/>, radians.</summary>
    public double AzimuthResolution { get; init; } = 0.7 * Math.PI / 180;

    /// <summary>False plots a square metre and turn, far away.</summary>
    public double ClutterFar { get; init; } = 2e-9;

    /// <summary>False plots a square metre and turn on top of that at the antenna.</summary>
    public double ClutterNear { get; init; }

    /// <summary>Range at which <see cref="ClutterNear"/> has fallen to 1/e, metres.</summary>
    public double ClutterDecay { get; init; } = 5000;

    /// <summary>Where land or a mast hides the sea: there no plot is missed, and none is believed unless the shadow is doubtful.</summary>
    public IReadOnlyList<RadarShadow> Shadows { get; init; } = [];

    /// <summary>Standard deviation of the unknown error of all its ranges, metres; 0 when it is surveyed.</summary>
    public double RangeBiasDeviation { get; init; }

    /// <summary>Standard deviation of the unknown error of all its azimuths, radians; 0 when it is surveyed.</summary>
    public double AzimuthBiasDeviation { get; init; }

    /// <summary>Standard deviation of the unknown error of its clock, seconds; 0 when it is known to be right.</summary>
    public double TimeBiasDeviation { get; init; } = 0.5;
}
