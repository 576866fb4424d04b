namespace Fourfold.Tracking.Fusion;

/// <summary>Tracks that contest plots: every likely way is kept until what comes decides who came out as whom.</summary>
public sealed partial class FusionTracker
{
    /// <summary>The other way round is no longer a question when it is less likely than this.</summary>
    private const double MeetingOdds = 0.01;

    /// <summary>So long without a contest and a meeting is over when it is decided, and after this even if not, s.</summary>
    private const double PartedSeconds = 12;
    private const double UndecidedSeconds = 60;

    /// <summary>A meeting is decided when nothing else is likelier than one less this.</summary>
    private const double Decided = 0.995;

    /// <summary>So far apart tracks are told apart by anyone who looks, metres.</summary>
    private const double ApartMetres = 250;
    private const int MostMeetings = 2048;

    /// <summary>Ways that all meetings together may keep, unless each has no more than the least.</summary>
    private const int WaysOfAll = 3000;
    private const int LeastWays = 4;
    private const double LeastForeign = 1e-7;
    private readonly Stack<Meeting> idle = new();
    private int meetings;
    private readonly WayFinder ways = new();
    private readonly List<Meeting> touched = [];

    /// <summary>Notes who of this batch might as well have had another's plot.</summary>
    private void NoteMeetings()
    {
        for (var k = 0; k < candidateCount; k++)
        {
            if (association.Rivals[k] == 1 || !tracks[candidates[k].Slot].IsConfirmed)
            {
                continue;
            }

            for (var p = association.FirstOf(k); p < association.FirstOf(k + 1); p++)
            {
                var i = ownerOfPlot[association.Plot[p]];
                if (i >= 0 && i != k && tracks[candidates[i].Slot].IsConfirmed && MightBeExchanged(i, k, p))
                {
                    Meet(candidates[i], candidates[k]);
                }
            }
        }
    }

    /// <summary>Whether the way in which the owner of a plot and another who is in reach of it change places is likely.</summary>
    private bool MightBeExchanged(int owner, int other, int pair)
    {
        var (held, own) = (association.Best[owner], association.Best[other]);
        if (own < 0)
        {
            return association.Weight[pair] * association.NoneOf(owner)
                > MeetingOdds * association.Weight[held] * association.NoneOf(other);
        }

        for (var q = association.FirstOf(owner); q < association.FirstOf(owner + 1); q++)
        {
            if (association.Plot[q] == association.Plot[own])
            {
                return association.Weight[pair] * association.Weight[q]
                    > MeetingOdds * association.Weight[held] * association.Weight[own];
            }
        }

        return false;
    }

    private void Meet(in Candidate one, in Candidate two)
    {
        var (a, b) = (tracks[one.Slot].Meeting, tracks[two.Slot].Meeting);
        if (a == null && b == null)
        {
            if (Begin() is not { } begun)
            {
                return;
            }

            a = begun;
            a.Count = 1;
            a.Ways[0].Weight = 1;
            Enter(a, one.Slot);
            Enter(a, two.Slot);
        }
        else if (a == null || b == null)
        {
            var (into, slot) = a == null ? (b!, one.Slot) : (a, two.Slot); // One of them is not null.
            if (into.Members == Meeting.MostMembers)
            {
                return;
            }

            Enter(into, slot);
            a = into;
        }
        else if (a != b && !TryUnite(a, b))
        {
            return;
        }

        a.Contested[a.IndexOf(one.Slot)] = one.Time;
        a.Contested[a.IndexOf(two.Slot)] = one.Time;
    }

    private Meeting? Begin()
    {
        if (idle.TryPop(out var meeting))
        {
            return meeting;
        }

        if (meetings == MostMeetings)
        {
            return null;
        }

        meetings++;
        return new Meeting();
    }

    private void End(Meeting meeting)
    {
        meeting.Clear();
        idle.Push(meeting);
    }

    private void Enter(Meeting meeting, int slot)
    {
        ref var track = ref tracks[slot];
        var index = meeting.Members++;
        meeting.Slots[index] = slot;
        for (var w = 0; w < meeting.Count; w++)
        {
            meeting.Ways[w].States[index] = track.Motion;
            meeting.Ways[w].States[index].IsInCompany = true;
            meeting.Ways[w].Mmsi[index] = track.Mmsi;
        }

        track.Meeting = meeting;
        past.Forget(slot);
    }

    /// <summary>Two meetings become one; its ways are the likeliest pairs of theirs.</summary>
    private bool TryUnite(Meeting a, Meeting b)
    {
        if (a.Members + b.Members > Meeting.MostMembers)
        {
            return false;
        }

        for (var radar = 0; radar < stations.Length; radar++)
        {
            Finish(a, radar);
            Finish(b, radar);
        }

        ways.Unite(a, b);
        for (var m = 0; m < b.Members; m++)
        {
            a.Slots[a.Members + m] = b.Slots[m];
            a.Contested[a.Members + m] = b.Contested[m];
            tracks[b.Slots[m]].Meeting = a;
        }

        a.Members += b.Members;
        End(b);
        return true;
    }

    /// <summary>Notes how the beam passed a member, and the plots around it.</summary>
    private void Glance(RadarStation station, int radar, int index, bool isAlive)
    {
        ref readonly var candidate = ref candidates[index];
        if (tracks[candidate.Slot].Meeting is not { } meeting)
        {
            return;
        }

        var look = meeting.LookOf(radar);
        var member = meeting.IndexOf(candidate.Slot);
        if (look.Turn != station.Turn || (look.Seen & (1 << member)) != 0)
        {
            Finish(meeting, radar);
            look.Clear();
            look.Turn = station.Turn;
        }

        look.Seen |= 1 << member;
        look.Glances[member] = new Meeting.Glance
        {
            Time = candidate.Time,
            Due = isAlive && candidate.IsCovered ? candidate.Seeing : 0,
            Seeing = candidate.Seeing,
            Range = candidate.Range,
            Azimuth = candidate.Azimuth,
        };
        for (var p = association.FirstOf(index); p < association.FirstOf(index + 1); p++)
        {
            var owner = ownerOfPlot[association.Plot[p]];
            if (
                owner >= 0
                && tracks[candidates[owner].Slot].Meeting != meeting
                && association.Probability[association.Best[owner]] > 0.5
            )
            {
                continue;
            }

            ref readonly var plot = ref station.Plots[batch[association.Plot[p]]];
            look.Add(
                new Meeting.Echo
                {
                    X = plot.X,
                    Y = plot.Y,
                    Spread = plot.Spread + candidate.Untimely,
                    Foreign = Math.Max(LeastForeign, plot.Clutter + BirthRateOf(station)),
                }
            );
        }

        if (System.Numerics.BitOperations.PopCount((uint)look.Seen) == meeting.Members)
        {
            touched.Add(meeting);
        }
    }

    private void FinishTouched(int radar)
    {
        foreach (var meeting in touched)
        {
            Finish(meeting, radar);
            if (!meeting.IsFree)
            {
                TryPart(meeting);
            }
        }

        touched.Clear();
    }

    // Where half the sea meets, each meeting is thought through less far, so that a plot costs what it does elsewhere.
    private int MostWaysNow() =>
        Math.Clamp(WaysOfAll / Math.Max(1, meetings - idle.Count), LeastWays, Meeting.MostWays);

    /// <summary>Takes what a radar has shown into the ways.</summary>
    private void Finish(Meeting meeting, int radar)
    {
        var look = meeting.LookOf(radar);
        if (look.Seen == 0)
        {
            return;
        }

        ways.Step(meeting, look, stations[radar].Sensor, MostWaysNow());
        look.Clear();
        Follow(meeting);
    }

    /// <summary>Lets go who has contested nothing for a while, when it is clear who is who or nothing will clear it any more.</summary>
    private void TryPart(Meeting meeting)
    {
        var (_, share) = Choice(meeting);
        for (var i = meeting.Members - 1; i >= 0; i--)
        {
            var quiet = now - meeting.Contested[i];
            if (quiet > UndecidedSeconds || (quiet > PartedSeconds && (share > Decided || IsFarFromAll(meeting, i))))
            {
                Leave(meeting.Slots[i]);
            }
        }
    }

    private bool IsFarFromAll(Meeting meeting, int member)
    {
        for (var k = 0; k < meeting.Members; k++)
        {
            if (
                k != member
                && Apart(tracks[meeting.Slots[k]].Motion, tracks[meeting.Slots[member]].Motion) < Square(ApartMetres)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Ends a track's part in its meeting, as it is shown.</summary>
    private void Leave(int slot)
    {
        if (tracks[slot].Meeting is not { } meeting)
        {
            return;
        }

        var index = meeting.IndexOf(slot);
        GoAlone(slot);
        var last = --meeting.Members;
        // The others lose what a radar has shown of this turn so far; the tracks themselves have it.
        foreach (var look in meeting.Looks)
        {
            look.Clear();
        }

        meeting.Slots[index] = meeting.Slots[last];
        meeting.Contested[index] = meeting.Contested[last];
        for (var w = 0; w < meeting.Count; w++)
        {
            meeting.Ways[w].States[index] = meeting.Ways[w].States[last];
            meeting.Ways[w].Mmsi[index] = meeting.Ways[w].Mmsi[last];
        }

        if (last == 1)
        {
            GoAlone(meeting.Slots[0]);
            End(meeting);
        }
    }

    private void GoAlone(int slot)
    {
        tracks[slot].Meeting = null;
        tracks[slot].Motion.IsInCompany = false;
    }

    private void Disband(Meeting? meeting)
    {
        while (meeting is { IsFree: false })
        {
            Leave(meeting.Slots[0]);
        }
    }
}
