using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>
/// How many false plots a radar gives a square metre and turn, by place: what the sensor says of itself, and then what is
/// learned in cells of 300 m from plots that belonged to nothing, forgotten over some 40 turns.
/// </summary>
/// <remarks>
/// The rate of a cell is the mean of a Gamma posterior: (prior turns × prior + plots counted) / (prior turns + turns
/// seen). Memory: 8 bytes a cell, 720 kB for a radar of 45 km.
/// </remarks>
internal sealed class ClutterMap
{
    private const double CellMetres = 300;
    private const double CellArea = CellMetres * CellMetres;
    private const double MemoryTurns = 40;
    private const double PriorTurns = 5;
    private const float Least = 1e-4f;

    // Of tens of thousands of cells hundreds have had one false plot by chance, hardly one two.
    private const double NoChance = 1.5;
    private static readonly double Keep = 1 - 1 / MemoryTurns;

    /// <summary>What is kept of a count after 0, 1, 2 … turns.</summary>
    private static readonly double[] Kept = [.. Enumerable.Range(0, 1024).Select(turns => Math.Pow(Keep, turns))];

    private readonly RadarSensor sensor;
    private readonly int side;
    private readonly Cell[] cells;

    public ClutterMap(RadarSensor sensor)
    {
        this.sensor = sensor;
        side = (int)Math.Ceiling(2 * sensor.MaximumRange / CellMetres) + 1;
        cells = new Cell[side * side];
    }

    /// <summary>What the sensor says of itself, plots/(m²·turn).</summary>
    public double Prior(double range) =>
        sensor.ClutterFar + sensor.ClutterNear * Math.Exp(-range / sensor.ClutterDecay);

    /// <summary>False plots a square metre and turn at a place east and north of the antenna.</summary>
    public double Rate(double east, double north, double range, int turn)
    {
        var prior = Prior(range);
        var cell = CellAt(east, north);
        if (cell < 0)
        {
            return prior;
        }

        var turnsSeen = MemoryTurns * (1 - KeptAfter(Math.Max(0, turn)));
        return (PriorTurns * prior + Count(cell, turn) / CellArea) / (PriorTurns + turnsSeen);
    }

    /// <summary>Asks memory for what is known of a place east and north of the antenna.</summary>
    public void Fetch(double east, double north)
    {
        var cell = CellAt(east, north);
        if (cell >= 0)
        {
            Ahead.Fetch(ref cells[cell]);
        }
    }

    /// <summary>Counts plots that belonged to nothing, around a place east and north of the antenna.</summary>
    public void Add(in LocalPoint place, int turn, double plots)
    {
        var cell = CellAt(place.East, place.North);
        if (cell >= 0)
        {
            cells[cell] = new((float)(Count(cell, turn) + plots), turn);
        }
    }

    /// <summary>
    /// Middles of the cells with more than twice the prior rate and more than one plot, and their rates, the worst first.
    /// </summary>
    public List<(LocalPoint Place, double Rate)> Worst(int turn, int most)
    {
        var found = new List<(LocalPoint Place, double Rate)>();
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (Count(cell, turn) < NoChance)
            {
                continue;
            }

            var place = new LocalPoint(
                ((cell % side + 0.5) * CellMetres) - sensor.MaximumRange,
                ((cell / side + 0.5) * CellMetres) - sensor.MaximumRange
            );
            var rate = Rate(place.East, place.North, place.Length, turn);
            if (rate > 2 * Prior(place.Length))
            {
                found.Add((place, rate));
            }
        }

        found.Sort((a, b) => b.Rate.CompareTo(a.Rate));
        return found.Count > most ? found[..most] : found;
    }

    private double Count(int cell, int turn)
    {
        ref readonly var counted = ref cells[cell];
        return counted.Plots < Least ? 0 : counted.Plots * KeptAfter(turn - counted.Turn);
    }

    private static double KeptAfter(int turns) => (uint)turns < (uint)Kept.Length ? Kept[turns] : Math.Pow(Keep, turns);

    private int CellAt(double east, double north)
    {
        var column = (int)((east + sensor.MaximumRange) / CellMetres);
        var row = (int)((north + sensor.MaximumRange) / CellMetres);
        return (uint)column < side && (uint)row < side ? row * side + column : -1;
    }

    /// <summary>Plots that belonged to nothing, as many as they were worth in the turn when the last one was counted.</summary>
    private readonly record struct Cell(float Plots, int Turn);
}
