namespace Fourfold.Geo;

/// <summary>Geodesics on the ellipsoid.</summary>
/// <remarks>
/// T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with application of nested equations",
/// Survey Review 23 (176), 1975. The inverse does not converge near the antipode; there the great circle of the mean
/// sphere answers, good to 0.6 % and of no use at sea.
/// </remarks>
internal static class Geodesic
{
    private const int Rounds = 24;
    private const double Enough = 1e-12;

    public static (double Metres, double Bearing) Inverse(Position from, Position to)
    {
        if (from == to)
        {
            return (0, 0);
        }

        var (sinU1, cosU1) = Reduced(from.Latitude);
        var (sinU2, cosU2) = Reduced(to.Latitude);
        var l = Angle.Difference(from.Longitude, to.Longitude);
        var lambda = l;
        for (var round = 0; round < Rounds; round++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var east = cosU2 * sinLambda;
            var north = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda;
            var sinSigma = Math.Sqrt(east * east + north * north);
            if (sinSigma < 1e-15)
            {
                break;
            }

            var cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cos2Alpha = 1 - sinAlpha * sinAlpha;
            // Along the equator both terms vanish.
            var cos2M = cos2Alpha < 1e-15 ? 0 : cosSigma - 2 * sinU1 * sinU2 / cos2Alpha;
            var next = l + LongitudeCorrection(sigma, sinSigma, cosSigma, sinAlpha, cos2Alpha, cos2M);
            if (Math.Abs(next - lambda) < Enough)
            {
                var (scale, b) = Series(cos2Alpha);
                var metres = scale * (sigma - SigmaCorrection(b, sinSigma, cosSigma, cos2M));
                return (metres, Angle.Wrap(Math.Atan2(east, north)));
            }

            lambda = next;
        }

        return OnSphere(from, to, l);
    }

    public static Position Direct(Position from, double bearing, double metres)
    {
        var (sinAlpha1, cosAlpha1) = Math.SinCos(bearing);
        var (sinU1, cosU1) = Reduced(from.Latitude);
        var sigma1 = Math.Atan2(sinU1, cosU1 * cosAlpha1);
        var sinAlpha = cosU1 * sinAlpha1;
        var cos2Alpha = 1 - sinAlpha * sinAlpha;
        var (scale, b) = Series(cos2Alpha);
        var sigma = metres / scale;
        double sinSigma,
            cosSigma,
            cos2M;
        for (var round = 0; ; round++)
        {
            cos2M = Math.Cos(2 * sigma1 + sigma);
            (sinSigma, cosSigma) = Math.SinCos(sigma);
            var next = metres / scale + SigmaCorrection(b, sinSigma, cosSigma, cos2M);
            if (Math.Abs(next - sigma) < Enough || round == Rounds)
            {
                break;
            }

            sigma = next;
        }

        var across = sinU1 * sinSigma - cosU1 * cosSigma * cosAlpha1;
        var latitude = Math.Atan2(
            sinU1 * cosSigma + cosU1 * sinSigma * cosAlpha1,
            (1 - Ellipsoid.F) * Math.Sqrt(sinAlpha * sinAlpha + across * across)
        );
        var lambda = Math.Atan2(sinSigma * sinAlpha1, cosU1 * cosSigma - sinU1 * sinSigma * cosAlpha1);
        var l = lambda - LongitudeCorrection(sigma, sinSigma, cosSigma, sinAlpha, cos2Alpha, cos2M);
        return new Position(latitude, Angle.Difference(0, from.Longitude + l));
    }

    private static (double Sin, double Cos) Reduced(double latitude)
    {
        var (sin, cos) = Math.SinCos(latitude);
        var scaled = (1 - Ellipsoid.F) * sin;
        var length = Math.Sqrt(scaled * scaled + cos * cos);
        return (scaled / length, cos / length);
    }

    private static double LongitudeCorrection(
        double sigma,
        double sinSigma,
        double cosSigma,
        double sinAlpha,
        double cos2Alpha,
        double cos2M
    )
    {
        const double f = Ellipsoid.F;
        var c = f / 16 * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
        var inner = cos2M + c * cosSigma * (2 * cos2M * cos2M - 1);
        return (1 - c) * f * sinAlpha * (sigma + c * sinSigma * inner);
    }

    /// <summary>b·A in metres and B of Vincenty's nested series.</summary>
    private static (double Scale, double B) Series(double cos2Alpha)
    {
        const double ratio2 = (Ellipsoid.A * Ellipsoid.A - Ellipsoid.B * Ellipsoid.B) / (Ellipsoid.B * Ellipsoid.B);
        var u2 = cos2Alpha * ratio2;
        var a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
        var b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
        return (Ellipsoid.B * a, b);
    }

    private static double SigmaCorrection(double b, double sinSigma, double cosSigma, double cos2M)
    {
        var square = cos2M * cos2M;
        var first = cosSigma * (2 * square - 1);
        var second = b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * square - 3);
        return b * sinSigma * (cos2M + b / 4 * (first - second));
    }

    private static (double Metres, double Bearing) OnSphere(Position from, Position to, double l)
    {
        const double meanRadius = (2 * Ellipsoid.A + Ellipsoid.B) / 3;
        var (sin1, cos1) = Math.SinCos(from.Latitude);
        var (sin2, cos2) = Math.SinCos(to.Latitude);
        var east = cos2 * Math.Sin(l);
        var north = cos1 * sin2 - sin1 * cos2 * Math.Cos(l);
        var along = sin1 * sin2 + cos1 * cos2 * Math.Cos(l);
        var metres = meanRadius * Math.Atan2(Math.Sqrt(east * east + north * north), along);
        return (metres, Angle.Wrap(Math.Atan2(east, north)));
    }
}
