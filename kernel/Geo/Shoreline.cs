namespace Fourfold.Geo;

/// <summary>The edge between land and sea, indexed so that each vessel can be asked on each report.</summary>
/// <remarks>
/// A grid over the land and 50 km around it holds the edges that touch each cell, and for each cell that was asked for
/// the few edges that can be nearest to any place of it, so that the next question there costs about a microsecond, most
/// of it the geodesic. Memory is some 60 bytes an edge and 12 a cell, at most <see cref="MaximumCells"/> cells, and up to
/// 1 kB for a cell asked for. Safe for several threads.
/// </remarks>
public sealed class Shoreline
{
    /// <summary>Width of the second ring, metres.</summary>
    public const double ShorelineRingMetres = 10_000;

    /// <summary>Cells of the index at most, however fine the coast.</summary>
    public const int MaximumCells = 1 << 20;

    private readonly EdgeGrid grid;

    /// <summary>The shore of some land.</summary>
    /// <param name="land">Land as polygons; lakes may be holes and then count as sea.</param>
    /// <param name="accuracyMetres">How far the outline may be from the truth; 1,000 for the embedded one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The accuracy is negative or not a number.</exception>
    public Shoreline(MultiPolygon land, double accuracyMetres)
    {
        if (!(accuracyMetres >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(accuracyMetres));
        }

        Land = land;
        AccuracyMetres = accuracyMetres;
        grid = new EdgeGrid(land, MaximumCells);
    }

    /// <summary>The land.</summary>
    public MultiPolygon Land { get; }

    /// <summary>Stated accuracy of the outline, metres; a rule that needs the shore nearer than this stays off and says so.</summary>
    public double AccuracyMetres { get; }

    /// <summary>True when the place is on land.</summary>
    public bool IsLand(Position place) => Land.Box.Contains(place) && grid.Contains(place);

    /// <summary>Distance to the shore, metres: positive at sea, negative on land.</summary>
    public double SignedDistance(Position place)
    {
        var metres = place.DistanceTo(grid.Nearest(place));
        return IsLand(place) ? -metres : metres;
    }

    /// <summary>The place on the shore that is nearest.</summary>
    public Position Nearest(Position place) => grid.Nearest(place);

    /// <summary>The ring a place is in.</summary>
    public Ring RingAt(Position place) => RingAt(SignedDistance(place));

    /// <summary>The ring for a signed distance to the shore, metres, as <see cref="SignedDistance"/> gives it.</summary>
    public static Ring RingAt(double signedDistanceMetres) =>
        signedDistanceMetres switch
        {
            <= 0 => Ring.OnIsland,
            <= ShorelineRingMetres => Ring.Shoreline,
            _ => Ring.NearSea,
        };

    /// <summary>True when the straight line between two places touches land.</summary>
    public bool Crosses(Position from, Position to) =>
        Land.Box.Intersects(BoundingBox.Around([from, to])) && (IsLand(from) || IsLand(to) || grid.Meets(from, to));
}
