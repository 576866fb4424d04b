namespace Fourfold.Sense.Sensors;

/// <summary>How much later than its own time each of the last plots came: their median, which one broken time does not move.</summary>
internal sealed class Lags
{
    private const int Kept = 63;

    private readonly double[] last = new double[Kept];
    private readonly double[] sorted = new double[Kept];
    private long count;

    /// <summary>Notes one, s.</summary>
    public void Add(double seconds) => last[count++ % Kept] = seconds;

    /// <summary>Seconds; null before the first. Allocates nothing.</summary>
    public double? Median()
    {
        var known = (int)Math.Min(count, Kept);
        if (known == 0)
            return null;
        last.AsSpan(0, known).CopyTo(sorted);
        Array.Sort(sorted, 0, known);
        return sorted[known / 2];
    }
}
