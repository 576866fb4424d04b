namespace Fourfold.Tracking.Fusion;

/// <summary>A piece of a ring in which a radar sees nothing: no plot is missed there.</summary>
/// <param name="FromAzimuth">Its beginning, clockwise, radians from true north in [0, 2π).</param>
/// <param name="ToAzimuth">Its end, [0, 2π); less than the beginning when north lies within; equal for the whole ring.</param>
/// <param name="FromRange">Metres.</param>
/// <param name="ToRange">Metres; infinite for all that lies behind.</param>
public readonly record struct RadarShadow(double FromAzimuth, double ToAzimuth, double FromRange, double ToRange)
{
    /// <summary>Whether plots from there are believed all the same: it is only likely that nothing is seen there.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether a place lies within.</summary>
    /// <param name="range">Metres.</param>
    /// <param name="azimuth">Radians, [0, 2π).</param>
    /// <param name="edge">By how much it is widened on both sides, radians.</param>
    internal bool Holds(double range, double azimuth, double edge)
    {
        if (range < FromRange || range > ToRange)
        {
            return false;
        }

        var width = Past(ToAzimuth - FromAzimuth);
        return width == 0 || Past(azimuth - FromAzimuth + edge) <= width + 2 * edge;
    }

    private static double Past(double radians) => radians - Math.Tau * Math.Floor(radians / Math.Tau);
}
