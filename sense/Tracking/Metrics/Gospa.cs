using Fourfold.Geo;

namespace Fourfold.Tracking.Metrics;

/// <summary>
/// How far a picture is from the truth: generalised optimal sub-pattern assignment with α = 2, so that it is a sum of how
/// badly vessels are located, how many are missed and how many tracks are false.
/// </summary>
/// <remarks>
/// Rahmathullah, García-Fernández and Svensson, 2017, Generalized optimal sub-pattern assignment metric, FUSION, proposition
/// 1: the p-th root of min Σ d^p + c^p/2 · (missed + false) over all ways to pair within the cut-off c. The optimum is exact.
/// An instance keeps its arrays from call to call, and is for one thread.
/// </remarks>
public sealed class Gospa
{
    private readonly PairAssignment pairing;

    /// <summary>With a cut-off and a power.</summary>
    /// <param name="cutOff">c, metres, above 0: the distance beyond which a vessel counts as missed and its track as false.</param>
    /// <param name="order">p, 1 or more: the higher, the more the worst counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not so.</exception>
    public Gospa(double cutOff = 300, double order = 2)
    {
        if (!(cutOff > 0) || !double.IsFinite(cutOff))
        {
            throw new ArgumentOutOfRangeException(nameof(cutOff), cutOff, "metres above 0");
        }

        if (!(order >= 1) || !double.IsFinite(Math.Pow(cutOff, order)))
        {
            throw new ArgumentOutOfRangeException(nameof(order), order, "1 or more");
        }

        (CutOff, Order) = (cutOff, order);
        pairing = new PairAssignment(cutOff, order);
    }

    /// <summary>c, metres.</summary>
    public double CutOff { get; }

    /// <summary>p.</summary>
    public double Order { get; }

    /// <summary>Scores the tracks of one time.</summary>
    /// <param name="truths">Where vessels are, metres; one that is not finite counts as missed.</param>
    /// <param name="tracks">Where tracks say they are, metres in the same plane; one that is not finite counts as false.</param>
    /// <param name="mayBeMissed">
    /// For each truth, whether no sensor could see it: it is neither missed, nor is its track false or located well or badly.
    /// Empty when all could be seen.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="mayBeMissed"/> has another length than the truths.</exception>
    public GospaScore Score(
        ReadOnlySpan<LocalPoint> truths,
        ReadOnlySpan<LocalPoint> tracks,
        ReadOnlySpan<bool> mayBeMissed = default
    )
    {
        if (!mayBeMissed.IsEmpty && mayBeMissed.Length != truths.Length)
        {
            throw new ArgumentException("one for each truth, or none", nameof(mayBeMissed));
        }

        var (localisation, located, missed, spare) = (0.0, 0, 0, tracks.Length);
        var trackOf = pairing.Solve(truths, tracks);
        for (var i = 0; i < truths.Length; i++)
        {
            var track = trackOf[i];
            spare -= track >= 0 ? 1 : 0;
            if (!mayBeMissed.IsEmpty && mayBeMissed[i])
            {
                continue;
            }

            located += track >= 0 ? 1 : 0;
            missed += track < 0 ? 1 : 0;
            localisation += track < 0 ? 0 : Math.Pow((tracks[track] - truths[i]).Length, Order);
        }

        return new GospaScore(localisation, located, missed, spare, Math.Pow(CutOff, Order) / 2, Order);
    }
}

/// <summary>The parts of a <see cref="Gospa"/> score, which add up.</summary>
/// <param name="Localisation">Σ d^p over the pairs, metres^p.</param>
/// <param name="Located">How many pairs.</param>
/// <param name="Missed">Truths without a track.</param>
/// <param name="False">Tracks without a truth.</param>
/// <param name="CostOfOne">What one missed or one false costs: c^p/2, metres^p.</param>
/// <param name="Order">p.</param>
public readonly record struct GospaScore(
    double Localisation,
    int Located,
    int Missed,
    int False,
    double CostOfOne,
    double Order
)
{
    /// <summary>All parts together, metres^p; the mean of it over several times is what may be averaged.</summary>
    public double Cost => Localisation + CostOfOne * (Missed + False);

    /// <summary>The distance, metres.</summary>
    public double Value => Math.Pow(Cost, 1 / Order);
}
