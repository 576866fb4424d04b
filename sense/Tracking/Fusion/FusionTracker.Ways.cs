namespace Fourfold.Tracking.Fusion;

/// <summary>Which of the ways of a meeting is shown, and what other measurements than plots say of them.</summary>
public sealed partial class FusionTracker
{
    /// <summary>What is shown changes to another way when that is so likely.</summary>
    private const double ChangeAt = 0.6;

    private readonly double[] shares = new double[Meeting.MostWays];
    private readonly int[] heads = new int[Meeting.MostWays];
    private readonly MotionState[] motions = new MotionState[Meeting.MostMembers];

    /// <summary>The tracks become what they are in the likeliest way.</summary>
    private void Follow(Meeting meeting)
    {
        var (chosen, _) = Choice(meeting);
        var way = meeting.Ways[chosen];
        for (var i = 0; i < meeting.Members; i++)
        {
            tracks[meeting.Slots[i]].Motion = way.States[i];
        }

        for (var i = 0; i < meeting.Members; i++)
        {
            if (tracks[meeting.Slots[i]].Mmsi == way.Mmsi[i])
            {
                continue;
            }

            for (var k = i + 1; k < meeting.Members; k++)
            {
                if (tracks[meeting.Slots[k]].Mmsi == way.Mmsi[i])
                {
                    ExchangeHeard(meeting.Slots[i], meeting.Slots[k]);
                    break;
                }
            }
        }

        for (var i = 0; i < meeting.Members; i++)
        {
            Rename(meeting.Slots[i]);
        }
    }

    /// <summary>The way that is shown: the likeliest of those that agree with what was shown, unless others are likelier.</summary>
    private (int Way, double Share) Choice(Meeting meeting)
    {
        var (families, shown, members) = (0, -1, meeting.Members);
        for (var i = 0; i < members; i++)
        {
            motions[i] = tracks[meeting.Slots[i]].Motion;
        }

        for (var w = 0; w < meeting.Count; w++)
        {
            var family = 0;
            var states = meeting.Ways[w].States.AsSpan(0, members);
            while (family < families && !Agree(meeting.Ways[heads[family]].States.AsSpan(0, members), states))
            {
                family++;
            }

            if (family == families)
            {
                heads[families] = w;
                shares[families++] = 0;
                if (shown < 0 && Agree(states, motions.AsSpan(0, members)))
                {
                    shown = family;
                }
            }

            shares[family] += meeting.Ways[w].Weight;
        }

        var best = 0;
        for (var f = 1; f < families; f++)
        {
            best = shares[f] > shares[best] ? f : best;
        }

        if (shown >= 0 && shown != best && shares[best] < ChangeAt)
        {
            best = shown;
        }

        return (heads[best], shares[best]);
    }

    /// <summary>Whether the same members are at the same places in both, rather than exchanged.</summary>
    private static bool Agree(ReadOnlySpan<MotionState> a, ReadOnlySpan<MotionState> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            for (var k = i + 1; k < a.Length; k++)
            {
                if (Apart(a[i], b[i]) + Apart(a[k], b[k]) > Apart(a[i], b[k]) + Apart(a[k], b[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Squared metres between two, at the later of their times.
    private static double Apart(in MotionState a, in MotionState b)
    {
        var (x, y) = (a.Mean(), b.Mean());
        var dt = b.Time - a.Time;
        var (aheadA, aheadB) = dt > 0 ? (dt, 0.0) : (0.0, -dt);
        return Square(x.X + aheadA * x.U - y.X - aheadB * y.U) + Square(x.Y + aheadA * x.V - y.Y - aheadB * y.V);
    }

    /// <summary>
    /// A report under a name that one of a meeting bears: each way is as likely as the report fits the one who bears it
    /// there.
    /// </summary>
    /// <returns>Whether it fits any way; if not, nothing is changed.</returns>
    private bool TryHearInMeeting(int slot, in AisFix fix, in Heard heard)
    {
        if (tracks[slot].Meeting is not { } meeting)
        {
            return false;
        }

        var any = false;
        for (var w = 0; w < meeting.Count; w++)
        {
            var way = meeting.Ways[w];
            var member = way.Mmsi.AsSpan(0, meeting.Members).IndexOf(fix.Mmsi);
            if (member < 0)
            {
                return false;
            }

            var (distance2, metres) = MisfitOf(way.States[member], fix, heard);
            any |= distance2 < FitGate || metres < FitMetres;
        }

        if (!any)
        {
            return false;
        }

        for (var w = 0; w < meeting.Count; w++)
        {
            var way = meeting.Ways[w];
            var member = way.Mmsi.AsSpan(0, meeting.Members).IndexOf(fix.Mmsi);
            ref var state = ref way.States[member];
            way.Weight *= Math.Exp(LogLikelihoodOf(state, fix, heard) + 20);
            state.CorrectPosition(heard.X, heard.Y, Spread.Round(AisVariance), fix.Time);
            state.CorrectVelocity(heard.U, heard.V, heard.VelocityVariance);
        }

        WayFinder.Normalise(meeting);
        Follow(meeting);
        return true;
    }

    /// <summary>Names, in every way, whoever a report fits best.</summary>
    private void NameInMeeting(int slot, in AisFix fix, in Heard heard)
    {
        if (tracks[slot].Meeting is not { } meeting)
        {
            return;
        }

        for (var w = 0; w < meeting.Count; w++)
        {
            var way = meeting.Ways[w];
            var (best, most) = (-1, double.NegativeInfinity);
            for (var i = 0; i < meeting.Members; i++)
            {
                if (way.Mmsi[i] == 0 && LogLikelihoodOf(way.States[i], fix, heard) is var l && l > most)
                {
                    (best, most) = (i, l);
                }
            }

            if (best < 0)
            {
                Disband(meeting);
                return;
            }

            way.Mmsi[best] = fix.Mmsi;
        }
    }

    /// <summary>Corrects a track with a position that nobody contests, in every way of its meeting as well.</summary>
    private void CorrectPosition(int slot, double x, double y, in Spread spread, double time)
    {
        CorrectAt(
            slot,
            new Past.Event
            {
                Time = time,
                X = x,
                Y = y,
                Spread = spread,
            }
        );
        if (tracks[slot].Meeting is { } meeting)
        {
            var member = meeting.IndexOf(slot);
            for (var w = 0; w < meeting.Count; w++)
            {
                meeting.Ways[w].States[member].CorrectPosition(x, y, spread, time);
            }
        }
    }

    /// <summary>The same with a velocity.</summary>
    private void CorrectVelocity(int slot, double u, double v, double variance)
    {
        tracks[slot].Motion.CorrectVelocity(u, v, variance);
        if (tracks[slot].Meeting is { } meeting)
        {
            var member = meeting.IndexOf(slot);
            for (var w = 0; w < meeting.Count; w++)
            {
                meeting.Ways[w].States[member].CorrectVelocity(u, v, variance);
            }
        }
    }
}
