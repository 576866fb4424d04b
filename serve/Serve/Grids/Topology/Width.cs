using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;

namespace Fourfold.Serve.Grids.Topology;

/// <summary>How wide a piece is at its widest, without drawing it smaller: that takes minutes for a comb with thin teeth.</summary>
/// <remarks>
/// Looks for a circle that fits in, in squares that are quartered where one may lie, the most promising first (as in
/// "polylabel", Mapbox). Ends after <see cref="MostSquares"/>, some seconds.
/// </remarks>
internal static class Width
{
    /// <summary>Squares looked at; with more it counts as wide, for a fault too many is seen by a person, and one too few by nobody.</summary>
    private const int MostSquares = 50_000;

    // Of the width: squares this small find no circle any more that would make a difference.
    private const double Finest = 0.05;

    /// <summary>Whether a circle of this width, metres, fits into the piece nowhere.</summary>
    public static bool IsBelow(double metres, Polygon piece)
    {
        var radius = metres / 2;
        // Most slivers are straight, and narrow as a whole.
        if (new MinimumDiameter(piece).Length <= metres)
            return true;
        var inside = new IndexedPointInAreaLocator(piece);
        var edge = new IndexedFacetDistance(piece);
        // Metres to the edge; negative outside.
        double DepthAt(Coordinate at) =>
            (inside.Locate(at) == Location.Exterior ? -1 : 1) * edge.Distance(piece.Factory.CreatePoint(at));

        var squares = new PriorityQueue<Square, double>();
        void Add(Square square)
        {
            var best = square.Depth + square.Reach;
            if (best > radius)
                squares.Enqueue(square, -best);
        }
        var box = piece.EnvelopeInternal;
        var half = Math.Max(box.Width, box.Height) / 2;
        Add(new Square(box.Centre, half, DepthAt(box.Centre)));
        for (var looked = 0; squares.TryDequeue(out var square, out _); looked++)
        {
            if (square.Depth > radius || looked >= MostSquares)
                return false;
            if (square.Reach > metres * Finest)
                foreach (var centre in square.Quarters())
                    Add(new Square(centre, square.Half / 2, DepthAt(centre)));
        }
        return true;
    }

    /// <summary>A square: its middle, half its side and how deep in the piece the middle lies.</summary>
    private readonly record struct Square(Coordinate Centre, double Half, double Depth)
    {
        /// <summary>From the middle to a corner.</summary>
        public double Reach => Half * Math.Sqrt(2);

        public IEnumerable<Coordinate> Quarters()
        {
            var quarter = Half / 2;
            yield return new Coordinate(Centre.X - quarter, Centre.Y - quarter);
            yield return new Coordinate(Centre.X + quarter, Centre.Y - quarter);
            yield return new Coordinate(Centre.X - quarter, Centre.Y + quarter);
            yield return new Coordinate(Centre.X + quarter, Centre.Y + quarter);
        }
    }
}
