namespace Fourfold.Tracking.Metrics;

/// <summary>The cheapest way to give each row a column of its own, or none, over the pairs there are.</summary>
/// <remarks>
/// Shortest augmenting paths with potentials, one row after the other, over lists of pairs instead of a full matrix (Jonker
/// and Volgenant, 1987, Computing 38; as Crouse, 2016, IEEE Trans. AES 52(4), writes it for rectangles). A row's staying alone
/// is an end of every path, so that a search stays among neighbours. O(n) for n rows that share nothing; a crowd of k that
/// could all be each other's costs at most k³. Arrays grow to the largest call. Equal costs: the earlier pair.
/// </remarks>
internal sealed class SparseAssignment
{
    private const int None = -1;

    private readonly List<(int Column, double Cost)> pairs = [];
    private readonly List<int> touched = [];
    private double alone;
    private int rows;
    private int[] columnOf = [];
    private int[] rowOf = [];
    private int[] first = [0];
    private int[] from = [];
    private double[] rowPotential = [];
    private double[] columnPotential = [];
    private double[] distance = [];
    private bool[] isDone = [];

    /// <summary>Starts anew.</summary>
    /// <param name="rowCount">At most so many rows will be added.</param>
    /// <param name="columnCount">Columns are numbered from 0 and below this.</param>
    /// <param name="aloneCost">What a row without a column costs.</param>
    public void Begin(int rowCount, int columnCount, double aloneCost)
    {
        (rows, alone) = (0, aloneCost);
        pairs.Clear();
        if (columnOf.Length < rowCount)
        {
            columnOf = new int[2 * rowCount];
            rowPotential = new double[2 * rowCount];
            first = new int[2 * rowCount + 1];
        }

        if (rowOf.Length < columnCount)
        {
            rowOf = new int[2 * columnCount];
            from = new int[2 * columnCount];
            columnPotential = new double[2 * columnCount];
            distance = new double[2 * columnCount];
            isDone = new bool[2 * columnCount];
        }

        rowOf.AsSpan(0, columnCount).Fill(None);
        columnPotential.AsSpan(0, columnCount).Clear();
        distance.AsSpan(0, columnCount).Fill(double.PositiveInfinity);
    }

    /// <summary>The next row; its pairs follow.</summary>
    public void AddRow()
    {
        (columnOf[rows], rowPotential[rows], first[rows]) = (None, 0, pairs.Count);
        rows++;
        first[rows] = pairs.Count;
    }

    /// <summary>A column the row added last may have.</summary>
    /// <param name="column">Each at most once a row.</param>
    /// <param name="cost">Finite, of any sign.</param>
    public void AddPair(int column, double cost)
    {
        pairs.Add((column, cost));
        first[rows] = pairs.Count;
    }

    /// <summary>The column of each row, −1 for none. Valid until the next start.</summary>
    public ReadOnlySpan<int> Solve()
    {
        for (var row = 0; row < rows; row++)
        {
            Augment(row);
        }

        return columnOf.AsSpan(0, rows);
    }

    // The shortest way from a row to a column that is free, or to a row that rather stays alone.
    private void Augment(int source)
    {
        var (row, length, lonely, lonelyLength) = (source, 0.0, None, double.PositiveInfinity);
        int end;
        while (true)
        {
            Relax(row, length);
            if (length + alone - rowPotential[row] < lonelyLength)
            {
                (lonely, lonelyLength) = (row, length + alone - rowPotential[row]);
            }

            var nearest = Nearest();
            if (nearest == None || lonelyLength <= distance[nearest])
            {
                (end, length) = (None, lonelyLength);
                break;
            }

            (end, length) = (nearest, distance[nearest]);
            isDone[nearest] = true;
            if (rowOf[nearest] == None)
            {
                break;
            }

            row = rowOf[nearest];
        }

        Settle(source, length);
        if (end == None)
        {
            (end, columnOf[lonely]) = (columnOf[lonely], None);
        }

        while (end != None)
        {
            var taker = from[end];
            rowOf[end] = taker;
            (end, columnOf[taker]) = (columnOf[taker], end);
        }
    }

    private void Relax(int row, double length)
    {
        for (var pair = first[row]; pair < first[row + 1]; pair++)
        {
            var (column, cost) = pairs[pair];
            var through = length + cost - rowPotential[row] - columnPotential[column];
            if (isDone[column] || through >= distance[column])
            {
                continue;
            }

            if (double.IsPositiveInfinity(distance[column]))
            {
                touched.Add(column);
            }

            (distance[column], from[column]) = (through, row);
        }
    }

    private int Nearest()
    {
        var nearest = None;
        foreach (var column in touched)
        {
            if (!isDone[column] && (nearest == None || distance[column] < distance[nearest]))
            {
                nearest = column;
            }
        }

        return nearest;
    }

    // Potentials by which all pairs that are made cost nothing more, and no pair less than nothing.
    private void Settle(int source, double length)
    {
        rowPotential[source] += length;
        foreach (var column in touched)
        {
            if (isDone[column])
            {
                columnPotential[column] -= length - distance[column];
                if (rowOf[column] != None)
                {
                    rowPotential[rowOf[column]] += length - distance[column];
                }
            }

            isDone[column] = false;
            distance[column] = double.PositiveInfinity;
        }

        touched.Clear();
    }
}
