namespace Fourfold.Sense.Picture;

/// <summary>What a screen shows, degrees × 10⁷, with a margin of half a view on each side.</summary>
internal readonly record struct ViewBox
{
    private const long Globe = 3_600_000_000;
    private const double Scale = 1e7;
    private readonly long west;
    private readonly long width;
    private readonly long south;
    private readonly long north;

    private ViewBox(long west, long width, long south, long north) =>
        (this.west, this.width, this.south, this.north) = (west, width, south, north);

    /// <summary>A box from degrees; a west greater than the east crosses the antimeridian. False when it is none.</summary>
    public static bool TryOf(double westDegrees, double south, double eastDegrees, double north, out ViewBox box)
    {
        box = default;
        var inRange = Math.Abs(westDegrees) <= 540 && Math.Abs(eastDegrees) <= 540 && Math.Abs(south) <= 90;
        if (!inRange || !(Math.Abs(north) <= 90) || !(south <= north))
            return false;
        var span = eastDegrees - westDegrees;
        span += span < 0 ? 360 : 0;
        var height = north - south;
        var wide = Math.Min(span * 2, 360);
        box = new ViewBox(
            (long)((westDegrees - (span / 2)) * Scale),
            (long)(wide * Scale),
            (long)((south - (height / 2)) * Scale),
            (long)((north + (height / 2)) * Scale)
        );
        return true;
    }

    /// <summary>True when a place is inside, margin included.</summary>
    public bool Holds(int longitudeE7, int latitudeE7)
    {
        if (latitudeE7 < south || latitudeE7 > north)
            return false;
        var east = (longitudeE7 - west) % Globe;
        return (east < 0 ? east + Globe : east) <= width;
    }
}
