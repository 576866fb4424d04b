namespace Fourfold.Cli.Track;

/// <summary>
/// Rows that arrive long after the one before. After a pause all that follow do; a single one has a wrong clock, and would
/// make all that follow late.
/// </summary>
internal sealed class HeldRows
{
    private const double LongestPauseSeconds = 600;
    private const int Believed = 10;

    private readonly List<Held> rows = [];

    /// <summary>What waits for others that agree.</summary>
    public IReadOnlyList<Held> Rows => rows;

    /// <summary>True when as many agree as make it a pause.</summary>
    public bool AreBelieved => rows.Count >= Believed;

    /// <summary>A row and its line.</summary>
    public readonly record struct Held(ScenarioRow Row, long Line);

    /// <summary>True for a row that is not to be taken yet.</summary>
    /// <param name="arrival">When it arrived, s.</param>
    /// <param name="arrived">When the one before did.</param>
    public static bool IsFarAhead(double arrival, double arrived) =>
        arrived > double.NegativeInfinity && arrival > arrived + LongestPauseSeconds;

    /// <summary>True when those that are held are of about this time.</summary>
    public bool Agree(double arrival) =>
        rows.Count > 0 && Math.Abs(rows[^1].Row.ArrivalOrTime - arrival) <= LongestPauseSeconds;

    /// <summary>Holds one.</summary>
    public void Add(in ScenarioRow row, long line) => rows.Add(new(row, line));

    /// <summary>Hands over what was held.</summary>
    public Held[] TakeAll()
    {
        Held[] all = [.. rows];
        rows.Clear();
        return all;
    }
}
