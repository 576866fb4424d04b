namespace Fourfold.Tracking.Fusion;

/// <summary>
/// The tracks that ended in the last ten minutes, so that a vessel that comes back takes its id back. A ring: where more
/// end, the oldest are forgotten first.
/// </summary>
internal sealed class Graveyard
{
    private const int Most = 4096;
    private const double KeptSeconds = 600;

    /// <summary>No vessel is faster, m/s, and none is nearer to where it was than this, m.</summary>
    private const double Fastest = 31;
    private const double Slack = 500;

    /// <summary>New vessels a square metre and unit of velocity, against which a return must stand.</summary>
    private const double NewcomerDensity = 1e-8 * 1.4e-3;
    private const double SureOdds = 20;

    /// <summary>Vessels are some 0 to 100 m long, and two measurements of one differ by so much, m.</summary>
    private const double LengthSpan = 100;
    private const double LengthDeviation = 12;

    /// <summary>A length alone rules nobody out.</summary>
    private const double LeastLengthOdds = 0.02;

    /// <summary>One that ended.</summary>
    public struct Grave
    {
        public long Id;
        public double Born;
        public int Mmsi;
        public bool IsClassB;
        public Kinematics Belief;
        public double Time;

        /// <summary>As radar saw it, m; not a number when it did not say.</summary>
        public double Length;
    }

    private readonly Grave[] graves = new Grave[Most];

    // What every newcomer asks of all graves, close together; those taken out are nowhere and nobody's.
    private readonly Stone[] stones = new Stone[Most];
    private readonly int[] mmsis = new int[Most];
    private int next;
    private int used;

    private readonly record struct Stone(double X, double Y, double Time)
    {
        public static Stone None => new(0, 0, double.PositiveInfinity);
    }

    /// <summary>Keeps one.</summary>
    public void Add(in FusionTrack track)
    {
        graves[next] = new Grave
        {
            Id = track.Id,
            Born = track.Born,
            Mmsi = track.Mmsi,
            IsClassB = track.IsClassB,
            Belief = track.Motion.Combined(),
            Time = track.Motion.Time,
            Length = track.Length,
        };
        ref readonly var grave = ref graves[next];
        stones[next] = new Stone(grave.Belief.X, grave.Belief.Y, grave.Time);
        mmsis[next] = grave.Mmsi;
        used = Math.Max(used, next + 1);
        next = (next + 1) % Most;
    }

    /// <summary>Takes out the one that bore an MMSI, when a vessel can have come from there.</summary>
    public bool TryTake(int mmsi, in Kinematics now, double time, out Grave grave)
    {
        var (from, found) = (0, 0);
        while ((found = mmsis.AsSpan(from, used - from).IndexOf(mmsi)) >= 0)
        {
            if (MayHaveCome(stones[from + found], now, time))
            {
                return Take(from + found, out grave);
            }

            from += found + 1;
        }

        grave = default;
        return false;
    }

    /// <summary>
    /// Takes out the one of which a track without name is the going on, when that is by far likelier than a new vessel and
    /// than any other that ended.
    /// </summary>
    /// <param name="begun">Where the track began, and how it moves.</param>
    /// <param name="time">When, s.</param>
    /// <param name="length">As radar sees it, m; not a number when it does not say.</param>
    /// <param name="grave">What was found.</param>
    public bool TryTake(in Kinematics begun, double time, double length, out Grave grave)
    {
        var (best, most, sum) = (-1, 0.0, NewcomerDensity);
        for (var i = 0; i < used; i++)
        {
            if (!MayHaveCome(stones[i], begun, time))
            {
                continue;
            }

            var density = 0.0;
            for (var m = 0; m < MotionState.Models; m++)
            {
                var then = graves[i].Belief;
                then.Predict(Math.Max(0, time - graves[i].Time), MotionState.NoiseOf(m));
                density += then.DensityOf(begun) / MotionState.Models;
            }

            density *= LengthOdds(graves[i].Length, length);
            sum += density;
            if (density > most)
            {
                (best, most) = (i, density);
            }
        }

        if (best >= 0 && most * (1 + SureOdds) > sum * SureOdds)
        {
            return Take(best, out grave);
        }

        grave = default;
        return false;
    }

    /// <summary>How much likelier two lengths are of one vessel than of any two; 1 when one is not known.</summary>
    private static double LengthOdds(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b))
        {
            return 1;
        }

        var off = (a - b) / LengthDeviation;
        var odds = LengthSpan / (LengthDeviation * Math.Sqrt(Math.Tau)) * Math.Exp(-0.5 * off * off);
        return Math.Max(LeastLengthOdds, odds);
    }

    private bool Take(int index, out Grave grave)
    {
        grave = graves[index];
        (graves[index], stones[index], mmsis[index]) = (default, Stone.None, 0);
        return true;
    }

    private static bool MayHaveCome(in Stone stone, in Kinematics now, double time)
    {
        var ago = time - stone.Time;
        var reach = Slack + Fastest * Math.Max(0, ago);
        return ago is > -60 and < KeptSeconds && Math.Abs(now.X - stone.X) < reach && Math.Abs(now.Y - stone.Y) < reach;
    }
}
