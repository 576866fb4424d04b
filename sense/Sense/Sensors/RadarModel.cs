using Fourfold.Geo;
using Fourfold.Kernel.Problems;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Sense.Sensors;

/// <summary>How a radar sees, in the units of its data sheet. Defaults are those of a coastal X-band radar.</summary>
internal sealed record RadarModel
{
    private const double SquareMetresPerKilometre = 1e6;

    /// <summary>Height of the antenna above the sea, metres, 1–1,000.</summary>
    public double AntennaHeightMetres { get; init; } = 30;

    /// <summary>Standard deviation of a range, metres, 0.5–1,000.</summary>
    public double RangeDeviationMetres { get; init; } = 10;

    /// <summary>Standard deviation of an azimuth, degrees, 0.01–10.</summary>
    public double AzimuthDeviationDegrees { get; init; } = 0.2;

    /// <summary>Seconds a turn of the antenna, 0.5–30.</summary>
    public double PeriodSeconds { get; init; } = 2.5;

    /// <summary>Probability that a vessel in plain view gives a plot in a turn, 0.1–1.</summary>
    public double DetectionProbability { get; init; } = 0.9;

    /// <summary>Nearest range at which it sees, metres, 0–20,000.</summary>
    public double MinimumRangeMetres { get; init; } = 200;

    /// <summary>Farthest range at which it sees, metres, 1,000–200,000.</summary>
    public double MaximumRangeMetres { get; init; } = 40_000;

    /// <summary>Two things nearer than this in range and in azimuth are one plot, metres, 1–1,000.</summary>
    public double RangeResolutionMetres { get; init; } = 25;

    /// <summary>See <see cref="RangeResolutionMetres"/>, degrees, 0.05–10.</summary>
    public double AzimuthResolutionDegrees { get; init; } = 0.7;

    /// <summary>False plots a square kilometre and turn far away, 0–10; then it is learned by place.</summary>
    public double ClutterFarPerSquareKilometre { get; init; } = 0.002;

    /// <summary>False plots a square kilometre and turn on top of that at the antenna, 0–100.</summary>
    public double ClutterNearPerSquareKilometre { get; init; }

    /// <summary>Range at which those have fallen to 1/e, metres, 100–50,000.</summary>
    public double ClutterDecayMetres { get; init; } = 5_000;

    /// <summary>How far all its ranges may be off, metres, 0–2,000; 0 when it is surveyed and nothing is to be learned.</summary>
    public double RangeBiasDeviationMetres { get; init; } = 50;

    /// <summary>How far all its azimuths may be off, degrees, 0–10; 0 when nothing is to be learned.</summary>
    public double AzimuthBiasDeviationDegrees { get; init; } = 0.3;

    /// <summary>For the tracker, in SI and radians.</summary>
    public RadarSensor Sensor(Position position) =>
        new()
        {
            Position = position,
            RangeDeviation = RangeDeviationMetres,
            AzimuthDeviation = Angle.FromDegrees(AzimuthDeviationDegrees),
            Period = PeriodSeconds,
            DetectionProbability = DetectionProbability,
            MinimumRange = MinimumRangeMetres,
            MaximumRange = MaximumRangeMetres,
            RangeResolution = RangeResolutionMetres,
            AzimuthResolution = Angle.FromDegrees(AzimuthResolutionDegrees),
            ClutterFar = ClutterFarPerSquareKilometre / SquareMetresPerKilometre,
            ClutterNear = ClutterNearPerSquareKilometre / SquareMetresPerKilometre,
            ClutterDecay = ClutterDecayMetres,
            RangeBiasDeviation = RangeBiasDeviationMetres,
            AzimuthBiasDeviation = Angle.FromDegrees(AzimuthBiasDeviationDegrees),
        };

    /// <summary>Itself, or the refusal that names the first field outside its range.</summary>
    public RadarModel Checked()
    {
        Within("antennaHeightMetres", AntennaHeightMetres, 1, 1_000);
        Within("rangeDeviationMetres", RangeDeviationMetres, 0.5, 1_000);
        Within("azimuthDeviationDegrees", AzimuthDeviationDegrees, 0.01, 10);
        Within("periodSeconds", PeriodSeconds, 0.5, 30);
        Within("detectionProbability", DetectionProbability, 0.1, 1);
        Within("minimumRangeMetres", MinimumRangeMetres, 0, 20_000);
        Within("maximumRangeMetres", MaximumRangeMetres, Math.Max(1_000, MinimumRangeMetres + 500), 200_000);
        Within("rangeResolutionMetres", RangeResolutionMetres, 1, 1_000);
        Within("azimuthResolutionDegrees", AzimuthResolutionDegrees, 0.05, 10);
        Within("clutterFarPerSquareKilometre", ClutterFarPerSquareKilometre, 0.00001, 10);
        Within("clutterNearPerSquareKilometre", ClutterNearPerSquareKilometre, 0, 100);
        Within("clutterDecayMetres", ClutterDecayMetres, 100, 50_000);
        Within("rangeBiasDeviationMetres", RangeBiasDeviationMetres, 0, 2_000);
        Within("azimuthBiasDeviationDegrees", AzimuthBiasDeviationDegrees, 0, 10);
        return this;
    }

    internal static void Within(string field, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw Refused
                .Invalid("request.out-of-range", $"model.{field}")
                .With("minimum", least)
                .With("maximum", most);
    }
}
