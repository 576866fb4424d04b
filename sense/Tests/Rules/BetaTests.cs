using Fourfold.Sense.Rules;
using Xunit;

namespace Fourfold.Sense.Tests.Rules;

public sealed class BetaTests
{
    [Theory]
    // Closed forms: I_x(1, n) = 1 − (1 − x)ⁿ, I_x(n, 1) = xⁿ, I_½(a, a) = ½.
    [InlineData(0.3, 1, 1, 0.3)]
    [InlineData(0.2, 1, 5, 0.67232)]
    [InlineData(0.7, 4, 1, 0.2401)]
    [InlineData(0.5, 37, 37, 0.5)]
    // I_x(2, 3) = x²(6 − 8x + 3x²)
    [InlineData(0.4, 2, 3, 0.5248)]
    public void The_incomplete_beta_function_has_its_known_values(double x, double a, double b, double expected) =>
        Assert.Equal(expected, Beta.Regularized(x, a, b), 12);

    [Theory]
    [InlineData(0.05, 1, 1, 0.05)]
    // 1 − 0.05^(1/2): nothing refuted after one confirmed, upper and lower.
    [InlineData(0.05, 2, 1, 0.2236067977)]
    [InlineData(0.95, 1, 2, 0.7763932023)]
    [InlineData(0.5, 12, 12, 0.5)]
    public void Quantiles_are_the_inverse(double p, double a, double b, double expected) =>
        Assert.Equal(expected, Beta.Quantile(p, a, b), 9);

    [Theory]
    // 5 % and 95 % of Beta(1 + c, 1 + r), from binomial sums in exact fractions: I_x(a, b) = P(Bin(a + b − 1, x) ≥ a).
    [InlineData(0, 1, 0.025321, 0.776393)]
    [InlineData(1, 0, 0.223607, 0.974679)]
    [InlineData(3, 0, 0.472871, 0.987259)]
    [InlineData(8, 2, 0.529913, 0.921180)]
    [InlineData(37, 5, 0.770928, 0.937444)]
    [InlineData(120, 30, 0.740317, 0.847347)]
    [InlineData(2, 40, 0.019285, 0.139269)]
    public void The_interval_agrees_with_an_independent_computation(int confirmed, int refuted, double low, double high)
    {
        Assert.Equal(low, Beta.Quantile(0.05, 1 + confirmed, 1 + refuted), 6);
        Assert.Equal(high, Beta.Quantile(0.95, 1 + confirmed, 1 + refuted), 6);
    }

    [Fact]
    public void A_quantile_put_back_gives_its_probability()
    {
        var random = new Random(46);
        for (var i = 0; i < 500; i++)
        {
            var (a, b, p) = (1 + (random.NextDouble() * 400), 1 + (random.NextDouble() * 400), random.NextDouble());
            Assert.Equal(p, Beta.Regularized(Beta.Quantile(p, a, b), a, b), 9);
        }
    }

    [Fact]
    public void Eight_confirmed_and_two_refuted_are_eighty_percent_give_or_take()
    {
        var counts = new OutcomeCounts
        {
            Confirmed = 8,
            Refuted = 2,
            NotFound = 5,
        };
        var precision = PrecisionView.Of(counts, simulated: false);
        Assert.Equal(0.8, precision.Mean);
        // Beta(9, 3): 5 % and 95 % quantiles.
        Assert.InRange(precision.Low!.Value, 0.52, 0.54);
        Assert.InRange(precision.High!.Value, 0.91, 0.93);
        Assert.Null(PrecisionView.Of(new OutcomeCounts { NotFound = 3 }, false).Mean);
    }
}
