namespace Fourfold.Sense.Demonstration;

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
