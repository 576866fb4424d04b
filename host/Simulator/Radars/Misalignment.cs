using Fourfold.Geo;

namespace Fourfold.Simulator.Radars;

/// <summary>What is wrong with all that a radar measures, and its operator does not know.</summary>
/// <param name="RangeMetres">Metres that its ranges are too long.</param>
/// <param name="Azimuth">Radians that its azimuths are too large.</param>
internal readonly record struct Misalignment(double RangeMetres, double Azimuth)
{
    /// <summary>One that a tracker has to find: 0.6 to 1.1 deviations to either side.</summary>
    public static Misalignment By(Chance chance, RadarSite site) =>
        new(
            Worth(chance) * site.RangeBiasDeviationMetres,
            Worth(chance) * Angle.FromDegrees(site.AzimuthBiasDeviationDegrees)
        );

    private static double Worth(Chance chance) => (chance.Below(2) == 0 ? -1 : 1) * chance.Between(0.6, 1.1);
}
