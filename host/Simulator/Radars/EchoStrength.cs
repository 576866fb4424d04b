namespace Fourfold.Simulator.Radars;

/// <summary>How strong the echo of a vessel is, and how probably it is a plot.</summary>
/// <remarks>
/// A target whose echo fluctuates from turn to turn (Swerling's first case: P. Swerling, "Probability of detection for
/// fluctuating targets", 1960), before the fourth power of range and a horizon of 4/3 earth radii. Echo areas by length
/// are made up: 5 m² at 12 m, with the power 3.5 of length, and half of it for wood.
/// </remarks>
internal static class EchoStrength
{
    /// <summary>Probability of a plot at most: some turns are lost to anybody.</summary>
    public const double MostDetection = 0.97;

    private const double FalseAlarm = 1e-4;
    private const double EarthRadius = 6_371_000 * 4 / 3.0;

    // An echo area of 5 m² at 15 km is a plot in nine turns of ten: ln(Pfa) / ln(0.9) − 1.
    private const double ReferenceRatio = 86.4;
    private const double ReferenceArea = 5;
    private const double ReferenceRange = 15_000;
    private const double ReferenceLength = 12;

    /// <summary>Echo over noise, as a ratio of powers, of a vessel at a distance from an antenna so high.</summary>
    public static double Ratio(Vessel vessel, double metres, double antennaMetres)
    {
        var area = ReferenceArea * Math.Pow(vessel.LengthMetres / ReferenceLength, 3.5) * (vessel.IsWooden ? 0.5 : 1);
        var visible = Visible(HeightOf(vessel), metres, antennaMetres);
        return ReferenceRatio * area / ReferenceArea * Math.Pow(ReferenceRange / metres, 4) * visible * visible;
    }

    /// <summary>Probability that an echo is a plot.</summary>
    public static double Detection(double ratio) => Math.Min(MostDetection, Math.Pow(FalseAlarm, 1 / (1 + ratio)));

    /// <summary>Share of a thing's height that stands above the horizon, 0 … 1.</summary>
    public static double Visible(double heightMetres, double metres, double antennaMetres)
    {
        var beyond = Math.Max(0, metres - Math.Sqrt(2 * EarthRadius * antennaMetres));
        var hidden = beyond * beyond / (2 * EarthRadius);
        return Math.Max(0, heightMetres - hidden) / heightMetres;
    }

    /// <summary>What of a vessel is above the water, metres.</summary>
    private static double HeightOf(Vessel vessel) => 1 + 0.13 * vessel.LengthMetres;
}
