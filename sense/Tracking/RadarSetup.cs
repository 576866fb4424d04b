using Fourfold.Tracking.Fusion;

namespace Fourfold.Tracking;

/// <summary>A radar that a tracker listens to.</summary>
/// <param name="Number">The sensor number that its plots carry, 1 or more.</param>
/// <param name="Sensor">Where it stands and how it sees.</param>
public sealed record RadarSetup(int Number, RadarSensor Sensor);

/// <summary>What a tracker has learned of a radar.</summary>
/// <param name="Number">Its sensor number.</param>
/// <param name="RangeBias">Metres that its ranges are too long.</param>
/// <param name="RangeBiasDeviation">How sure that is, metres.</param>
/// <param name="AzimuthBias">Radians that its azimuths are too large.</param>
/// <param name="AzimuthBiasDeviation">How sure that is, radians.</param>
/// <param name="TimeBias">Seconds that its clock is ahead; taken off as far as it is more than twice its doubt.</param>
/// <param name="TimeBiasDeviation">How sure that is, seconds.</param>
/// <param name="Residuals">Echoes compared with AIS.</param>
/// <param name="Turns">Turns worked on.</param>
/// <param name="Late">Plots that came after their sector was worked on: later than usual, or by more than half a minute.</param>
public readonly record struct RadarKnowledge(
    int Number,
    double RangeBias,
    double RangeBiasDeviation,
    double AzimuthBias,
    double AzimuthBiasDeviation,
    double TimeBias,
    double TimeBiasDeviation,
    long Residuals,
    long Turns,
    long Late
);

/// <summary>A cell of a radar's learned clutter.</summary>
/// <param name="Place">Middle of the cell.</param>
/// <param name="Rate">False plots a square kilometre and turn.</param>
public readonly record struct ClutterCell(Geo.Position Place, double Rate);
