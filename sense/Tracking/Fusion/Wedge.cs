using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>A sector of a circle on the plane, less than a half turn wide; asked often, so without an angle reckoned.</summary>
internal readonly struct Wedge
{
    private readonly LocalPoint centre;
    private readonly double radius2;
    private readonly double fromSin;
    private readonly double fromCos;
    private readonly double toSin;
    private readonly double toCos;

    /// <param name="centre">Of the circle.</param>
    /// <param name="radius">Metres.</param>
    /// <param name="from">Where it begins, radians from the plane's north, clockwise.</param>
    /// <param name="to">Where it ends; by less than π later.</param>
    public Wedge(in LocalPoint centre, double radius, double from, double to)
    {
        this.centre = centre;
        radius2 = radius * radius;
        (fromSin, fromCos) = Math.SinCos(from);
        (toSin, toCos) = Math.SinCos(to);
    }

    /// <summary>Whether a place of the plane, metres east and north, lies in it.</summary>
    public bool Holds(double x, double y)
    {
        double east = x - centre.East,
            north = y - centre.North;
        return east * east + north * north <= radius2
            && east * fromCos - north * fromSin >= 0
            && east * toCos - north * toSin <= 0;
    }
}
