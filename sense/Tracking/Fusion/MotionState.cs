using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Fourfold.Tracking.Fusion;

/// <summary>
/// What is believed of a thing's motion: three models that interact (quiet, brisk, hard turn), each with a belief of its own
/// and a probability (Blom and Bar-Shalom, 1988, IEEE Trans. AC 33(8)).
/// </summary>
internal struct MotionState
{
    public const int Models = 3;

    /// <summary>Noise density of acceleration of each model, m²/s³; of the hard turn it is the most.</summary>
    private static readonly double[] Noise = [0.001, 0.05, 7];

    /// <summary>Noise density of the hard turn of a thing in company and at rest, m²/s³.</summary>
    private const double HardAtRest = 0.1;

    /// <summary>
    /// The same for each squared m/s of its speed: who turns at ω is pulled aside with v·ω, and for τ, so that the density is
    /// some (v·ω)²·τ; with 2.5°/s for 10 s ω²·τ is 0.02 s⁻¹.
    /// </summary>
    private const double HardAtSpeed = 0.02;

    /// <summary>How long a thing keeps to each model, s.</summary>
    private static readonly double[] Stay = [120, 40, 10];

    private const double MostLeave = 0.6;

    /// <summary>Of those that leave a model, the share that goes to each: who is quiet seldom turns hard at once.</summary>
    private static readonly double[][] Leave =
    [
        [0, 0.9, 0.1],
        [0.5, 0, 0.5],
        [0.5, 0.5, 0],
    ];

    [InlineArray(Models)]
    public struct Beliefs
    {
        private Kinematics first;
    }

    [InlineArray(Models)]
    public struct Shares
    {
        private double first;
    }

    /// <summary>Of each model, at <see cref="Time"/>.</summary>
    public Beliefs Belief;

    /// <summary>Probability of each model; they sum to 1.</summary>
    public Shares Share;

    /// <summary>Seconds since the tracker's beginning of time.</summary>
    public double Time;

    /// <summary>
    /// Whether its plots may be another's: then it is thought to turn as hard as its speed allows and no harder, for else it
    /// could always have gone on as the other. Who is alone may also start with all its engine has.
    /// </summary>
    public bool IsInCompany;

    public static double NoiseOf(int model) => Noise[model];

    public static MotionState Of(in Kinematics belief, double time)
    {
        var state = new MotionState { Time = time };
        for (var m = 0; m < Models; m++)
        {
            state.Belief[m] = belief;
        }

        (state.Share[0], state.Share[1], state.Share[2]) = (0.6, 0.3, 0.1);
        return state;
    }

    /// <summary>
    /// A thing seen once: most are slow, and the few that are not turn hard. In company it is rather as slow as those around
    /// it, for else its next plot could be any of theirs.
    /// </summary>
    public static MotionState Newborn(in Kinematics belief, double time, bool isInCompany)
    {
        var state = Of(belief, time);
        var variance = isInCompany ? CompanyVelocityVariance : NewbornVelocityVariance;
        for (var m = 0; m < Models; m++)
        {
            state.Belief[m].Uu = state.Belief[m].Vv = variance[m];
        }

        return state;
    }

    private static readonly double[] NewbornVelocityVariance = [25, 60, 250];
    private static readonly double[] CompanyVelocityVariance = [6, 20, 250];

    /// <summary>Goes on to a later time; an earlier one changes nothing.</summary>
    public void Predict(double time)
    {
        if (time > Time)
        {
            var old = this;
            PredictFrom(old, time);
        }
    }

    /// <summary>Becomes what another is at a later time; at an earlier one, what it is.</summary>
    public void PredictFrom(in MotionState old, double time)
    {
        var dt = time - old.Time;
        if (dt <= 0)
        {
            this = old;
            return;
        }

        Mix(old, dt);
        IsInCompany = old.IsInCompany;
        for (var m = 0; m < Models; m++)
        {
            Belief[m].Predict(dt, m == Models - 1 && IsInCompany ? HardNoiseOf(Belief[m]) : Noise[m]);
        }

        Time = time;
    }

    /// <summary>
    /// Noise density of the hard turn of one in company, 0.1 to 7 m²/s³: by the mean of the squared speed, doubt included.
    /// </summary>
    private static double HardNoiseOf(in Kinematics belief)
    {
        var speed2 = belief.U * belief.U + belief.V * belief.V + belief.Uu + belief.Vv;
        return Math.Min(Noise[Models - 1], HardAtRest + HardAtSpeed * speed2);
    }

    private void Mix(in MotionState old, double dt)
    {
        for (var to = 0; to < Models; to++)
        {
            double sum = 0;
            Shares weight = default;
            for (var from = 0; from < Models; from++)
            {
                var leave = Math.Min(MostLeave, dt / Stay[from]);
                weight[from] = old.Share[from] * (from == to ? 1 - leave : leave * Leave[from][to]);
                sum += weight[from];
            }

            Share[to] = sum;
            for (var from = 0; from < Models; from++)
            {
                weight[from] /= sum;
            }

            Combine(old.Belief, weight, out Belief[to]);
        }
    }

    /// <summary>One Gaussian with the mean and the covariance of the mixture.</summary>
    public readonly Kinematics Combined()
    {
        Combine(Belief, Share, out var combined);
        return combined;
    }

    /// <summary>The mean of the mixture alone; its covariance is left 0.</summary>
    public readonly Kinematics Mean() => MeanOf(Belief, Share);

    private static Kinematics MeanOf(in Beliefs beliefs, in Shares shares)
    {
        Kinematics sum = default;
        sum.Mean = MeanVector(beliefs, shares);
        return sum;
    }

    private static Vector256<double> MeanVector(in Beliefs beliefs, in Shares shares)
    {
        var mean = Vector256<double>.Zero;
        for (var m = 0; m < Models; m++)
        {
            mean += Vector256.Create(shares[m]) * beliefs[m].Mean;
        }

        return mean;
    }

    // Four numbers at a time: this is where most of a radar's time would go.
    private static void Combine(in Beliefs beliefs, in Shares shares, out Kinematics combined)
    {
        var mean = MeanVector(beliefs, shares);
        var (first, second) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var third = Vector128<double>.Zero;
        for (var m = 0; m < Models; m++)
        {
            ref readonly var b = ref beliefs[m];
            var w = Vector256.Create(shares[m]);
            var d = b.Mean - mean;
            var (yyyu, yuvu) = (
                Vector256.Shuffle(d, Vector256.Create(1L, 1, 1, 2)),
                Vector256.Shuffle(d, Vector256.Create(1L, 2, 3, 2))
            );
            var upper = d.GetUpper();
            first += w * (b.FirstRow + Vector256.Create(d[0]) * d);
            second += w * (b.SecondRow + yyyu * yuvu);
            third += w.GetLower() * (b.LastRow + upper * Vector128.Create(upper[1]));
        }

        Unsafe.SkipInit(out combined);
        (combined.Mean, combined.FirstRow, combined.SecondRow, combined.LastRow) = (mean, first, second, third);
    }

    /// <summary>Weighs the models by how well each foretold what was measured.</summary>
    public void Reweigh(in Shares likelihood)
    {
        double sum = 0;
        for (var m = 0; m < Models; m++)
        {
            sum += Share[m] *= likelihood[m] + 1e-12;
        }

        for (var m = 0; m < Models; m++)
        {
            Share[m] /= sum;
        }
    }

    /// <summary>
    /// Corrects every model with one position, measured at <paramref name="time"/> (an earlier one than
    /// <see cref="Time"/> is carried back), and weighs them.
    /// </summary>
    public void CorrectPosition(double x, double y, in Spread spread, double time)
    {
        Predict(time);
        var ago = Math.Max(0, Time - time);
        Shares likelihood = default;
        for (var m = 0; m < Models; m++)
        {
            var place = Belief[m].PlaceAt(ago, Noise[m]);
            var expected = place.Spread + spread;
            var innovation = (x - place.X, y - place.Y);
            likelihood[m] = expected.DensityAt(innovation.Item1, innovation.Item2);
            Belief[m].CorrectPosition(ago, innovation, expected, certainty: 1, default);
        }

        Scale(ref likelihood);
        Reweigh(likelihood);
    }

    /// <summary>Corrects every model with a measured velocity, m/s, and weighs them.</summary>
    public void CorrectVelocity(double u, double v, double variance)
    {
        Shares likelihood = default;
        for (var m = 0; m < Models; m++)
        {
            ref var belief = ref Belief[m];
            var expected = new Spread(belief.Uu, belief.Uv, belief.Vv) + Spread.Round(variance);
            likelihood[m] = expected.DensityAt(u - belief.U, v - belief.V);
            belief.CorrectVelocity(u, v, variance);
        }

        Scale(ref likelihood);
        Reweigh(likelihood);
    }

    // Only ratios count, and a far outlier must not make them all zero.
    private static void Scale(ref Shares likelihood)
    {
        var most = Math.Max(likelihood[0], Math.Max(likelihood[1], likelihood[2]));
        for (var m = 0; m < Models; m++)
        {
            likelihood[m] = most > 0 ? likelihood[m] / most : 1;
        }
    }
}
