namespace Fourfold.Geo;

internal sealed partial class EdgeGrid
{
    // A cell with more edges to choose from than this is searched ring by ring each time instead.
    private const int MaximumCandidates = 256;

    // Metres are measured with the scale at the asking place; within a cell that scale changes by less than this.
    private const double ScaleMargin = 1.02;

    /// <summary>
    /// The edges that can be nearest to any place of a cell: those not farther from its middle than the nearest one plus
    /// the cell's width. Made when a cell is first asked for; two threads may make the same at once. Empty when too many.
    /// </summary>
    private int[] Prepare(int row, int column)
    {
        var middle = new Position(box.South + (row + 0.5) * cellLatitude, box.West + (column + 0.5) * cellLongitude);
        var nearest = new Search(middle);
        Widen(ref nearest, row, column);
        var scale = nearest.Scale;
        var width = new LocalPoint(cellLongitude * scale.PerLongitude, cellLatitude * scale.PerLatitude).Length;
        var reach = (Math.Sqrt(nearest.Square) + width) * ScaleMargin;
        var found = new SortedSet<int>();
        var last = (int)(reach / CellMetres(scale)) + 1;
        for (var ring = 0; ring <= Math.Min(last, Math.Max(rows, columns)); ring++)
        {
            VisitRing(
                row,
                column,
                ring,
                edge =>
                {
                    Edge.Nearest(from[edge], to[edge], middle, scale, out var square);
                    if (square <= reach * reach)
                    {
                        found.Add(edge);
                    }
                }
            );
        }

        int[] near = found.Count <= MaximumCandidates ? [.. found] : [];
        Volatile.Write(ref candidates[row * columns + column], near);
        return near;
    }

    /// <summary>Searches ring after ring of cells until no nearer edge can be left.</summary>
    private void Widen(ref Search search, int row, int column)
    {
        var cellMetres = CellMetres(search.Scale);
        for (var ring = 0; ring < Math.Max(rows, columns); ring++)
        {
            // Whatever lies in this ring or beyond is at least so far away.
            var least = (ring - 1) * cellMetres;
            if (least > 0 && search.Square <= least * least)
            {
                break;
            }

            SearchRing(ref search, row, column, ring);
        }
    }

    private double CellMetres((double PerLatitude, double PerLongitude) scale) =>
        Math.Min(cellLatitude * scale.PerLatitude, cellLongitude * LeastPerLongitude());

    private void VisitRing(int row, int column, int ring, Action<int> visit)
    {
        foreach (var cell in CellsAround(row, column, ring))
        {
            for (var i = cellStart[cell]; i < cellStart[cell + 1]; i++)
            {
                visit(cellEdges[i]);
            }
        }
    }

    private void SearchRing(ref Search search, int row, int column, int ring)
    {
        foreach (var cell in CellsAround(row, column, ring))
        {
            for (var i = cellStart[cell]; i < cellStart[cell + 1]; i++)
            {
                search.Try(from[cellEdges[i]], to[cellEdges[i]]);
            }
        }
    }

    /// <summary>The cells of the grid that are so many steps away from one.</summary>
    private IEnumerable<int> CellsAround(int row, int column, int ring)
    {
        var south = Math.Max(row - ring, 0);
        var north = Math.Min(row + ring, rows - 1);
        for (var r = south; r <= north; r++)
        {
            var whole = r == row - ring || r == row + ring;
            var step = whole || ring == 0 ? 1 : 2 * ring;
            for (var c = column - ring; c <= column + ring; c += step)
            {
                if (c >= 0 && c < columns)
                {
                    yield return r * columns + c;
                }
            }
        }
    }

    private double LeastPerLongitude()
    {
        var polewards = Math.Max(Math.Abs(box.South), Math.Abs(box.North));
        return Ellipsoid.MetresPerRadian(polewards).PerLongitude;
    }

    private struct Search
    {
        private readonly Position place;

        public Search(Position place)
        {
            this.place = place;
            Scale = Ellipsoid.MetresPerRadian(place.Latitude);
            Square = double.PositiveInfinity;
        }

        public (double PerLatitude, double PerLongitude) Scale { get; }

        public double Square { get; private set; }

        public Position Found { get; private set; }

        public void Try(Position a, Position b)
        {
            var candidate = Edge.Nearest(a, b, place, Scale, out var square);
            if (square < Square)
            {
                (Square, Found) = (square, candidate);
            }
        }
    }
}
