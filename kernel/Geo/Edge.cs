using System.Runtime.CompilerServices;

namespace Fourfold.Geo;

/// <summary>What every shape asks of one edge, a straight line in longitude and latitude.</summary>
internal static class Edge
{
    /// <summary>True when a ray from the place due east crosses the edge; half-open in latitude, so no vertex counts twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CrossesRayEast(Position a, Position b, Position place)
    {
        if (a.Latitude > place.Latitude == b.Latitude > place.Latitude)
        {
            return false;
        }

        var share = (place.Latitude - a.Latitude) / (b.Latitude - a.Latitude);
        return place.Longitude < a.Longitude + share * (b.Longitude - a.Longitude);
    }

    /// <summary>
    /// The point of the edge nearest to a place, and the square of its distance in metres measured with the scale at
    /// that place: good to 0.1 % within 50 km, and good enough to rank edges farther away.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Position Nearest(
        Position a,
        Position b,
        Position place,
        (double PerLatitude, double PerLongitude) scale,
        out double squareMetres
    )
    {
        var ax = (a.Longitude - place.Longitude) * scale.PerLongitude;
        var ay = (a.Latitude - place.Latitude) * scale.PerLatitude;
        var dx = (b.Longitude - a.Longitude) * scale.PerLongitude;
        var dy = (b.Latitude - a.Latitude) * scale.PerLatitude;
        var length2 = dx * dx + dy * dy;
        var share = length2 > 0 ? Math.Clamp(-(ax * dx + ay * dy) / length2, 0, 1) : 0;
        var x = ax + share * dx;
        var y = ay + share * dy;
        squareMetres = x * x + y * y;
        return At(a, b, share);
    }

    /// <summary>The place a share of the way along a line.</summary>
    public static Position At(Position from, Position to, double share) =>
        new(
            from.Latitude + share * (to.Latitude - from.Latitude),
            from.Longitude + share * (to.Longitude - from.Longitude)
        );

    /// <summary>
    /// Where a line meets an edge, as a share of the line in [0, 1]; null when it does not. Half-open on the edge, so a
    /// line through a vertex meets one of its two edges; parallel lines do not meet.
    /// </summary>
    public static double? Meets(Position from, Position to, Position a, Position b)
    {
        var rx = to.Longitude - from.Longitude;
        var ry = to.Latitude - from.Latitude;
        var sideA = rx * (a.Latitude - from.Latitude) - ry * (a.Longitude - from.Longitude);
        var sideB = rx * (b.Latitude - from.Latitude) - ry * (b.Longitude - from.Longitude);
        if (sideA > 0 == sideB > 0)
        {
            return null;
        }

        var sx = b.Longitude - a.Longitude;
        var sy = b.Latitude - a.Latitude;
        var along = ((a.Longitude - from.Longitude) * sy - (a.Latitude - from.Latitude) * sx) / (rx * sy - ry * sx);
        return along is >= 0 and <= 1 ? along : null;
    }
}
