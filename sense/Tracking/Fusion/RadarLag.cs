namespace Fourfold.Tracking.Fusion;

/// <summary>
/// How long after the beam a radar's plots reach us, and so how long its sectors wait for them: until all but one in fifty of
/// late turns would be there.
/// </summary>
/// <remarks>A histogram in steps of <see cref="Step"/>, halved every turn; what comes later than <see cref="Most"/> is not waited for.</remarks>
internal sealed class RadarLag(double period)
{
    /// <summary>A sector usually waits so long; longer, or less where the radar's clock is ahead, by multiples of it, s.</summary>
    public const double Step = 0.5;

    /// <summary>A sector waits so long at most, s.</summary>
    public const double Most = 30;

    // A radar's clock may be so far ahead, s.
    private const double Ahead = 2;
    private const double Share = 0.98;
    private const double Few = 6;
    private const double Keep = 0.5;

    // So long one that came after its sector is thought not to be the last, s.
    private const double StragglerSeconds = 120;
    private readonly double[] counts = new double[(int)((Most + Ahead) / Step)];
    private double sum;
    private double nextTurn = double.NegativeInfinity;
    private double straggler;
    private double stragglerUntil = double.NegativeInfinity;

    /// <summary>How long after the beam, by the radar's clock, a sector is worked on, s, (−2, <see cref="Most"/>].</summary>
    public double Wait { get; private set; } = Step;

    /// <summary>How much of that is more than a radar at hand needs, s.</summary>
    public double Excess => Wait - Step;

    /// <summary>Notes a plot.</summary>
    /// <param name="lag">From the beam, by the radar's clock, to us, s; what is beyond <see cref="Most"/> is not counted.</param>
    /// <param name="arrival">When it reached us, s.</param>
    public void Note(double lag, double arrival)
    {
        if (!(lag < Most))
        {
            return;
        }

        counts[Math.Max(0, (int)Math.Floor((lag + Ahead) / Step))]++;
        sum++;
        if (arrival < nextTurn)
        {
            return;
        }

        nextTurn = arrival + period;
        Wait = Quantile();
        sum *= Keep;
        foreach (ref var count in counts.AsSpan())
        {
            count *= Keep;
        }
    }

    /// <summary>Notes a plot that came when its sector had been worked on.</summary>
    public void NoteStraggler(double lag, double arrival)
    {
        if (lag >= StragglerLag(arrival))
        {
            (straggler, stragglerUntil) = (lag, arrival + StragglerSeconds);
        }
    }

    /// <summary>From the beam to us, of the slowest of those within the last two minutes, s; 0 for none.</summary>
    public double StragglerLag(double now) => now < stragglerUntil ? straggler : 0;

    /// <summary>What was counted was counted by another clock.</summary>
    public void Forget()
    {
        counts.AsSpan().Clear();
        sum = 0;
    }

    // One is none: in a quiet sea one plot is more than a fiftieth.
    private double Quantile()
    {
        var (below, bin) = (0.0, 0);
        var enough = sum < Few ? Share * sum : Math.Min(Share * sum, sum - 1);
        while (bin < counts.Length - 1 && (below += counts[bin]) < enough)
        {
            bin++;
        }

        return (bin + 1) * Step - Ahead;
    }
}
