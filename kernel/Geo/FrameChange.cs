namespace Fourfold.Geo;

/// <summary>
/// From the plane of one <see cref="LocalFrame"/> to that of another: what <see cref="LocalFrame.ToPosition"/> and
/// <see cref="LocalFrame.ToLocal"/> would give one after the other, without an angle reckoned.
/// </summary>
public readonly struct FrameChange
{
    private readonly LocalFrame from;
    private readonly LocalFrame to;
    private readonly double sinTurn;
    private readonly double cosTurn;

    /// <summary>From one plane to another.</summary>
    public FrameChange(in LocalFrame from, in LocalFrame to)
    {
        (this.from, this.to) = (from, to);
        (sinTurn, cosTurn) = Math.SinCos(from.Origin.Longitude - to.Origin.Longitude);
    }

    /// <summary>
    /// The image on the other plane of the place whose image on the first a point is, metres; NaN for a point beyond the
    /// first plane's reach (over 6,300 km).
    /// </summary>
    public LocalPoint Apply(LocalPoint point)
    {
        var (across, up) = from.OnEllipsoid(point);
        return to.Image(across * cosTurn - point.East * sinTurn, across * sinTurn + point.East * cosTurn, up);
    }
}
