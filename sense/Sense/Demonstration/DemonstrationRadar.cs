namespace Fourfold.Sense.Demonstration;

/// <summary>A made-up radar of the host's scenario; see <see cref="Sensors.RadarModel"/> for what the numbers mean.</summary>
/// <param name="Key">As feed URLs name it.</param>
/// <param name="Name">As shown; it says that it is made up.</param>
public sealed record DemonstrationRadar(
    string Key,
    string Name,
    double LatitudeDegrees,
    double LongitudeDegrees,
    double AntennaHeightMetres,
    int AreaCode,
    int SystemCode,
    double RangeDeviationMetres,
    double AzimuthDeviationDegrees,
    double PeriodSeconds,
    double DetectionProbability,
    double MinimumRangeMetres,
    double MaximumRangeMetres,
    double RangeResolutionMetres,
    double AzimuthResolutionDegrees,
    double ClutterFarPerSquareKilometre,
    double ClutterNearPerSquareKilometre,
    double ClutterDecayMetres,
    double RangeBiasDeviationMetres,
    double AzimuthBiasDeviationDegrees
);
