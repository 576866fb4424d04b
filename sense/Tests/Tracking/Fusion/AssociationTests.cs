using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>Marginals and the best way, against all ways written out.</summary>
public sealed class AssociationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Small_components_are_solved_exactly(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var (association, weights, none) = Some(random, tracks: 4, plots: 4, density: 0.6);
            association.Solve();
            var (marginals, misses, best) = AllWays(weights, none);
            for (var i = 0; i < 4; i++)
            {
                Assert.Equal(misses[i], association.Miss[i], 1e-9);
                Assert.Equal(best[i], association.Best[i] < 0 ? -1 : association.Plot[association.Best[i]]);
                for (var p = association.FirstOf(i); p < association.FirstOf(i + 1); p++)
                {
                    Assert.Equal(marginals[i, association.Plot[p]], association.Probability[p], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Large_components_are_solved_nearly()
    {
        var (association, weights, none) = Some(new Random(11), tracks: 7, plots: 7, density: 1);
        association.Solve();
        var (marginals, misses, _) = AllWays(weights, none);
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(misses[i], association.Miss[i], 0.05);
            var sum = association.Miss[i];
            for (var p = association.FirstOf(i); p < association.FirstOf(i + 1); p++)
            {
                sum += association.Probability[p];
                Assert.Equal(marginals[i, association.Plot[p]], association.Probability[p], 0.05);
            }

            Assert.Equal(1, sum, 1e-9);
        }

        var taken = Enumerable.Range(0, 7).Select(i => association.Best[i]).Where(p => p >= 0);
        Assert.Distinct(taken.Select(p => association.Plot[p]));
    }

    [Fact]
    public void Who_shares_nothing_has_no_rivals()
    {
        var association = new Association();
        association.Begin(3, 2);
        association.AddTrack(0, 0.1);
        association.AddPair(0, 0, 5);
        association.AddTrack(1, 0.1);
        association.AddPair(1, 0, 5);
        association.AddPair(1, 1, 1);
        association.AddTrack(2, 0.1);
        association.Solve();
        Assert.Equal([2, 2, 1], association.Rivals[..3]);
        Assert.Equal((1, -1), (association.Miss[2], association.Best[2]));
    }

    private static (Association, double[,], double[]) Some(Random random, int tracks, int plots, double density)
    {
        var (weights, none) = (new double[tracks, plots], new double[tracks]);
        var association = new Association();
        association.Begin(tracks, plots);
        for (var i = 0; i < tracks; i++)
        {
            none[i] = 0.05 + random.NextDouble();
            association.AddTrack(i, none[i]);
            for (var j = 0; j < plots; j++)
            {
                if (random.NextDouble() < density)
                {
                    weights[i, j] = Math.Exp(4 * random.NextDouble() - 2);
                    association.AddPair(i, j, weights[i, j]);
                }
            }
        }

        return (association, weights, none);
    }

    private static (double[,] Marginals, double[] Misses, int[] Best) AllWays(double[,] weights, double[] none)
    {
        var (tracks, plots) = (weights.GetLength(0), weights.GetLength(1));
        var (marginals, misses, best) = (new double[tracks, plots], new double[tracks], new int[tracks]);
        var (choice, total, most) = (new int[tracks], 0.0, -1.0);
        void Walk(int track, double weight, int taken)
        {
            if (track == tracks)
            {
                total += weight;
                for (var i = 0; i < tracks; i++)
                {
                    if (choice[i] < 0)
                    {
                        misses[i] += weight;
                    }
                    else
                    {
                        marginals[i, choice[i]] += weight;
                    }
                }

                if (weight > most)
                {
                    most = weight;
                    choice.CopyTo(best, 0);
                }

                return;
            }

            choice[track] = -1;
            Walk(track + 1, weight * none[track], taken);
            for (var j = 0; j < plots; j++)
            {
                if (weights[track, j] > 0 && (taken & (1 << j)) == 0)
                {
                    choice[track] = j;
                    Walk(track + 1, weight * weights[track, j], taken | (1 << j));
                }
            }
        }

        Walk(0, 1, 0);
        for (var i = 0; i < tracks; i++)
        {
            misses[i] /= total;
            for (var j = 0; j < plots; j++)
            {
                marginals[i, j] /= total;
            }
        }

        return (marginals, misses, best);
    }
}
