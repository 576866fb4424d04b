namespace Fourfold.Tracking.Fusion;

/// <summary>Who came out of a meeting as whom: judged by how each went into it, once they are apart again.</summary>
public sealed partial class FusionTracker
{
    /// <summary>The other way round is no longer a question when it is less likely than this.</summary>
    private const double MeetingOdds = 0.05;

    /// <summary>So long without a doubt and a meeting is over, s.</summary>
    private const double PartedSeconds = 5;

    /// <summary>What was known so long before says nothing any more, s.</summary>
    private const double LongestMeeting = 240;

    /// <summary>Logarithm of the odds at which two names are exchanged by motion alone.</summary>
    private const double MotionOdds = 2;
    private const double MeetingReach = 1500;

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
                    Meet(candidates[k], candidates[i]);
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
        ref var track = ref tracks[one.Slot];
        var id = tracks[two.Slot].Id;
        if (track.MetFirst < 0)
        {
            track.Before = one.Motion.Combined();
            track.BeforeTime = one.Motion.Time;
            track.MetFirst = id;
        }
        else if (track.MetFirst != id)
        {
            track.MetSecond = id;
        }

        track.LastMet = one.Time;
    }

    /// <summary>Judges the meeting of a track that has been on its own for a while, as far as it can be judged yet.</summary>
    private void Part(int slot)
    {
        ref var track = ref tracks[slot];
        var isOld = now - track.BeforeTime > LongestMeeting;
        track.MetFirst = isOld || IsJudged(slot, track.MetFirst) ? track.MetSecond : track.MetFirst;
        track.MetSecond = -1;
        if (isOld)
        {
            track.MetFirst = -1;
        }
    }

    private bool IsJudged(int slot, long met)
    {
        ref readonly var track = ref tracks[slot];
        var (x, y) = foreseen.At(slot, now);
        foreach (var other in Near(x, y, MeetingReach, now))
        {
            ref readonly var it = ref tracks[other];
            if (!it.IsAlive || it.Id != met || it.MetFirst < 0 || other == slot)
            {
                continue;
            }

            // What AIS said since then weighs more.
            var since = Math.Min(track.LastMet, it.LastMet);
            if (track.LastFit > since || it.LastFit > since)
            {
                return true;
            }

            var odds = OddsOfExchange(track, it);
            if (odds > MotionOdds)
            {
                ExchangeNames(slot, other);
            }

            return Math.Abs(odds) > MotionOdds;
        }

        return true;
    }

    private static double OddsOfExchange(in FusionTrack a, in FusionTrack b) =>
        GoingOn(a, b) + GoingOn(b, a) - GoingOn(a, a) - GoingOn(b, b);

    /// <summary>Logarithm of the density of one track's present state, had it gone on from another's before the meeting.</summary>
    private static double GoingOn(in FusionTrack from, in FusionTrack to)
    {
        var sum = 0.0;
        for (var m = 0; m < MotionState.Models; m++)
        {
            var then = from.Before;
            then.Predict(Math.Max(0, to.Motion.Time - from.BeforeTime), MotionState.NoiseOf(m));
            sum += MeetingShare[m] * then.DensityOf(to.Motion.Combined());
        }

        return Math.Log(sum + 1e-30);
    }

    /// <summary>Through a meeting most go on as they were.</summary>
    private static readonly double[] MeetingShare = [0.89, 0.1, 0.01];
}
