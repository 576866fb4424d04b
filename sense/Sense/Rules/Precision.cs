namespace Fourfold.Sense.Rules;

/// <summary>How often a rule was right: confirmed ÷ (confirmed + refuted), with the 90 % interval of Beta(1 + c, 1 + r).</summary>
/// <remarks>Not found and undetermined are neither for nor against, and stand beside it.</remarks>
internal sealed record PrecisionView
{
    private const double Tail = 0.05;

    public required int Confirmed { get; init; }
    public required int Refuted { get; init; }
    public required int NotFound { get; init; }
    public required int Undetermined { get; init; }

    /// <summary>0 … 1; null before the first outcome.</summary>
    public required double? Mean { get; init; }

    /// <summary>5 % quantile; null before the first outcome.</summary>
    public required double? Low { get; init; }

    /// <summary>95 % quantile; null before the first outcome.</summary>
    public required double? High { get; init; }

    /// <summary>Counted from simulated alerts only, which are never mixed with real ones.</summary>
    public required bool Simulated { get; init; }

    public static PrecisionView Of(OutcomeCounts counts, bool simulated)
    {
        var (confirmed, refuted) = (counts.Confirmed, counts.Refuted);
        var known = confirmed + refuted > 0;
        return new PrecisionView
        {
            Confirmed = confirmed,
            Refuted = refuted,
            NotFound = counts.NotFound,
            Undetermined = counts.Undetermined,
            Mean = known ? Round((double)confirmed / (confirmed + refuted)) : null,
            Low = known ? Round(Beta.Quantile(Tail, 1 + confirmed, 1 + refuted)) : null,
            High = known ? Round(Beta.Quantile(1 - Tail, 1 + confirmed, 1 + refuted)) : null,
            Simulated = simulated,
        };
    }

    private static double Round(double value) => Math.Round(value, 4);
}
