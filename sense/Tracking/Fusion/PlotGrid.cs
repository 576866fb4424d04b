namespace Fourfold.Tracking.Fusion;

/// <summary>Plots of a batch by cells of the plane, to find those near a place.</summary>
internal sealed class PlotGrid
{
    private const double CellMetres = 256;
    private int[] head = new int[1024];
    private int[] next = [];
    private int[] columns = [];
    private int[] rows = [];
    private int mask = 1023;

    /// <summary>Empties it and makes room.</summary>
    public void Begin(int plots)
    {
        while (head.Length < plots * 2)
        {
            head = new int[head.Length * 2];
            mask = head.Length - 1;
        }

        head.AsSpan().Fill(-1);
        if (next.Length < plots)
        {
            (next, columns, rows) = (new int[plots * 2], new int[plots * 2], new int[plots * 2]);
        }
    }

    /// <summary>Adds plots by rising number.</summary>
    public void Add(int plot, double x, double y)
    {
        (columns[plot], rows[plot]) = (CellOf(x), CellOf(y));
        var bucket = BucketOf(columns[plot], rows[plot]);
        next[plot] = head[bucket];
        head[bucket] = plot;
    }

    /// <summary>The cell of a coordinate.</summary>
    public static int CellOf(double metres) => (int)Math.Floor(metres / CellMetres);

    /// <summary>The last plot of the bucket a cell is in (others may share it); −1 for none.</summary>
    public int FirstOf(int column, int row) => head[BucketOf(column, row)];

    /// <summary>Whether a plot lies in a cell.</summary>
    public bool IsIn(int plot, int column, int row) => columns[plot] == column && rows[plot] == row;

    /// <summary>The plot before one in its bucket; −1 for none.</summary>
    public int After(int plot) => next[plot];

    private int BucketOf(int column, int row) => (int)((uint)(column * 73856093) ^ (uint)(row * 19349663)) & mask;
}
