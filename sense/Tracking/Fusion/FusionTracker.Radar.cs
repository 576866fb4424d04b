namespace Fourfold.Tracking.Fusion;

public sealed partial class FusionTracker
{
    /// <summary>Sectors for which tracks are foreseen at once.</summary>
    private const int SectorsForeseen = RadarStation.Sectors / 4;
    private const double UsualVisibility = 0.98;
    private const double UsualDetection = 0.95;
    private const double Gate = 16;
    private const double WidestGateMetres = 2000;
    private const double VelocityVariance = 150;

    /// <summary>Vessels that come into view, a square metre and turn.</summary>
    private const double BirthRate = 2e-10;

    /// <summary>In a radar's first turns every vessel is new.</summary>
    private const double FirstBirthRate = 2e-8;
    private const int FirstTurns = 3;
    private const double ConfirmAt = 0.99999;
    private const int ConfirmHits = 3;
    private const double DropAt = 0.03;
    private const double DropTentativeAt = 0.02;
    private const double DropTentativeShare = 0.05;

    /// <summary>A cell with so many times the false plots its radar admits is a patch; there one must move to be believed.</summary>
    /// <summary>Where plots are contested, one of them may be of two.</summary>
    private const double CrowdedDetection = 0.6;
    private const double MostExistenceInPatch = 0.995;
    private const double MostExistence = 0.9995;
    private const double HitRateGain = 0.08;
    private const double LeastHitRate = 0.4;
    private const double PatchFactor = 4;
    private const double WildShare = 0.3;
    private const double TooWildShare = 0.35;
    private const double WildnessGain = 0.15;
    private const int AnchorHits = 6;
    private const double PatchPace = 8;
    private const double WildMetres = 200;
    private const int WildHits = 4;
    private const double PatchMetres = 250;
    private const double PatchExistence = 0.9999;
    private const int PatchHits = 8;

    private readonly SectorBins[] bins;
    private readonly PlotGrid grid = new();
    private readonly Association association = new();
    private Candidate[] candidates = new Candidate[64];
    private int candidateCount;
    private int[] batch = new int[64];
    private double[] modelLikelihood = [];

    /// <summary>A track that the beam passes, foreseen for that moment.</summary>
    private struct Candidate
    {
        public int Slot;
        public bool IsOwned;
        public bool IsCovered;
        public MotionState Motion;
        public double Time;
        public double Ago;
        public Place Place;
        public Spread Measured;

        /// <summary>Probability of a plot, were it visible to radar.</summary>
        public double Seeing;

        /// <summary>Probability of a plot.</summary>
        public double Detection;
        public double Range;
        public double Azimuth;

        /// <summary>The one with which it shares a plot because the radar cannot tell them apart; −1 for none.</summary>
        public int Twin;

        /// <summary>How probably the radar cannot tell them apart.</summary>
        public double Unresolved;

        /// <summary>The pair of the shared plot.</summary>
        public int TwinPair;
    }

    private void ProcessSector(int radar)
    {
        var station = stations[radar];
        var sector = station.NextSector;
        if (sector % SectorsForeseen == 0 || !bins[radar].IsMade)
        {
            Foresee(radar);
        }

        var start = sector / (double)RadarStation.Sectors;
        var end = (sector + 1) / (double)RadarStation.Sectors;
        var plotCount = GatherPlots(station, start, end);
        GatherTracks(radar, sector);
        Pair(station, plotCount);
        association.Solve();
        FindTwins(station, plotCount);
        var isAlive = station.LastHeard > station.TimeAt(start) - station.Sensor.Period;
        for (var i = 0; i < candidateCount; i++)
        {
            Explain(station, i);
            if (candidates[i].IsOwned)
            {
                Apply(station, radar, i, isAlive);
            }
        }

        BearFromPlots(station, radar, plotCount, end - RadarStation.Margin);
        station.Close(end - RadarStation.Margin);
    }

    private void Foresee(int radar)
    {
        var (station, into) = (stations[radar], bins[radar]);
        into.Clear(used);
        var sector = (int)(station.NextSector % RadarStation.Sectors);
        var at = station.TimeAt((station.NextSector + (SectorsForeseen / 2)) / (double)RadarStation.Sectors);
        var end = (sector + SectorsForeseen) % RadarStation.Sectors;
        for (var slot = used - 1; slot >= 0; slot--)
        {
            if (!foreseen.IsAlive(slot))
            {
                continue;
            }

            var (x, y) = foreseen.At(slot, at);
            if (!station.MaySee(x, y, sector, end))
            {
                continue;
            }

            var (range, azimuth) = station.See(x, y);
            if (range < station.Sensor.MaximumRange * 1.02)
            {
                into.Add(slot, range, azimuth);
            }
        }
    }

    private int GatherPlots(RadarStation station, double start, double end)
    {
        var plots = station.Plots;
        if (batch.Length < plots.Length)
        {
            batch = new int[plots.Length * 2];
        }

        var count = 0;
        for (var p = 0; p < plots.Length; p++)
        {
            ref var plot = ref plots[p];
            if (plot.Turns >= start - RadarStation.Margin && plot.Turns < end + RadarStation.Margin)
            {
                station.Locate(ref plot);
                var turn = (int)Math.Floor(plot.Turns);
                plot.Clutter = station.Clutter.Rate(plot.East, plot.North, plot.Range, turn, station.FirstTurn);
                (plot.Explained, plot.Real) = (0, 0);
                batch[count++] = p;
            }
        }

        grid.Begin(count);
        for (var i = 0; i < count; i++)
        {
            ref readonly var plot = ref plots[batch[i]];
            grid.Add(i, plot.X, plot.Y);
        }

        return count;
    }

    private void GatherTracks(int radar, long sector)
    {
        var (station, from) = (stations[radar], bins[radar]);
        candidateCount = 0;
        var here = (int)(sector % RadarStation.Sectors);
        for (var slot = from.FirstOf(here); slot >= 0; slot = from.After(slot))
        {
            Gather(station, radar, slot, sector, isOwned: true);
        }

        var after = (int)((sector + 1) % RadarStation.Sectors);
        var edge = after * Math.Tau / RadarStation.Sectors + RadarStation.Margin * Math.Tau;
        for (var slot = from.FirstOf(after); slot >= 0; slot = from.After(slot))
        {
            if (from.AzimuthOf(slot) < edge)
            {
                Gather(station, radar, slot, sector + 1, isOwned: false);
            }
        }
    }

    private void Gather(RadarStation station, int radar, int slot, long sector, bool isOwned)
    {
        ref var track = ref tracks[slot];
        var turn = (int)(sector / RadarStation.Sectors);
        if (!track.IsAlive || lastTurn[radar][slot] >= turn)
        {
            return;
        }

        if (candidateCount == candidates.Length)
        {
            Array.Resize(ref candidates, candidateCount * 2);
        }

        var from = bins[radar];
        ref var candidate = ref candidates[candidateCount++];
        var (range, azimuth) = (from.RangeOf(slot), from.AzimuthOf(slot));
        candidate.Slot = slot;
        candidate.IsOwned = isOwned;
        (candidate.Range, candidate.Azimuth) = (range, azimuth);
        candidate.Time = station.TimeAt(turn + azimuth / Math.Tau);
        candidate.Motion = track.Motion;
        candidate.Motion.Predict(candidate.Time);
        candidate.Ago = Math.Max(0, candidate.Motion.Time - candidate.Time);
        candidate.Place = candidate.Motion.Combined().PlaceAt(candidate.Ago, MotionState.NoiseOf(1));
        var (sin, cos) = Math.SinCos(azimuth);
        candidate.Measured = station.SpreadAt(range, sin, cos);
        candidate.IsCovered = station.Covers(range);
        candidate.Seeing = station.Sensor.DetectionProbability * track.Detection;
        candidate.Detection = candidate.Seeing * (IsHeard(track) ? track.Visibility : 1);
        candidate.Twin = -1;
    }

    private void Pair(RadarStation station, int plotCount)
    {
        association.Begin(candidateCount, plotCount);
        var plots = station.Plots;
        for (var i = 0; i < candidateCount; i++)
        {
            ref var candidate = ref candidates[i];
            var existence = tracks[candidate.Slot].Existence;
            association.AddTrack(i, candidate.IsCovered ? 1 - existence * candidate.Detection : 1);
            var sum = candidate.Place.Spread + candidate.Measured;
            var reach = Math.Min(WidestGateMetres, Math.Sqrt(Gate * Math.Max(sum.Xx, sum.Yy)));
            int west = PlotGrid.CellOf(candidate.Place.X - reach),
                east = PlotGrid.CellOf(candidate.Place.X + reach);
            int south = PlotGrid.CellOf(candidate.Place.Y - reach),
                north = PlotGrid.CellOf(candidate.Place.Y + reach);
            for (var row = south; row <= north; row++)
            {
                for (var column = west; column <= east; column++)
                {
                    for (var p = grid.FirstOf(column, row); p >= 0; p = grid.After(p))
                    {
                        ref readonly var plot = ref plots[batch[p]];
                        if (PlotGrid.CellOf(plot.X) == column && PlotGrid.CellOf(plot.Y) == row)
                        {
                            TryPair(candidate, i, p, plot, existence, station);
                        }
                    }
                }
            }
        }
    }

    private void TryPair(
        in Candidate candidate,
        int track,
        int plot,
        in RadarStation.Waiting seen,
        double existence,
        RadarStation station
    )
    {
        double dx = seen.X - candidate.Place.X,
            dy = seen.Y - candidate.Place.Y;
        if ((candidate.Place.Spread + seen.Spread).Distance2(dx, dy) > Gate)
        {
            return;
        }

        var pair = association.Pairs;
        if (modelLikelihood.Length < (pair + 1) * MotionState.Models)
        {
            Array.Resize(ref modelLikelihood, Math.Max(1024, modelLikelihood.Length * 2));
        }

        var likelihood = 0.0;
        for (var m = 0; m < MotionState.Models; m++)
        {
            var place = candidate.Motion.Belief[m].PlaceAt(candidate.Ago, MotionState.NoiseOf(m));
            var spread = place.Spread + seen.Spread;
            var n =
                Math.Exp(-0.5 * spread.Distance2(seen.X - place.X, seen.Y - place.Y))
                / (Math.Tau * Math.Sqrt(spread.Determinant));
            modelLikelihood[pair * MotionState.Models + m] = n;
            likelihood += candidate.Motion.Share[m] * n;
        }

        var scale = likelihood > 0 ? 1 / likelihood : 0;
        for (var m = 0; m < MotionState.Models; m++)
        {
            modelLikelihood[pair * MotionState.Models + m] *= scale;
        }

        var foreign = seen.Clutter + BirthRateOf(station);
        association.AddPair(track, plot, existence * candidate.Detection * likelihood / foreign);
    }

    private static double BirthRateOf(RadarStation station) =>
        station.NextSector < FirstTurns * RadarStation.Sectors ? FirstBirthRate : BirthRate;

    /// <summary>Notes on the plots how much of them this track explains.</summary>
    private void Explain(RadarStation station, int candidate)
    {
        var plots = station.Plots;
        ref readonly var track = ref tracks[candidates[candidate].Slot];
        for (var p = association.FirstOf(candidate); p < association.FirstOf(candidate + 1); p++)
        {
            ref var plot = ref plots[batch[association.Plot[p]]];
            plot.Explained += association.Probability[p];
            plot.Real += association.Probability[p] * track.Existence;
            plot.IsUsed |= candidates[candidate].IsOwned && association.Probability[p] > 0.5;
        }
    }

    private void Apply(RadarStation station, int radar, int index, bool isAlive)
    {
        ref var candidate = ref candidates[index];
        ref var track = ref tracks[candidate.Slot];
        lastTurn[radar][candidate.Slot] = (int)(station.NextSector / RadarStation.Sectors);
        var miss = association.Miss[index];
        if (association.Rivals[index] > 1)
        {
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
        if (association.Rivals[index] > 1 && best >= 0 && association.Probability[best] > 0.2)
        {
            CorrectWith(station, ref candidate, best);
        }
        else
        {
            CorrectWithAll(station, ref candidate, index);
        }

        track.Motion = candidate.Motion;
        foreseen.Note(candidate.Slot, track);
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
            track.HitRate += HitRateGain * (hit - track.HitRate);
        }

        var r = track.Existence;
        var unseen = wasDue ? r * (1 - candidate.Detection) / (1 - r * candidate.Detection) : r;
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

    private static double Seen(double visibility, double hit, in Candidate candidate)
    {
        var missed = visibility * (1 - candidate.Seeing) / (1 - visibility * candidate.Seeing);
        return hit * 0.99 + (1 - hit) * missed;
    }

    private void Missed(in Candidate candidate, ref FusionTrack track)
    {
        var r = track.Existence;
        track.Existence = r * (1 - candidate.Detection) / (1 - r * candidate.Detection);
        track.Visibility = Seen(track.Visibility, 0, candidate);
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
        track.LastRadar = candidate.Time;
        track.Visibility = 0.99;
        track.Detection = Math.Clamp(track.Detection * 0.98 + 0.02 * 1.1, 0.7, 1);
        if (!track.IsConfirmed)
        {
            TryConfirm(station, candidate, ref track);
        }

        if (IsFedByPatch(station, candidate, ref track, best))
        {
            Kill(candidate.Slot);
            return;
        }

        if (best >= 0 && association.Probability[best] > 0.9)
        {
            LearnBias(station, candidate, track, station.Plots[batch[association.Plot[best]]]);
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

        if (track.RadarHits % AnchorHits != 0)
        {
            return false;
        }

        var way = Square(candidate.Place.X - track.AnchorX) + Square(candidate.Place.Y - track.AnchorY);
        (track.AnchorX, track.AnchorY) = (candidate.Place.X, candidate.Place.Y);
        var pace = Math.Sqrt(way) / Math.Max(1, candidate.Time - track.AnchorTime);
        track.AnchorTime = candidate.Time;
        return track.Wildness > TooWildShare && pace < PatchPace && !track.HasIdentity;
    }

    private static void TryConfirm(RadarStation station, in Candidate candidate, ref FusionTrack track)
    {
        if (track.HasIdentity)
        {
            track.IsConfirmed = true;
            return;
        }

        if (track.RadarHits < ConfirmHits)
        {
            return;
        }

        var turn = (int)(station.NextSector / RadarStation.Sectors);
        var (sin, cos) = Math.SinCos(candidate.Azimuth);
        var (east, north) = (candidate.Range * sin, candidate.Range * cos);
        var rate = station.Clutter.Rate(east, north, candidate.Range, turn, station.FirstTurn);
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

    private void CorrectWith(RadarStation station, ref Candidate candidate, int pair)
    {
        ref readonly var plot = ref station.Plots[batch[association.Plot[pair]]];
        MotionState.Shares likelihood = default;
        for (var m = 0; m < MotionState.Models; m++)
        {
            var place = candidate.Motion.Belief[m].PlaceAt(candidate.Ago, MotionState.NoiseOf(m));
            var innovation = (plot.X - place.X, plot.Y - place.Y);
            candidate
                .Motion.Belief[m]
                .CorrectPosition(candidate.Ago, innovation, place.Spread + plot.Spread, 1, default);
            likelihood[m] = modelLikelihood[pair * MotionState.Models + m];
        }

        candidate.Motion.Reweigh(likelihood);
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
                    (most, measured) = (w, plot.Spread);
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
            if (plot.Turns >= beforeTurns)
            {
                continue;
            }

            if (plot.IsUsed || plot.Explained > 0.5)
            {
                continue;
            }

            var belief = Kinematics.At(plot.X, plot.Y, plot.Spread, 0, 0, VelocityVariance);
            var slot = Bear(belief, plot.Time);
            if (slot >= 0)
            {
                tracks[slot].Motion = MotionState.Newborn(belief, plot.Time);
                tracks[slot].Existence = (1 - plot.Explained) * birth / (birth + plot.Clutter);
                tracks[slot].FirstExistence = tracks[slot].Existence;
                tracks[slot].BornRadar = radar;
                tracks[slot].RadarHits = 1;
                tracks[slot].LastRadar = plot.Time;
                lastTurn[radar][slot] = (int)Math.Floor(plot.Turns);
            }
        }
    }

    private static double Square(double value) => value * value;
}
