namespace Fourfold.Tracking;

/// <summary>
/// Upper triangle of the 4 × 4 covariance of [east, north, velocity east, velocity north] in the plane at the track's
/// position; metres and metres a second.
/// </summary>
/// <param name="EastEast">m².</param>
/// <param name="EastNorth">m².</param>
/// <param name="NorthNorth">m².</param>
/// <param name="EastVEast">m²/s.</param>
/// <param name="EastVNorth">m²/s.</param>
/// <param name="NorthVEast">m²/s.</param>
/// <param name="NorthVNorth">m²/s.</param>
/// <param name="VEastVEast">m²/s².</param>
/// <param name="VEastVNorth">m²/s².</param>
/// <param name="VNorthVNorth">m²/s².</param>
public readonly record struct Covariance(
    float EastEast,
    float EastNorth,
    float NorthNorth,
    float EastVEast,
    float EastVNorth,
    float NorthVEast,
    float NorthVNorth,
    float VEastVEast,
    float VEastVNorth,
    float VNorthVNorth
)
{
    /// <summary>Position and velocity independent and equally uncertain in all directions; standard deviations in m and m/s.</summary>
    public static Covariance Round(double positionMetres, double velocity) =>
        new(
            (float)(positionMetres * positionMetres),
            0,
            (float)(positionMetres * positionMetres),
            0,
            0,
            0,
            0,
            (float)(velocity * velocity),
            0,
            (float)(velocity * velocity)
        );

    /// <summary>Standard deviation of the position along the direction in which it is greatest, metres.</summary>
    public double PositionMetres
    {
        get
        {
            var mean = (EastEast + (double)NorthNorth) / 2;
            var half = (EastEast - (double)NorthNorth) / 2;
            return Math.Sqrt(mean + Math.Sqrt(half * half + (double)EastNorth * EastNorth));
        }
    }

    /// <summary>The ellipse of so many standard deviations: half axes, metres, and the direction of the longer one, radians from north in [0, π).</summary>
    public (double Major, double Minor, double Direction) Ellipse(double deviations)
    {
        var mean = (EastEast + (double)NorthNorth) / 2;
        var half = (NorthNorth - (double)EastEast) / 2;
        var root = Math.Sqrt(half * half + (double)EastNorth * EastNorth);
        var direction = Math.Atan2(EastNorth, half) / 2;
        return (
            deviations * Math.Sqrt(mean + root),
            deviations * Math.Sqrt(Math.Max(0, mean - root)),
            direction < 0 ? direction + Math.PI : direction
        );
    }

    /// <summary>
    /// The covariance after coasting with constant velocity under white-noise acceleration (Bar-Shalom, Li and
    /// Kirubarajan, 2001, section 6.2.2).
    /// </summary>
    /// <param name="seconds">How long, s.</param>
    /// <param name="noise">Power spectral density of the acceleration, m²/s³.</param>
    public Covariance Predicted(double seconds, double noise)
    {
        var t = seconds;
        var q3 = noise * t * t * t / 3;
        var q2 = noise * t * t / 2;
        return new Covariance(
            (float)(EastEast + 2 * t * EastVEast + t * t * VEastVEast + q3),
            (float)(EastNorth + t * (EastVNorth + NorthVEast) + t * t * VEastVNorth),
            (float)(NorthNorth + 2 * t * NorthVNorth + t * t * VNorthVNorth + q3),
            (float)(EastVEast + t * VEastVEast + q2),
            (float)(EastVNorth + t * VEastVNorth),
            (float)(NorthVEast + t * VEastVNorth),
            (float)(NorthVNorth + t * VNorthVNorth + q2),
            (float)(VEastVEast + noise * t),
            VEastVNorth,
            (float)(VNorthVNorth + noise * t)
        );
    }
}
