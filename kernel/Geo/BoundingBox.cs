namespace Fourfold.Geo;

/// <summary>A box in latitude and longitude, radians, edges included; it never spans the antimeridian.</summary>
/// <param name="South">Least latitude, radians.</param>
/// <param name="West">Least longitude, radians.</param>
/// <param name="North">Greatest latitude, radians.</param>
/// <param name="East">Greatest longitude, radians.</param>
public readonly record struct BoundingBox(double South, double West, double North, double East)
{
    /// <summary>The box that holds nothing and grows by <see cref="Including(Position)"/>.</summary>
    public static BoundingBox Empty { get; } =
        new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>True when no place is inside.</summary>
    public bool IsEmpty => !(South <= North && West <= East);

    /// <summary>A box from degrees; write the names.</summary>
    public static BoundingBox FromDegrees(double south, double west, double north, double east) =>
        new(Angle.FromDegrees(south), Angle.FromDegrees(west), Angle.FromDegrees(north), Angle.FromDegrees(east));

    /// <summary>The smallest box around some places.</summary>
    public static BoundingBox Around(ReadOnlySpan<Position> positions)
    {
        var box = Empty;
        foreach (var position in positions)
        {
            box = box.Including(position);
        }

        return box;
    }

    /// <summary>True when the place is inside or on the edge.</summary>
    public bool Contains(Position position) =>
        position.Latitude >= South
        && position.Latitude <= North
        && position.Longitude >= West
        && position.Longitude <= East;

    /// <summary>True when the boxes share a place.</summary>
    public bool Intersects(BoundingBox other) =>
        South <= other.North && other.South <= North && West <= other.East && other.West <= East;

    /// <summary>The smallest box that also holds a place.</summary>
    public BoundingBox Including(Position position) =>
        new(
            Math.Min(South, position.Latitude),
            Math.Min(West, position.Longitude),
            Math.Max(North, position.Latitude),
            Math.Max(East, position.Longitude)
        );

    /// <summary>The smallest box that also holds another.</summary>
    public BoundingBox Including(BoundingBox other) =>
        new(
            Math.Min(South, other.South),
            Math.Min(West, other.West),
            Math.Max(North, other.North),
            Math.Max(East, other.East)
        );

    /// <summary>The box with a margin on all sides, metres; enough at every latitude the box reaches.</summary>
    public BoundingBox Expanded(double metres)
    {
        var polewards = Math.Min(Math.Max(Math.Abs(South), Math.Abs(North)) + metres / Ellipsoid.B, Math.PI / 2);
        var latitude = metres / Ellipsoid.MetresPerRadian(0).PerLatitude;
        var longitude = metres / Math.Max(Ellipsoid.MetresPerRadian(polewards).PerLongitude, 1);
        return new(South - latitude, West - longitude, North + latitude, East + longitude);
    }
}
