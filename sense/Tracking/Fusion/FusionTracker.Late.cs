namespace Fourfold.Tracking.Fusion;

/// <summary>Measurements that come late: carried back while it is a moment, put into the past when it is longer.</summary>
public sealed partial class FusionTracker
{
    /// <summary>A measurement older than its track by less is carried back, s.</summary>
    private const double LongAgo = 2;

    /// <summary>
    /// A plot, and a report, is put into the past of a track that is thought to be quiet with less than this; one that keeps
    /// its course is better served by carrying back.
    /// </summary>
    private const double PlotReplayBelow = 0.3;
    private const double ReportReplayBelow = 0.6;

    /// <summary>The past reaches farther back than the latest that usually comes by so much, s.</summary>
    private const double ReachMargin = 4;
    private readonly Past past = new();

    /// <summary>How far back the past is kept, s; 0 while nothing comes late, and then none is kept.</summary>
    private double reach;

    /// <summary>Asks whether anything comes late, once a second.</summary>
    private void Reach()
    {
        var most = Math.Min(aisDelay, RadarLag.Most);
        foreach (var station in stations)
        {
            most = Math.Max(most, Math.Max(station.Delay, station.StragglerDelay(now)));
        }

        var was = reach;
        reach = most >= LongAgo ? most + ReachMargin : 0;
        if (was > 0 && reach == 0)
        {
            past.Clear();
        }
    }

    /// <summary>Keeps what corrected a track.</summary>
    private void Keep(int slot, in Past.Event measured)
    {
        if (reach > 0 && tracks[slot].Meeting == null)
        {
            past.Add(slot, measured, tracks[slot].Motion, now - reach);
        }
    }

    /// <summary>The candidate as it was when the beam was on it, where that is long ago and its past is known.</summary>
    private bool TryRewind(ref Candidate candidate, in FusionTrack track)
    {
        candidate.IsRewound =
            track.Motion.Time - candidate.Time > LongAgo
            && reach > 0
            && track.Motion.Share[0] < PlotReplayBelow
            && track.Meeting == null
            && past.TryAt(candidate.Slot, candidate.Time, out candidate.Motion);
        return candidate.IsRewound;
    }

    /// <summary>The track becomes what the candidate was made by its plots, and then by what followed.</summary>
    private void Settle(ref Candidate candidate, ref FusionTrack track, in Past.Event measured)
    {
        if (candidate.IsRewound)
        {
            past.Replay(candidate.Slot, ref candidate.Motion);
        }

        track.Motion = candidate.Motion;
        foreseen.Note(candidate.Slot, track);
        Keep(candidate.Slot, measured);
    }

    private static Past.Event AtOnce(in Candidate candidate, double x, double y, in Spread spread) =>
        new()
        {
            Time = candidate.Time,
            X = x,
            Y = y,
            Spread = spread,
        };

    /// <summary>Radar saw a track, by plots that come later than those of a radar at hand.</summary>
    private static void NoteSeen(ref FusionTrack track, double time, double delay)
    {
        if (time >= track.LastRadar)
        {
            (track.LastRadar, track.RadarDelay) = (time, delay);
        }
    }

    /// <summary>
    /// One measurement that says what all plots of a candidate say by their probabilities: their mean, its spread widened by
    /// how much they disagree and by how likely there was none.
    /// </summary>
    private Past.Event MeasuredBy(RadarStation station, in Candidate candidate, int index)
    {
        var plots = station.Plots;
        double sum = 0,
            x = 0,
            y = 0,
            xx = 0,
            xy = 0,
            yy = 0,
            most = 0;
        var spread = candidate.Measured;
        for (var p = association.FirstOf(index); p < association.FirstOf(index + 1); p++)
        {
            ref readonly var plot = ref plots[batch[association.Plot[p]]];
            var w = association.Probability[p];
            double dx = plot.X - candidate.Place.X,
                dy = plot.Y - candidate.Place.Y;
            sum += w;
            x += w * dx;
            y += w * dy;
            xx += w * dx * dx;
            xy += w * dx * dy;
            yy += w * dy * dy;
            (most, spread) = w > most ? (w, plot.Spread + candidate.Untimely) : (most, spread);
        }

        (x, y) = (x / sum, y / sum);
        var apart = new Spread(xx / sum - x * x, xy / sum - x * y, yy / sum - y * y);
        return new Past.Event
        {
            Time = candidate.Time,
            X = candidate.Place.X + x,
            Y = candidate.Place.Y + y,
            Spread = (spread + apart) * (1 / sum),
        };
    }

    /// <summary>Corrects a track with a report, where it belongs.</summary>
    private void CorrectAt(int slot, in Past.Event measured)
    {
        ref var track = ref tracks[slot];
        var isLate =
            reach > 0
            && track.Motion.Share[0] < (measured.IsSaid ? ReportReplayBelow : PlotReplayBelow)
            && track.Meeting == null
            && track.Motion.Time - measured.Time > LongAgo;
        if (isLate && past.TryAt(slot, measured.Time, out var then))
        {
            Past.Correct(ref then, measured);
            past.Replay(slot, ref then);
            track.Motion = then;
        }
        else
        {
            Past.Correct(ref track.Motion, measured);
        }

        Keep(slot, measured);
    }
}
