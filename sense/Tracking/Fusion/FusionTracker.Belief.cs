namespace Fourfold.Tracking.Fusion;

public sealed partial class FusionTracker
{
    private const double VelocityVariance = 150;
    private const double ConfirmAt = 0.99999;
    private const int ConfirmHits = 3;

    /// <summary>Where the beam is wider than this, chance finds more plots in a gate, and one hit more is asked for.</summary>
    private const double CoarseMetres = 110;
    private const double DropAt = 0.03;
    private const double DropTentativeAt = 0.02;
    private const double DropTentativeShare = 0.05;

    private const double SeenVisibility = 0.99;

    /// <summary>Where plots are contested, one of them may be of two.</summary>
    private const double CrowdedDetection = 0.6;

    /// <summary>No number of hits makes surer than this, so that a run of misses can end any track.</summary>
    private const double MostExistence = 0.9995;
    private const double MostExistenceInPatch = 0.995;

    /// <summary>Who gives a plot in fewer turns than this share, over some twelve, lives on chance.</summary>
    private const double LeastHitRate = 0.4;
    private const double UsualRadarDetection = 0.85;
    private const double HitRateGain = 0.08;

    /// <summary>A cell with so many times the false plots its radar admits is a patch; there belief must be earned.</summary>
    private const double PatchFactor = 4;
    private const double PatchExistence = 0.9999;
    private const int PatchHits = 8;
    private const double PatchMetres = 250;

    /// <summary>Who turns hard all the time, by the share of that model, must come from its place to be believed.</summary>
    private const double TooWildShare = 0.35;
    private const double WildMetres = 200;
    private const int WildHits = 4;
    private const double WildShare = 0.3;
    private const double WildnessGain = 0.15;
    private const int AnchorHits = 6;
    private const double PatchPace = 8;

    /// <summary>After so many plots a track tells by its next ones how well a radar sees.</summary>
    private const int SettledHits = 8;

    /// <summary>Who has another so near when it is first seen is in company.</summary>
    private const double CompanyMetres = 200;

    /// <summary>Plots that lie so far from where they were foreseen, squared deviations of the radar, are not of one thing.</summary>
    private const double TooRestless = 8;

    /// <summary>What has gone its way for longer than so many plots is a thing, restless or not.</summary>
    private const int YoungHits = 30;
    private const double MostUnrest = 60;

    /// <summary>Notes on the plots how much of them this track explains.</summary>
    private void Explain(RadarStation station, int candidate)
    {
        var plots = station.Plots;
        for (var p = association.FirstOf(candidate); p < association.FirstOf(candidate + 1); p++)
        {
            ref var plot = ref plots[batch[association.Plot[p]]];
            plot.Explained += association.Probability[p];
            var isOfIt = candidates[candidate].IsOwned && association.Probability[p] > 0.5;
            plot.IsUsed |= isOfIt;
            plot.IsNamed |= isOfIt && tracks[candidates[candidate].Slot].HasIdentity;
        }
    }

    private void Apply(RadarStation station, int radar, int index, bool isAlive)
    {
        ref var candidate = ref candidates[index];
        ref var track = ref tracks[candidate.Slot];
        var miss = association.Miss[index];
        passes[radar][candidate.Slot].Note(station.Turn, isHit: candidate.Twin >= 0 || miss < 0.5);
        NoteForAlignment(station, candidate, track, isAlive, isHit: candidate.Twin >= 0 || miss < 0.5);
        if (
            isAlive
            && candidate.IsCovered
            && association.Rivals[index] == 1
            && track.RadarHits >= SettledHits
            && IsHeld(track, now)
        )
        {
            station.NoteLook(isHit: miss < 0.5);
        }

        if (association.Rivals[index] > 1)
        {
            track.LastContested = Math.Max(track.LastContested, candidate.Time);
            candidate.Detection *= CrowdedDetection;
            candidate.Seeing *= CrowdedDetection;
        }

        if (candidate.Twin >= 0)
        {
            CorrectUnresolved(station, ref candidate, ref track);
            return;
        }

        var hit = 1 - miss;
        if (hit < 1e-6)
        {
            if (candidate.IsCovered && isAlive)
            {
                track.HitRate -= HitRateGain * track.HitRate;
                Missed(candidate, ref track);
            }

            return;
        }

        var best = association.Best[index];
        Past.Event measured = default;
        if (association.Rivals[index] > 1 && best >= 0 && association.Probability[best] > 0.2)
        {
            ref readonly var plot = ref station.Plots[batch[association.Plot[best]]];
            measured = AtOnce(candidate, plot.X, plot.Y, plot.Spread + candidate.Untimely);
            candidate.Motion.CorrectPosition(plot.X, plot.Y, measured.Spread, candidate.Time);
        }
        else
        {
            measured = reach > 0 ? MeasuredBy(station, candidate, index) : measured;
            CorrectWithAll(station, ref candidate, index);
        }

        Settle(ref candidate, ref track, measured);
        Believe(station, radar, index, isAlive && candidate.IsCovered);
    }

    /// <summary>What the batch says about there being such a thing, and about radar seeing it.</summary>
    private void Believe(RadarStation station, int radar, int index, bool wasDue)
    {
        ref readonly var candidate = ref candidates[index];
        ref var track = ref tracks[candidate.Slot];
        var best = association.Best[index];
        var miss = association.Miss[index];
        var hit = 1 - miss;
        if (wasDue && (hit > 0.5 || association.Rivals[index] == 1))
        {
            track.HitRate += HitRateGain * (hit * ShareOfUsual(station) - track.HitRate);
        }

        var r = track.Existence;
        var unseen = wasDue ? AfterMiss(r, candidate.Detection) : r;
        track.Existence = Math.Min(MostExistenceAt(station, candidate, best), hit + miss * unseen);
        if (hit > 0.5)
        {
            Hit(station, radar, candidate, ref track, best);
        }
        else if (wasDue)
        {
            track.Visibility = Seen(track.Visibility, hit, candidate);
            DropIfGone(candidate.Slot);
        }
    }

    /// <summary>Among many false plots no number of hits makes sure, so that a few misses can end it.</summary>
    private double MostExistenceAt(RadarStation station, in Candidate candidate, int best) =>
        !tracks[candidate.Slot].IsConfirmed ? 1
        : best >= 0
        && station.Plots[batch[association.Plot[best]]].Clutter > PatchFactor * station.Clutter.Prior(candidate.Range)
            ? MostExistenceInPatch
        : MostExistence;

    private static double Seen(double visibility, double hit, in Candidate candidate) =>
        hit * SeenVisibility + (1 - hit) * AfterMiss(visibility, candidate.Seeing);

    /// <summary>What a plot counts of a radar that misses more than most: one in so many turns is as much as it can give.</summary>
    private static double ShareOfUsual(RadarStation station) => Math.Max(1, UsualRadarDetection / station.Detection);

    /// <summary>What is left of a probability when what it would have shown with another was not shown (Bayes).</summary>
    private static double AfterMiss(double probability, double detection) =>
        probability * (1 - detection) / (1 - probability * detection);

    private void Missed(in Candidate candidate, ref FusionTrack track)
    {
        track.Existence = AfterMiss(track.Existence, candidate.Detection);
        track.Visibility = AfterMiss(track.Visibility, candidate.Seeing);
        track.Detection = Math.Clamp(track.Detection * 0.98, 0.7, 1);
        DropIfGone(candidate.Slot);
    }

    private void DropIfGone(int slot)
    {
        ref var track = ref tracks[slot];
        var least = track.IsConfirmed ? DropAt : Math.Min(DropTentativeAt, track.FirstExistence * DropTentativeShare);
        if (!IsHeard(track) && (track.Existence < least || track.HitRate < LeastHitRate))
        {
            Kill(slot);
        }
    }

    private void Hit(RadarStation station, int radar, in Candidate candidate, ref FusionTrack track, int best)
    {
        track.RadarHits++;
        track.Shared = 0;
        NoteSeen(ref track, candidate.Time, station.Delay);
        track.Visibility = SeenVisibility;
        track.Detection = Math.Clamp(track.Detection * 0.98 + 0.02 / station.Detection, 0.7, 1);
        if (!track.IsConfirmed)
        {
            TryConfirm(station, candidate, ref track);
            if (track.IsConfirmed && !track.HasIdentity)
            {
                Recall(candidate.Slot);
            }
        }

        if (track.RadarHits <= AskingHits && track.IsConfirmed && !track.HasIdentity)
        {
            AskAgain(candidate.Slot, candidate.Time);
        }

        if (IsFedByPatch(station, candidate, ref track, best))
        {
            Kill(candidate.Slot);
            return;
        }

        NoteEcho(station, radar, candidate.Slot, best);
        if (best < 0)
        {
            return;
        }

        ref readonly var plot = ref station.Plots[batch[association.Plot[best]]];
        track.NoteLength(plot.Length);
        if (association.Probability[best] > 0.9)
        {
            LearnBias(station, candidate, track, plot);
        }
    }

    /// <summary>
    /// A track that turns hard at nearly every plot and comes nowhere is one that a patch of clutter feeds; its plots are
    /// learned as what they are.
    /// </summary>
    private bool IsFedByPatch(RadarStation station, in Candidate candidate, ref FusionTrack track, int best)
    {
        var wild = track.Motion.Share[MotionState.Models - 1];
        track.Wildness += WildnessGain * (wild - track.Wildness);
        if (best >= 0 && wild > WildShare && !IsHeard(track))
        {
            ref readonly var plot = ref station.Plots[batch[association.Plot[best]]];
            station.Clutter.Add(new Geo.LocalPoint(plot.East, plot.North), station.Turn, wild);
        }

        // Who shares plots with believed neighbours is restless for another reason.
        if (best >= 0 && track.Meeting == null && track.LastShared < candidate.Time - ContestedSeconds)
        {
            ref readonly var seen = ref station.Plots[batch[association.Plot[best]]];
            var off = seen.Spread.Distance2(seen.X - candidate.Place.X, seen.Y - candidate.Place.Y);
            track.Unrest += WildnessGain * (Math.Min(MostUnrest, off) - track.Unrest);
        }

        if (track.RadarHits % AnchorHits != 0)
        {
            return false;
        }

        var way = Square(candidate.Place.X - track.AnchorX) + Square(candidate.Place.Y - track.AnchorY);
        (track.AnchorX, track.AnchorY) = (candidate.Place.X, candidate.Place.Y);
        var pace = Math.Sqrt(way) / Math.Max(1, candidate.Time - track.AnchorTime);
        track.AnchorTime = candidate.Time;
        var isRestless = track.Unrest > TooRestless && track.Meeting == null && track.RadarHits <= YoungHits;
        return (isRestless || track.Wildness > TooWildShare) && pace < PatchPace && !track.HasIdentity;
    }

    private static void TryConfirm(RadarStation station, in Candidate candidate, ref FusionTrack track)
    {
        if (track.HasIdentity)
        {
            track.IsConfirmed = true;
            return;
        }

        var across = candidate.Range * station.Sensor.AzimuthDeviation;
        if (track.RadarHits < ConfirmHits + (across > CoarseMetres ? 1 : 0))
        {
            return;
        }

        var (sin, cos) = Math.SinCos(candidate.Azimuth);
        var (east, north) = (candidate.Range * sin, candidate.Range * cos);
        var rate = station.Clutter.Rate(east, north, candidate.Range, station.Turn);
        var way = Math.Sqrt(Square(candidate.Place.X - track.BornX) + Square(candidate.Place.Y - track.BornY));
        if (
            track.Motion.Share[MotionState.Models - 1] > TooWildShare
            && (way < WildMetres || track.RadarHits < WildHits)
        )
        {
            return;
        }

        var isPatch = rate >= PatchFactor * station.Clutter.Prior(candidate.Range);
        track.IsConfirmed = isPatch
            ? track.Existence > PatchExistence && (way > PatchMetres || track.RadarHits >= PatchHits)
            : track.Existence > ConfirmAt;
    }

    /// <summary>Corrects with every plot in the gate by its probability (PDA: Bar-Shalom and Tse, 1975, Automatica 11).</summary>
    private void CorrectWithAll(RadarStation station, ref Candidate candidate, int index)
    {
        var plots = station.Plots;
        var (from, to) = (association.FirstOf(index), association.FirstOf(index + 1));
        var miss = association.Miss[index];
        MotionState.Shares likelihood = default;
        for (var m = 0; m < MotionState.Models; m++)
        {
            ref var belief = ref candidate.Motion.Belief[m];
            var place = belief.PlaceAt(candidate.Ago, MotionState.NoiseOf(m));
            double ix = 0,
                iy = 0,
                xx = 0,
                xy = 0,
                yy = 0,
                most = 0;
            var measured = candidate.Measured;
            var likely = miss;
            for (var p = from; p < to; p++)
            {
                ref readonly var plot = ref plots[batch[association.Plot[p]]];
                var w = association.Probability[p];
                double dx = plot.X - place.X,
                    dy = plot.Y - place.Y;
                ix += w * dx;
                iy += w * dy;
                xx += w * dx * dx;
                xy += w * dx * dy;
                yy += w * dy * dy;
                likely += w * modelLikelihood[p * MotionState.Models + m];
                if (w > most)
                {
                    (most, measured) = (w, plot.Spread + candidate.Untimely);
                }
            }

            var disagreement = new Spread(xx - ix * ix, xy - ix * iy, yy - iy * iy);
            belief.CorrectPosition(candidate.Ago, (ix, iy), place.Spread + measured, 1 - miss, disagreement);
            likelihood[m] = likely;
        }

        candidate.Motion.Reweigh(likelihood);
    }

    private void BearFromPlots(RadarStation station, int radar, int plotCount, double beforeTurns)
    {
        var plots = station.Plots;
        var birth = BirthRateOf(station);
        for (var i = 0; i < plotCount; i++)
        {
            ref var plot = ref plots[batch[i]];
            if (plot.Turns >= beforeTurns || plot.IsUsed || plot.Explained > 0.5)
            {
                continue;
            }

            var belief = Kinematics.At(plot.X, plot.Y, plot.Spread, 0, 0, VelocityVariance);
            var slot = Bear(belief, plot.Time);
            if (slot >= 0)
            {
                tracks[slot].Motion = MotionState.Newborn(belief, plot.Time, IsInCompany(plots, i));
                tracks[slot].Existence = (1 - plot.Explained) * birth / (birth + plot.Clutter + MiddleOf(station, i));
                tracks[slot].FirstExistence = tracks[slot].Existence;
                tracks[slot].BornRadar = radar;
                tracks[slot].RadarHits = 1;
                tracks[slot].LastRadar = plot.Time;
                passes[radar][slot].Note((int)Math.Floor(plot.Turns), isHit: true);
            }
        }
    }

    /// <summary>Whether another plot of the batch or a believed track lies within a square around a plot.</summary>
    private bool IsInCompany(WaitingPlots plots, int index)
    {
        ref readonly var plot = ref plots[batch[index]];
        for (var i = 0; i < candidateCount; i++)
        {
            if (AreNear(confirmedX[i], confirmedY[i], plot))
            {
                return true;
            }
        }

        int west = PlotGrid.CellOf(plot.X - CompanyMetres),
            east = PlotGrid.CellOf(plot.X + CompanyMetres);
        int south = PlotGrid.CellOf(plot.Y - CompanyMetres),
            north = PlotGrid.CellOf(plot.Y + CompanyMetres);
        for (var row = south; row <= north; row++)
        {
            for (var column = west; column <= east; column++)
            {
                for (var p = grid.FirstOf(column, row); p >= 0; p = grid.After(p))
                {
                    ref readonly var other = ref plots[batch[p]];
                    if (p != index && AreNear(other.X, other.Y, plot))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool AreNear(double x, double y, in WaitingPlot plot) =>
        Math.Abs(x - plot.X) < CompanyMetres && Math.Abs(y - plot.Y) < CompanyMetres;

    private static double Square(double value) => value * value;
}
