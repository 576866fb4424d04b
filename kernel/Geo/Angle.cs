namespace Fourfold.Geo;

/// <summary>Angles in radians; bearings and courses run clockwise from true north.</summary>
public static class Angle
{
    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Degrees to radians, without wrapping.</summary>
    public static double FromDegrees(double degrees) => degrees * RadiansPerDegree;

    /// <summary>Radians to degrees, without wrapping.</summary>
    public static double ToDegrees(double radians) => radians / RadiansPerDegree;

    /// <summary>The same direction in [0, 2π); NaN for what is not finite.</summary>
    public static double Wrap(double radians)
    {
        var wrapped = radians % Math.Tau;
        if (wrapped < 0)
        {
            wrapped += Math.Tau;
        }

        // −1e-20 + 2π rounds to 2π itself, which is not in the range promised.
        return wrapped >= Math.Tau ? 0 : wrapped;
    }

    /// <summary>The turn that leads from one direction to the other, in (−π, π]; positive is clockwise.</summary>
    public static double Difference(double from, double to)
    {
        var turn = Wrap(to - from);
        return turn > Math.PI ? turn - Math.Tau : turn;
    }
}
