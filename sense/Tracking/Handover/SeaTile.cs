using Fourfold.Geo;

namespace Fourfold.Tracking.Handover;

/// <summary>A piece of the sea that one tracker answers for: half a degree of latitude by half a degree of longitude.</summary>
/// <param name="Row">Counted from the south pole, 0 … 359.</param>
/// <param name="Column">Counted from 180° west, 0 … 719.</param>
public readonly record struct SeaTile(int Row, int Column)
{
    /// <summary>Width and height, degrees.</summary>
    public const double Degrees = 0.5;

    private const int Rows = (int)(180 / Degrees);
    private const int Columns = (int)(360 / Degrees);

    /// <summary>The tile a place is in; edges belong to the north and east.</summary>
    public static SeaTile Of(Position place) =>
        new(
            Math.Clamp((int)Math.Floor((place.LatitudeDegrees + 90) / Degrees), 0, Rows - 1),
            Wrap((int)Math.Floor((place.LongitudeDegrees + 180) / Degrees))
        );

    /// <summary>Metres from a place to the tile, 0 inside; good to a hundredth within some tens of kilometres.</summary>
    public double MetresTo(Position place)
    {
        // Exactly 0: rounding would leave who is inside a billionth of a metre outside, and a neighbour's.
        if (Of(place) == this)
        {
            return 0;
        }

        var south = Row * Degrees - 90;
        var west = Column * Degrees - 180;
        var (latitude, longitude) = (place.LatitudeDegrees, place.LongitudeDegrees);
        var middle = west + Degrees / 2;
        longitude += Math.Round((middle - longitude) / 360) * 360;
        var nearest = Position.FromDegrees(
            latitude: Math.Clamp(latitude, south, south + Degrees),
            longitude: Math.Clamp(longitude, west, west + Degrees)
        );
        var frame = new LocalFrame(nearest);
        return frame.ToLocal(place).Length;
    }

    /// <summary>Metres from a place inside to the nearest edge; 0 outside.</summary>
    public double MetresFromEdge(Position place)
    {
        if (Of(place) != this)
        {
            return 0;
        }

        var (north, east) = (
            place.LatitudeDegrees + 90 - Row * Degrees,
            place.LongitudeDegrees + 180 - Column * Degrees
        );
        var metres = Math.PI / 180 * 6_371_000;
        return metres
            * Math.Min(Math.Min(north, Degrees - north), Math.Min(east, Degrees - east) * Math.Cos(place.Latitude));
    }

    /// <summary>The tiles within some metres of a place, its own among them; at most nine for a halo below a tile's width.</summary>
    public static IEnumerable<SeaTile> Around(Position place, double metres)
    {
        var own = Of(place);
        for (var row = Math.Max(0, own.Row - 1); row <= Math.Min(Rows - 1, own.Row + 1); row++)
        {
            for (var aside = -1; aside <= 1; aside++)
            {
                var tile = new SeaTile(row, Wrap(own.Column + aside));
                if (tile == own || tile.MetresTo(place) <= metres)
                {
                    yield return tile;
                }
            }
        }
    }

    private static int Wrap(int column) => ((column % Columns) + Columns) % Columns;
}
