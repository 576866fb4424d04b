namespace Fourfold.Geo;

/// <summary>WGS 84 (NIMA TR8350.2): the numbers all other files of this folder use.</summary>
internal static class Ellipsoid
{
    /// <summary>Semi-major axis, metres.</summary>
    public const double A = 6378137.0;

    /// <summary>Flattening.</summary>
    public const double F = 1 / 298.257223563;

    /// <summary>Semi-minor axis, metres.</summary>
    public const double B = A * (1 - F);

    /// <summary>First eccentricity squared.</summary>
    public const double E2 = F * (2 - F);

    /// <summary>Metres a radian of latitude and a radian of longitude at a latitude.</summary>
    public static (double PerLatitude, double PerLongitude) MetresPerRadian(double latitude)
    {
        var (sin, cos) = Math.SinCos(latitude);
        var w2 = 1 - E2 * sin * sin;
        var primeVertical = A / Math.Sqrt(w2);
        return (primeVertical * (1 - E2) / w2, primeVertical * cos);
    }
}
