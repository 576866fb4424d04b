namespace Fourfold.Tracking.Fusion;

/// <summary>Takes the ways of a meeting one turn of a radar further.</summary>
internal sealed partial class WayFinder
{
    private const int MostEvents = 96;

    /// <summary>Ways so much less likely than the likeliest are given up.</summary>
    private const double LeastShare = 1e-5;
    private const double MostUnresolved = 0.97;
    private const double LeastUnresolved = 0.02;

    /// <summary>So near, in shares of the variance, two ways are one.</summary>
    private const double Alike = 0.1;
    private const int SharedBit = 64;
    private const int AnyShared = SharedBit * 0x01010101;

    private readonly double[] none = new double[Meeting.MostMembers];
    private readonly double[] hit = new double[Meeting.MostMembers * Meeting.MostPlots];
    private readonly double[] shared = new double[Meeting.MostMembers * Meeting.MostMembers * Meeting.MostPlots];
    private readonly Place[] places = new Place[Meeting.MostMembers];
    private readonly Kinematics[] one = new Kinematics[Meeting.MostMembers];

    /// <summary>Of the members in every way kept so far.</summary>
    private readonly Kinematics[] combined = new Kinematics[Meeting.MostWays * Meeting.MostMembers];
    private readonly Event[] events = new Event[MostEvents];
    private readonly double[] resolved = new double[Meeting.MostMembers * Meeting.MostMembers];
    private int count;
    private int lightest;
    private int members;
    private int plots;
    private int way;

    private struct Event
    {
        public double Weight;
        public int Way;
        public int Code;
    }

    /// <param name="meeting">Whose ways.</param>
    /// <param name="look">What the radar has shown.</param>
    /// <param name="sensor">The radar.</param>
    /// <param name="most">How many ways to keep, no more than <see cref="Meeting.MostWays"/>.</param>
    public void Step(Meeting meeting, Meeting.Look look, RadarSensor sensor, int most)
    {
        (count, members, plots) = (0, meeting.Members, look.Plots);
        for (way = 0; way < meeting.Count; way++)
        {
            Measure(meeting.Ways[way], look, sensor);
            Choose(0, meeting.Ways[way].Weight * AllResolved(), 0, 0, isShared: false);
        }

        var kept = 0;
        for (var e = 0; e < count && kept < most; e++)
        {
            BringHeaviest(e);
            if (events[e].Weight <= LeastShare * events[0].Weight)
            {
                break;
            }

            var child = meeting.Next[kept];
            child.CopyFrom(meeting.Ways[events[e].Way], members);
            child.Weight = events[e].Weight;
            Correct(child, look, events[e].Code);
            if (!IsKnown(meeting, child, kept))
            {
                kept++;
            }
        }

        meeting.Step(kept);
        Normalise(meeting);
    }

    /// <summary>Makes one meeting of two: its ways are the likeliest pairs of theirs. Members are left as they are.</summary>
    public void Unite(Meeting into, Meeting other)
    {
        count = 0;
        for (way = 0; way < into.Count; way++)
        {
            for (var k = 0; k < other.Count; k++)
            {
                Note(into.Ways[way].Weight * other.Ways[k].Weight, k);
            }
        }

        var kept = Math.Min(count, Meeting.MostWays);
        for (var e = 0; e < kept; e++)
        {
            BringHeaviest(e);
            var child = into.Next[e];
            var theirs = other.Ways[events[e].Code];
            child.CopyFrom(into.Ways[events[e].Way], into.Members);
            child.Weight = events[e].Weight;
            theirs.States.AsSpan(0, other.Members).CopyTo(child.States.AsSpan(into.Members));
            theirs.Mmsi.AsSpan(0, other.Members).CopyTo(child.Mmsi.AsSpan(into.Members));
        }

        into.Step(kept);
        Normalise(into);
    }

    public static void Normalise(Meeting meeting)
    {
        var sum = 0.0;
        for (var i = 0; i < meeting.Count; i++)
        {
            sum += meeting.Ways[i].Weight;
        }

        for (var i = 0; i < meeting.Count; i++)
        {
            meeting.Ways[i].Weight /= sum;
        }
    }

    private void Measure(Meeting.Way from, Meeting.Look look, RadarSensor sensor)
    {
        for (var i = 0; i < members; i++)
        {
            none[i] = 1;
            if ((look.Seen & (1 << i)) == 0)
            {
                for (var p = 0; p < plots; p++)
                {
                    hit[i * Meeting.MostPlots + p] = 0;
                }

                places[i] = from.States[i].Combined().PlaceAt(0, 0);
                continue;
            }

            ref readonly var glance = ref look.Glances[i];
            ref var state = ref from.States[i];
            state.Predict(glance.Time);
            var ago = Math.Max(0, state.Time - glance.Time);
            places[i] = state.Combined().PlaceAt(ago, MotionState.NoiseOf(1));
            none[i] = 1 - glance.Due;
            for (var p = 0; p < plots; p++)
            {
                ref readonly var echo = ref look.Echoes[p];
                var likelihood = 0.0;
                for (var m = 0; m < MotionState.Models; m++)
                {
                    var place = state.Belief[m].PlaceAt(ago, MotionState.NoiseOf(m));
                    likelihood +=
                        state.Share[m] * (place.Spread + echo.Spread).DensityAt(echo.X - place.X, echo.Y - place.Y);
                }

                hit[i * Meeting.MostPlots + p] = glance.Seeing * likelihood / echo.Foreign;
            }
        }

        MeasureShared(look, sensor);
    }

    // The chance that a pair is not told apart weighs every way in which it is or is not.
    private void MeasureShared(Meeting.Look look, RadarSensor sensor)
    {
        for (var i = 0; i < members; i++)
        {
            for (var k = i + 1; k < members; k++)
            {
                var at = (i * Meeting.MostMembers + k) * Meeting.MostPlots;
                var both = (look.Seen & (1 << i)) != 0 && (look.Seen & (1 << k)) != 0;
                ref readonly var glance = ref look.Glances[i];
                var unresolved = both
                    ? Math.Min(
                        MostUnresolved,
                        Resolution.ChanceUnresolved(sensor, places[i], places[k], glance.Azimuth, glance.Range)
                    )
                    : 0;
                var quarter = (places[i].Spread + places[k].Spread) * 0.25;
                double mx = (places[i].X + places[k].X) / 2,
                    my = (places[i].Y + places[k].Y) / 2;
                for (var p = 0; p < plots; p++)
                {
                    ref readonly var echo = ref look.Echoes[p];
                    shared[at + p] =
                        unresolved < LeastUnresolved
                            ? 0
                            : unresolved
                                / (1 - unresolved)
                                * Math.Max(glance.Seeing, look.Glances[k].Seeing)
                                * (echo.Spread + quarter).DensityAt(echo.X - mx, echo.Y - my)
                                / echo.Foreign;
                }

                resolved[i * Meeting.MostMembers + k] = 1 - unresolved;
            }
        }
    }

    private void Correct(Meeting.Way child, Meeting.Look look, int code)
    {
        if ((code & AnyShared) != 0)
        {
            for (var i = 0; i < members; i++)
            {
                one[i] = child.States[i].Combined();
            }
        }

        for (var i = 0; i < members; i++)
        {
            var mark = (code >> (i * 8)) & 255;
            if (mark == 0)
            {
                continue;
            }

            ref readonly var echo = ref look.Echoes[(mark & (SharedBit - 1)) - 1];
            var time = look.Glances[i].Time;
            if (mark < SharedBit)
            {
                child.States[i].CorrectPosition(echo.X, echo.Y, echo.Spread, time);
                continue;
            }

            for (var k = 0; k < members; k++)
            {
                if (k != i && ((code >> (k * 8)) & 255) == mark)
                {
                    ref readonly var other = ref one[k];
                    var spread = echo.Spread * 4 + new Spread(other.Xx, other.Xy, other.Yy);
                    child.States[i].CorrectPosition(2 * echo.X - other.X, 2 * echo.Y - other.Y, spread, time);
                }
            }
        }
    }

    private bool IsKnown(Meeting meeting, Meeting.Way child, int kept)
    {
        var beliefs = combined.AsSpan(kept * Meeting.MostMembers, members);
        for (var i = 0; i < members; i++)
        {
            beliefs[i] = child.States[i].Combined();
        }

        for (var w = 0; w < kept; w++)
        {
            var other = meeting.Next[w];
            if (
                child.Mmsi.AsSpan(0, members).SequenceEqual(other.Mmsi.AsSpan(0, members))
                && AreAlike(beliefs, combined.AsSpan(w * Meeting.MostMembers, members))
            )
            {
                other.Weight += child.Weight;
                return true;
            }
        }

        return false;
    }

    private static bool AreAlike(ReadOnlySpan<Kinematics> a, ReadOnlySpan<Kinematics> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            ref readonly var x = ref a[i];
            ref readonly var y = ref b[i];
            var far = Square(x.X - y.X) + Square(x.Y - y.Y);
            var off = Square(x.U - y.U) + Square(x.V - y.V);
            if (far > Alike * (x.Xx + x.Yy) || off > Alike * (x.Uu + x.Vv))
            {
                return false;
            }
        }

        return true;
    }

    private static double Square(double value) => value * value;
}
