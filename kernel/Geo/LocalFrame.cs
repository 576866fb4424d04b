namespace Fourfold.Geo;

/// <summary>A point or displacement in a <see cref="LocalFrame"/>, metres.</summary>
/// <param name="East">Metres east of the origin.</param>
/// <param name="North">Metres north of the origin.</param>
public readonly record struct LocalPoint(double East, double North)
{
    /// <summary>Distance to the origin, metres.</summary>
    public double Length => Math.Sqrt(East * East + North * North);

    /// <summary>Direction seen from the origin, radians in [0, 2π).</summary>
    public double Bearing => Angle.Wrap(Math.Atan2(East, North));

    /// <summary>Sum by component.</summary>
    public static LocalPoint operator +(LocalPoint a, LocalPoint b) => new(a.East + b.East, a.North + b.North);

    /// <summary>Difference by component.</summary>
    public static LocalPoint operator -(LocalPoint a, LocalPoint b) => new(a.East - b.East, a.North - b.North);

    /// <summary>Scaled by a number.</summary>
    public static LocalPoint operator *(LocalPoint a, double factor) => new(a.East * factor, a.North * factor);
}

/// <summary>
/// Metres east and north on the plane that touches the ellipsoid at an origin: the frame in which motion is estimated.
/// </summary>
/// <remarks>
/// Points of the surface are dropped straight onto the plane, so both directions are closed formulas and inverse to each
/// other to a micrometre. Lengths seen from the origin are short by (d/R)²/6: 0.5 m at 50 km, 0.03 % at 250 km. Places
/// more than a quarter of the globe away have no image; <see cref="ToLocal"/> does not check.
/// </remarks>
public readonly struct LocalFrame
{
    private readonly double sinLatitude;
    private readonly double cosLatitude;
    private readonly double originAcross;
    private readonly double originUp;

    /// <summary>The plane touching at an origin, which must be valid.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The origin is not a valid position.</exception>
    public LocalFrame(Position origin)
    {
        if (!origin.IsValid)
        {
            throw new ArgumentOutOfRangeException(nameof(origin), origin, "not a valid position");
        }

        Origin = origin;
        (sinLatitude, cosLatitude) = Math.SinCos(origin.Latitude);
        var primeVertical = PrimeVertical(sinLatitude);
        originAcross = primeVertical * cosLatitude;
        originUp = primeVertical * (1 - Ellipsoid.E2) * sinLatitude;
    }

    /// <summary>Where the plane touches.</summary>
    public Position Origin { get; }

    /// <summary>The image of a place, metres. About 30 ns.</summary>
    public LocalPoint ToLocal(Position position)
    {
        var (sin, cos) = Math.SinCos(position.Latitude);
        var (sinTurn, cosTurn) = Math.SinCos(position.Longitude - Origin.Longitude);
        var primeVertical = PrimeVertical(sin);
        var across = primeVertical * cos;
        return Image(across * cosTurn, across * sinTurn, primeVertical * (1 - Ellipsoid.E2) * sin);
    }

    /// <summary>
    /// The place whose image a point is; a point beyond the plane's reach (over 6,300 km) gives a position that is not
    /// valid.
    /// </summary>
    public Position ToPosition(LocalPoint point)
    {
        var (across, up) = OnEllipsoid(point);
        var toAxis = Math.Sqrt(across * across + point.East * point.East);
        var longitude = Origin.Longitude + Math.Atan2(point.East, across);
        return new Position(Math.Atan2(up, (1 - Ellipsoid.E2) * toAxis), Angle.Difference(0, longitude));
    }

    // Distances from the axis along the origin's meridian, and above the equator, of the place whose image a point is.
    // Origin + north·N + height·U, with the height that puts the point on the ellipsoid: a quadratic in height.
    internal (double Across, double Up) OnEllipsoid(LocalPoint point)
    {
        var across = originAcross - point.North * sinLatitude;
        var up = originUp + point.North * cosLatitude;
        const double stretch = Ellipsoid.A * Ellipsoid.A / (Ellipsoid.B * Ellipsoid.B);
        var a = cosLatitude * cosLatitude + stretch * sinLatitude * sinLatitude;
        var halfB = across * cosLatitude + stretch * up * sinLatitude;
        var c = across * across + point.East * point.East + stretch * up * up - Ellipsoid.A * Ellipsoid.A;
        var height = (Math.Sqrt(halfB * halfB - a * c) - halfB) / a;
        return (across + height * cosLatitude, up + height * sinLatitude);
    }

    // The image of a place given as OnEllipsoid gives it, and how far it is east of the origin's meridian.
    internal LocalPoint Image(double across, double east, double up) =>
        new(east, (up - originUp) * cosLatitude - (across - originAcross) * sinLatitude);

    private static double PrimeVertical(double sinLatitude) =>
        Ellipsoid.A / Math.Sqrt(1 - Ellipsoid.E2 * sinLatitude * sinLatitude);
}
