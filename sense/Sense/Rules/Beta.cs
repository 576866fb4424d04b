namespace Fourfold.Sense.Rules;

/// <summary>The beta distribution, as far as precision needs it.</summary>
internal static class Beta
{
    private const int MostTerms = 500;
    private const double Tiny = 1e-300;

    // Lanczos, g = 7, n = 9 (Godfrey's coefficients); relative error below 1e-13.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    /// <summary>The x in 0 … 1 with I_x(a, b) = p, to 1e-12; a and b greater than 0.</summary>
    public static double Quantile(double p, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (p is <= 0 or >= 1)
            return p <= 0 ? 0 : 1;
        var (low, high) = (0.0, 1.0);
        while (high - low > 1e-13)
        {
            var middle = (low + high) / 2;
            if (Regularized(middle, a, b) < p)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction.</summary>
    /// <remarks>DLMF 8.17.22; the symmetry 8.17.4 keeps x where the fraction converges fast.</remarks>
    public static double Regularized(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
            return x <= 0 ? 0 : 1;
        if (x > (a + 1) / (a + b + 2))
            return 1 - Regularized(1 - x, b, a);
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return front / a * Fraction(x, a, b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / Away(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
                break;
        }
        return value;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double LogGamma(double z)
    {
        if (z < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * z)) - LogGamma(1 - z);
        z -= 1;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
            sum += Lanczos[i] / (z + i);
        var t = z + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((z + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
