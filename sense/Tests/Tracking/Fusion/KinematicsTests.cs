using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>The written-out algebra against the textbook's matrices.</summary>
public sealed class KinematicsTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(1, 2.5, 0)]
    [InlineData(2, 0, 0.7)]
    [InlineData(3, 10, 1.3)]
    public void A_prediction_and_a_correction_are_those_of_the_matrices(int seed, double dt, double ago)
    {
        var random = new Random(seed);
        var (belief, mean, covariance) = Some(random);
        belief.Predict(dt, 0.3);
        Predict(ref mean, ref covariance, dt, 0.3);
        AssertSame(mean, covariance, belief);

        var spread = new Spread(120, 30, 400);
        var place = belief.PlaceAt(ago, 0);
        var innovation = (X: 25.0, Y: -40.0);
        belief.CorrectPosition(ago, innovation, place.Spread + spread, 1, default);
        double[,] look =
        {
            { 1, 0, -ago, 0 },
            { 0, 1, 0, -ago },
        };
        double[,] noise =
        {
            { spread.Xx, spread.Xy },
            { spread.Xy, spread.Yy },
        };
        Correct(ref mean, ref covariance, look, noise, [innovation.X, innovation.Y]);
        AssertSame(mean, covariance, belief);
    }

    [Fact]
    public void A_measured_velocity_corrects_as_the_matrices_do()
    {
        var (belief, mean, covariance) = Some(new Random(7));
        belief.CorrectVelocity(3, -2, 0.25);
        double[,] look =
        {
            { 0, 0, 1, 0 },
            { 0, 0, 0, 1 },
        };
        double[,] noise =
        {
            { 0.25, 0 },
            { 0, 0.25 },
        };
        Correct(ref mean, ref covariance, look, noise, [3 - mean[2], -2 - mean[3]]);
        AssertSame(mean, covariance, belief);
    }

    [Fact]
    public void A_place_in_the_past_is_where_the_belief_came_from()
    {
        var (belief, _, _) = Some(new Random(3));
        var before = belief.PlaceAt(0, 0);
        belief.Predict(4, 0);
        var after = belief.PlaceAt(4, 0);
        Assert.Equal(before.X, after.X, Tolerance);
        Assert.Equal(before.Y, after.Y, Tolerance);
        Assert.Equal(before.Spread.Xx, after.Spread.Xx, 1e-6);
        Assert.Equal(before.Spread.Yy, after.Spread.Yy, 1e-6);
    }

    private static (Kinematics, double[], double[,]) Some(Random random)
    {
        var root = new double[4, 4];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                root[i, j] = random.NextDouble() * (i < 2 ? 20 : 2) - (i < 2 ? 10 : 1);
            }
        }

        var p = Times(root, Turned(root));
        double[] mean = [random.Next(-900, 900), random.Next(-900, 900), 5, -3];
        var belief = new Kinematics
        {
            X = mean[0],
            Y = mean[1],
            U = mean[2],
            V = mean[3],
            Xx = p[0, 0],
            Xy = p[0, 1],
            Xu = p[0, 2],
            Xv = p[0, 3],
            Yy = p[1, 1],
            Yu = p[1, 2],
            Yv = p[1, 3],
            Uu = p[2, 2],
            Uv = p[2, 3],
            Vv = p[3, 3],
        };
        return (belief, mean, p);
    }

    private static void Predict(ref double[] mean, ref double[,] p, double dt, double q)
    {
        double[,] f =
        {
            { 1, 0, dt, 0 },
            { 0, 1, 0, dt },
            { 0, 0, 1, 0 },
            { 0, 0, 0, 1 },
        };
        mean = [mean[0] + dt * mean[2], mean[1] + dt * mean[3], mean[2], mean[3]];
        p = Times(Times(f, p), Turned(f));
        for (var axis = 0; axis < 2; axis++)
        {
            p[axis, axis] += q * dt * dt * dt / 3;
            p[axis, axis + 2] += q * dt * dt / 2;
            p[axis + 2, axis] += q * dt * dt / 2;
            p[axis + 2, axis + 2] += q * dt;
        }
    }

    private static void Correct(
        ref double[] mean,
        ref double[,] p,
        double[,] look,
        double[,] noise,
        double[] innovation
    )
    {
        var cross = Times(p, Turned(look));
        var s = Times(look, cross);
        var (a, b, d) = (s[0, 0] + noise[0, 0], s[0, 1] + noise[0, 1], s[1, 1] + noise[1, 1]);
        var det = a * d - b * b;
        double[,] inverse =
        {
            { d / det, -b / det },
            { -b / det, a / det },
        };
        var gain = Times(cross, inverse);
        var less = Times(gain, Turned(cross));
        var next = new double[4];
        for (var i = 0; i < 4; i++)
        {
            next[i] = mean[i] + gain[i, 0] * innovation[0] + gain[i, 1] * innovation[1];
            for (var j = 0; j < 4; j++)
            {
                p[i, j] -= less[i, j];
            }
        }

        mean = next;
    }

    private static double[,] Times(double[,] a, double[,] b)
    {
        var product = new double[a.GetLength(0), b.GetLength(1)];
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < b.GetLength(1); j++)
            {
                for (var k = 0; k < b.GetLength(0); k++)
                {
                    product[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        return product;
    }

    private static double[,] Turned(double[,] a)
    {
        var turned = new double[a.GetLength(1), a.GetLength(0)];
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < a.GetLength(1); j++)
            {
                turned[j, i] = a[i, j];
            }
        }

        return turned;
    }

    private static void AssertSame(double[] mean, double[,] p, in Kinematics belief)
    {
        double[] found =
        [
            belief.X,
            belief.Y,
            belief.U,
            belief.V,
            belief.Xx,
            belief.Xy,
            belief.Xu,
            belief.Xv,
            belief.Yy,
            belief.Yu,
            belief.Yv,
            belief.Uu,
            belief.Uv,
            belief.Vv,
        ];
        double[] wanted =
        [
            .. mean,
            p[0, 0],
            p[0, 1],
            p[0, 2],
            p[0, 3],
            p[1, 1],
            p[1, 2],
            p[1, 3],
            p[2, 2],
            p[2, 3],
            p[3, 3],
        ];
        for (var i = 0; i < wanted.Length; i++)
        {
            Assert.Equal(wanted[i], found[i], Math.Max(1, Math.Abs(wanted[i])) * Tolerance);
        }
    }
}
