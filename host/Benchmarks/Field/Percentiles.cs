namespace Fourfold.Benchmarks.Field;

/// <summary>Nearest rank, of few values.</summary>
internal static class Percentiles
{
    public static double At(IReadOnlyCollection<double> of, double share) =>
        of.Count == 0 ? double.NaN : of.Order().ElementAt((int)Math.Ceiling(share * of.Count) - 1);
}
