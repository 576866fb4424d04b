namespace Fourfold.Geo;

/// <summary>Speeds in metres a second; mariners and their standards count in knots (1 knot = 1,852 m an hour).</summary>
public static class Speed
{
    private const double MetresPerSecondPerKnot = 1852.0 / 3600.0;

    /// <summary>Knots to metres a second.</summary>
    public static double FromKnots(double knots) => knots * MetresPerSecondPerKnot;

    /// <summary>Metres a second to knots.</summary>
    public static double ToKnots(double metresPerSecond) => metresPerSecond / MetresPerSecondPerKnot;
}
