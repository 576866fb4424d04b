namespace Fourfold.Geo;

/// <summary>The edges of an area by cell of a grid over its box, and by row for the question inside or outside.</summary>
/// <remarks>Lists are laid end to end: those of cell c are at <c>start[c] … start[c + 1]</c> of one array.</remarks>
internal sealed partial class EdgeGrid
{
    private const double MarginMetres = 50_000;
    private const double CellsPerEdge = 8;

    private readonly Position[] from;
    private readonly Position[] to;
    private readonly BoundingBox box;
    private readonly int columns;
    private readonly int rows;
    private readonly double cellLatitude;
    private readonly double cellLongitude;
    private readonly int[] cellStart;
    private readonly int[] cellEdges;
    private readonly int[] rowStart;
    private readonly int[] rowEdges;
    private readonly int[]?[] candidates;

    public EdgeGrid(MultiPolygon area, int maximumCells)
    {
        (from, to) = Edges(area);
        // Wider than the land, for most questions come from off its shores.
        box = area.Box.Expanded(MarginMetres);
        var side = (int)Math.Clamp(Math.Sqrt(CellsPerEdge * from.Length), 8, Math.Sqrt(maximumCells));
        (rows, columns) = (side, side);
        cellLatitude = (box.North - box.South) / rows;
        cellLongitude = (box.East - box.West) / columns;
        (cellStart, cellEdges) = Lists(rows * columns, VisitCells);
        (rowStart, rowEdges) = Lists(rows, VisitRows);
        candidates = new int[]?[rows * columns];
    }

    public bool Contains(Position place)
    {
        var inside = false;
        var row = Row(place.Latitude);
        for (var i = rowStart[row]; i < rowStart[row + 1]; i++)
        {
            var edge = rowEdges[i];
            inside ^= Edge.CrossesRayEast(from[edge], to[edge], place);
        }

        return inside;
    }

    public Position Nearest(Position place)
    {
        var search = new Search(place);
        if (!box.Contains(place))
        {
            // From outside, rings of cells would first walk through nothing; all edges are quicker and always right.
            for (var edge = 0; edge < from.Length; edge++)
            {
                search.Try(from[edge], to[edge]);
            }

            return search.Found;
        }

        var row = Row(place.Latitude);
        var column = Column(place.Longitude);
        var near = candidates[row * columns + column] ?? Prepare(row, column);
        if (near.Length == 0)
        {
            Widen(ref search, row, column);
            return search.Found;
        }

        foreach (var edge in near)
        {
            search.Try(from[edge], to[edge]);
        }

        return search.Found;
    }

    public bool Meets(Position start, Position end)
    {
        var low = BoundingBox.Around([start, end]);
        var lastRow = Row(low.North);
        var lastColumn = Column(low.East);
        for (var row = Row(low.South); row <= lastRow; row++)
        {
            for (var column = Column(low.West); column <= lastColumn; column++)
            {
                var cell = row * columns + column;
                for (var i = cellStart[cell]; i < cellStart[cell + 1]; i++)
                {
                    if (Edge.Meets(start, end, from[cellEdges[i]], to[cellEdges[i]]) is not null)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private int Row(double latitude) => Math.Clamp((int)((latitude - box.South) / cellLatitude), 0, rows - 1);

    private int Column(double longitude) => Math.Clamp((int)((longitude - box.West) / cellLongitude), 0, columns - 1);

    private void VisitCells(int edge, Action<int> visit)
    {
        var around = BoundingBox.Around([from[edge], to[edge]]);
        for (var row = Row(around.South); row <= Row(around.North); row++)
        {
            for (var column = Column(around.West); column <= Column(around.East); column++)
            {
                visit(row * columns + column);
            }
        }
    }

    private void VisitRows(int edge, Action<int> visit)
    {
        var south = Math.Min(from[edge].Latitude, to[edge].Latitude);
        var north = Math.Max(from[edge].Latitude, to[edge].Latitude);
        for (var row = Row(south); row <= Row(north); row++)
        {
            visit(row);
        }
    }

    private (int[] Start, int[] Edges) Lists(int lists, Action<int, Action<int>> visitListsOf)
    {
        var start = new int[lists + 1];
        for (var edge = 0; edge < from.Length; edge++)
        {
            visitListsOf(edge, list => start[list + 1]++);
        }

        for (var list = 0; list < lists; list++)
        {
            start[list + 1] += start[list];
        }

        var edges = new int[start[lists]];
        var next = start.AsSpan(0, lists).ToArray();
        for (var edge = 0; edge < from.Length; edge++)
        {
            var current = edge;
            visitListsOf(edge, list => edges[next[list]++] = current);
        }

        return (start, edges);
    }

    private static (Position[] From, Position[] To) Edges(MultiPolygon area)
    {
        var from = new List<Position>();
        var to = new List<Position>();
        foreach (var polygon in area.Polygons)
        {
            foreach (var ring in polygon.Rings)
            {
                from.AddRange(ring.Positions[..^1]);
                to.AddRange(ring.Positions[1..]);
            }
        }

        return (from.ToArray(), to.ToArray());
    }
}
