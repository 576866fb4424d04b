using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fourfold.Tracking.Fusion;

/// <summary>
/// Gaussian belief of a position and a velocity on the tracker's plane: mean [x, y, u, v] (metres east and north, metres a
/// second) and the upper half of its 4 × 4 covariance.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Kinematics
{
    public double X;
    public double Y;
    public double U;
    public double V;
    public double Xx;
    public double Xy;
    public double Xu;
    public double Xv;
    public double Yy;
    public double Yu;
    public double Yv;
    public double Uu;
    public double Uv;
    public double Vv;

    /// <summary>x, y, u, v at once.</summary>
    public Vector256<double> Mean
    {
        readonly get => Unsafe.As<double, Vector256<double>>(ref Unsafe.AsRef(in X));
        set => Unsafe.As<double, Vector256<double>>(ref X) = value;
    }

    /// <summary>xx, xy, xu, xv at once.</summary>
    public Vector256<double> FirstRow
    {
        readonly get => Unsafe.As<double, Vector256<double>>(ref Unsafe.AsRef(in Xx));
        set => Unsafe.As<double, Vector256<double>>(ref Xx) = value;
    }

    /// <summary>yy, yu, yv and uu at once.</summary>
    public Vector256<double> SecondRow
    {
        readonly get => Unsafe.As<double, Vector256<double>>(ref Unsafe.AsRef(in Yy));
        set => Unsafe.As<double, Vector256<double>>(ref Yy) = value;
    }

    /// <summary>uv and vv at once.</summary>
    public Vector128<double> LastRow
    {
        readonly get => Unsafe.As<double, Vector128<double>>(ref Unsafe.AsRef(in Uv));
        set => Unsafe.As<double, Vector128<double>>(ref Uv) = value;
    }

    /// <summary>A belief with independent axes.</summary>
    public static Kinematics At(double x, double y, in Spread position, double u, double v, double velocityVariance) =>
        new()
        {
            X = x,
            Y = y,
            U = u,
            V = v,
            Xx = position.Xx,
            Xy = position.Xy,
            Yy = position.Yy,
            Uu = velocityVariance,
            Vv = velocityVariance,
        };

    /// <summary>Its covariance on axes turned by an angle whose sine and cosine are given: east is x·cos + y·sin.</summary>
    public readonly Covariance Turned(double sin, double cos)
    {
        var place = Turn(Xx, Xy, Xy, Yy, sin, cos);
        var cross = Turn(Xu, Xv, Yu, Yv, sin, cos);
        var velocity = Turn(Uu, Uv, Uv, Vv, sin, cos);
        return new Covariance(
            place.Xx,
            place.Xy,
            place.Yy,
            cross.Xx,
            cross.Xy,
            cross.Yx,
            cross.Yy,
            velocity.Xx,
            velocity.Xy,
            velocity.Yy
        );
    }

    private static (float Xx, float Xy, float Yx, float Yy) Turn(
        double xx,
        double xy,
        double yx,
        double yy,
        double sin,
        double cos
    ) =>
        (
            (float)(cos * cos * xx + sin * cos * (xy + yx) + sin * sin * yy),
            (float)(cos * cos * xy + sin * cos * (yy - xx) - sin * sin * yx),
            (float)(cos * cos * yx + sin * cos * (yy - xx) - sin * sin * xy),
            (float)(cos * cos * yy - sin * cos * (xy + yx) + sin * sin * xx)
        );

    /// <summary>
    /// Lets time pass at constant velocity with white noise of acceleration (Bar-Shalom, Li, Kirubarajan, <i>Estimation
    /// with Applications to Tracking and Navigation</i>, 2001, §6.2.2).
    /// </summary>
    /// <param name="dt">Seconds, 0 or more.</param>
    /// <param name="q">Noise density of acceleration, m²/s³.</param>
    public void Predict(double dt, double q)
    {
        var half = 0.5 * q * dt * dt;
        var third = q * dt * dt * dt / 3;
        X += dt * U;
        Y += dt * V;
        Xx += dt * (2 * Xu + dt * Uu) + third;
        Xy += dt * (Xv + Yu + dt * Uv);
        Yy += dt * (2 * Yv + dt * Vv) + third;
        Xu += dt * Uu + half;
        Xv += dt * Uv;
        Yu += dt * Uv;
        Yv += dt * Vv + half;
        Uu += q * dt;
        Vv += q * dt;
    }

    /// <summary>Where it was <paramref name="ago"/> seconds before (0 or less is the time of the belief itself), and how sure that is.</summary>
    public readonly Place PlaceAt(double ago, double q)
    {
        var d = -ago;
        var third = q * ago * ago * ago / 3;
        return new Place(
            X + d * U,
            Y + d * V,
            new Spread(
                Xx + d * (2 * Xu + d * Uu) + third,
                Xy + d * (Xv + Yu + d * Uv),
                Yy + d * (2 * Yv + d * Vv) + third
            )
        );
    }

    /// <summary>
    /// Corrects with a position measured <paramref name="ago"/> seconds before the time of the belief. For a measurement
    /// out of sequence the state is carried back without its noise (the one-step solution "C" of Bar-Shalom, 2002, IEEE
    /// Trans. AES 38(3)), good for seconds.
    /// </summary>
    /// <param name="ago">Seconds, 0 or more.</param>
    /// <param name="innovation">Measured less expected; with several, their weighted sum.</param>
    /// <param name="expected">The spread of the innovation, measurement included.</param>
    /// <param name="certainty">Share of the gain in certainty that is earned: 1 for a sure association.</param>
    /// <param name="disagreement">Spread of the several innovations around their weighted sum.</param>
    public void CorrectPosition(
        double ago,
        (double X, double Y) innovation,
        in Spread expected,
        double certainty,
        in Spread disagreement
    )
    {
        var d = -ago;
        var inverse = expected.Inverse();
        double cxx = Xx + d * Xu,
            cyx = Xy + d * Yu,
            cux = Xu + d * Uu,
            cvx = Xv + d * Uv;
        double cxy = Xy + d * Xv,
            cyy = Yy + d * Yv,
            cuy = Yu + d * Uv,
            cvy = Yv + d * Vv;
        double kxx = cxx * inverse.Xx + cxy * inverse.Xy,
            kxy = cxx * inverse.Xy + cxy * inverse.Yy;
        double kyx = cyx * inverse.Xx + cyy * inverse.Xy,
            kyy = cyx * inverse.Xy + cyy * inverse.Yy;
        double kux = cux * inverse.Xx + cuy * inverse.Xy,
            kuy = cux * inverse.Xy + cuy * inverse.Yy;
        double kvx = cvx * inverse.Xx + cvy * inverse.Xy,
            kvy = cvx * inverse.Xy + cvy * inverse.Yy;
        var (ix, iy) = innovation;
        X += kxx * ix + kxy * iy;
        Y += kyx * ix + kyy * iy;
        U += kux * ix + kuy * iy;
        V += kvx * ix + kvy * iy;
        // P − c·K·S·Kᵀ + K·D·Kᵀ, with K·S the cross covariance.
        var m = new Spread(
            disagreement.Xx - certainty * expected.Xx,
            disagreement.Xy - certainty * expected.Xy,
            disagreement.Yy - certainty * expected.Yy
        );
        double mxx = m.Xx * kxx + m.Xy * kxy,
            mxy = m.Xy * kxx + m.Yy * kxy;
        double myx = m.Xx * kyx + m.Xy * kyy,
            myy = m.Xy * kyx + m.Yy * kyy;
        double mux = m.Xx * kux + m.Xy * kuy,
            muy = m.Xy * kux + m.Yy * kuy;
        double mvx = m.Xx * kvx + m.Xy * kvy,
            mvy = m.Xy * kvx + m.Yy * kvy;
        Xx += kxx * mxx + kxy * mxy;
        Xy += kxx * myx + kxy * myy;
        Xu += kxx * mux + kxy * muy;
        Xv += kxx * mvx + kxy * mvy;
        Yy += kyx * myx + kyy * myy;
        Yu += kyx * mux + kyy * muy;
        Yv += kyx * mvx + kyy * mvy;
        Uu += kux * mux + kuy * muy;
        Uv += kux * mvx + kuy * mvy;
        Vv += kvx * mvx + kvy * mvy;
    }

    /// <summary>
    /// Density of another belief of the same moment, were both of one thing and independent: the Gaussian of the difference
    /// with the sum of both covariances (by Cholesky), 1/(m²·(m/s)²).
    /// </summary>
    public readonly double DensityOf(in Kinematics other)
    {
        Span<double> l =
        [
            Xx + other.Xx,
            Xy + other.Xy,
            Yy + other.Yy,
            Xu + other.Xu,
            Yu + other.Yu,
            Uu + other.Uu,
            Xv + other.Xv,
            Yv + other.Yv,
            Uv + other.Uv,
            Vv + other.Vv,
        ];
        Span<double> z = [other.X - X, other.Y - Y, other.U - U, other.V - V];
        var (distance2, root) = (0.0, 1.0);
        for (var i = 0; i < 4; i++)
        {
            var row = i * (i + 1) / 2;
            for (var j = 0; j <= i; j++)
            {
                var sum = l[row + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= l[row + k] * l[j * (j + 1) / 2 + k];
                }

                l[row + j] = j < i ? sum / l[j * (j + 1) / 2 + j] : Math.Sqrt(Math.Max(sum, 1e-9));
            }

            var rest = z[i];
            for (var k = 0; k < i; k++)
            {
                rest -= l[row + k] * z[k];
            }

            z[i] = rest / l[row + i];
            distance2 += z[i] * z[i];
            root *= l[row + i];
        }

        return Math.Exp(-0.5 * distance2) / (Math.Tau * Math.Tau * root);
    }

    /// <summary>Corrects with a measured velocity, m/s, of equal variance on both axes.</summary>
    public void CorrectVelocity(double u, double v, double variance)
    {
        var inverse = new Spread(Uu + variance, Uv, Vv + variance).Inverse();
        double ix = u - U,
            iy = v - V;
        double kxx = Xu * inverse.Xx + Xv * inverse.Xy,
            kxy = Xu * inverse.Xy + Xv * inverse.Yy;
        double kyx = Yu * inverse.Xx + Yv * inverse.Xy,
            kyy = Yu * inverse.Xy + Yv * inverse.Yy;
        double kux = Uu * inverse.Xx + Uv * inverse.Xy,
            kuy = Uu * inverse.Xy + Uv * inverse.Yy;
        double kvx = Uv * inverse.Xx + Vv * inverse.Xy,
            kvy = Uv * inverse.Xy + Vv * inverse.Yy;
        X += kxx * ix + kxy * iy;
        Y += kyx * ix + kyy * iy;
        U += kux * ix + kuy * iy;
        V += kvx * ix + kvy * iy;
        double xu = Xu,
            xv = Xv,
            yu = Yu,
            yv = Yv,
            uu = Uu,
            uv = Uv,
            vv = Vv;
        Xx -= kxx * xu + kxy * xv;
        Xy -= kxx * yu + kxy * yv;
        Yy -= kyx * yu + kyy * yv;
        Xu -= kxx * uu + kxy * uv;
        Xv -= kxx * uv + kxy * vv;
        Yu -= kyx * uu + kyy * uv;
        Yv -= kyx * uv + kyy * vv;
        Uu -= kux * uu + kuy * uv;
        Uv -= kux * uv + kuy * vv;
        Vv -= kvx * uv + kvy * vv;
    }
}

/// <summary>A position on the plane and how sure it is, metres and square metres.</summary>
internal readonly record struct Place(double X, double Y, Spread Spread);

/// <summary>A symmetric 2 × 2 matrix: a covariance on the plane, m².</summary>
internal readonly record struct Spread(double Xx, double Xy, double Yy)
{
    public double Determinant => Xx * Yy - Xy * Xy;

    public static Spread operator +(in Spread a, in Spread b) => new(a.Xx + b.Xx, a.Xy + b.Xy, a.Yy + b.Yy);

    public static Spread operator *(in Spread a, double factor) => new(a.Xx * factor, a.Xy * factor, a.Yy * factor);

    /// <summary>The square of a vector: what is off along it by one deviation of its length.</summary>
    public static Spread Along(double x, double y) => new(x * x, x * y, y * y);

    public static Spread Round(double variance) => new(variance, 0, variance);

    public Spread Inverse()
    {
        var one = 1 / Determinant;
        return new Spread(Yy * one, -Xy * one, Xx * one);
    }

    /// <summary>Density of the Gaussian at a displacement from its middle, 1/m².</summary>
    public double DensityAt(double x, double y) =>
        Math.Exp(-0.5 * Distance2(x, y)) / (Math.Tau * Math.Sqrt(Determinant));

    /// <summary>Squared Mahalanobis distance of a displacement.</summary>
    public double Distance2(double x, double y) => (Yy * x * x - 2 * Xy * x * y + Xx * y * y) / Determinant;
}
