namespace Fourfold.Tracking.Fusion;

/// <summary>What a radar can tell apart.</summary>
internal static class Resolution
{
    /// <summary>Probability that two things are one to a radar, by the doubt of both.</summary>
    /// <param name="sensor">The radar.</param>
    /// <param name="a">Where the one is.</param>
    /// <param name="b">Where the other is.</param>
    /// <param name="azimuth">Of them, radians.</param>
    /// <param name="range">Of them, metres.</param>
    public static double ChanceUnresolved(RadarSensor sensor, in Place a, in Place b, double azimuth, double range)
    {
        var (sin, cos) = Math.SinCos(azimuth);
        double dx = b.X - a.X,
            dy = b.Y - a.Y;
        var both = a.Spread + b.Spread;
        var along = Math.Sqrt(sin * sin * both.Xx + 2 * sin * cos * both.Xy + cos * cos * both.Yy);
        var across = Math.Sqrt(cos * cos * both.Xx - 2 * sin * cos * both.Xy + sin * sin * both.Yy);
        return Within(dx * sin + dy * cos, along, sensor.RangeResolution)
            * Within(dx * cos - dy * sin, across, sensor.AzimuthResolution * range);
    }

    // Logistic approximation of the normal distribution, good to 0.02.
    private static double Within(double mean, double deviation, double limit) =>
        Below((limit - mean) / deviation) - Below((-limit - mean) / deviation);

    private static double Below(double z) => 1 / (1 + Math.Exp(-1.702 * z));
}
