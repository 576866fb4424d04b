namespace Fourfold.Tracking.Fusion;

public sealed partial class FusionTracker
{
    /// <summary>Sectors for which tracks are foreseen at once.</summary>
    private const int SectorsForeseen = RadarStation.Sectors / 4;
    private const double UsualVisibility = 0.98;
    private const double UsualDetection = 0.95;
    private const double Gate = 16;

    /// <summary>Of one who turns hard: the gate of all models together closes while a vessel is thought to be quiet.</summary>
    private const double WideGate = 12;
    private const double WidestGateMetres = 2000;

    /// <summary>Vessels that come into view, a square metre and turn.</summary>
    private const double BirthRate = 2e-10;

    /// <summary>In a radar's first turns every vessel is new.</summary>
    private const double FirstBirthRate = 2e-8;
    private const int FirstTurns = 3;
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

        /// <summary>Whether <see cref="Motion"/> is of its past, so that what followed must be lived through once more.</summary>
        public bool IsRewound;
        public MotionState Motion;
        public double Time;
        public double Ago;
        public Place Place;

        /// <summary>Where it is foreseen if it turns hard.</summary>
        public Place Widest;
        public Spread Measured;

        /// <summary>What a plot of it is off for the doubt of its radar's clock.</summary>
        public Spread Untimely;

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
        NoteConfirmed();
        Pair(station, plotCount);
        association.Solve();
        FindTwins(station, plotCount);
        var isAlive = station.LastHeard > station.TimeAt(start) - station.Sensor.Period;
        for (var i = 0; i < candidateCount; i++)
        {
            Explain(station, i);
            if (candidates[i].IsOwned)
            {
                Glance(station, radar, i, isAlive);
                Apply(station, radar, i, isAlive);
            }
        }

        FinishTouched(radar);

        BearFromPlots(station, radar, plotCount, end - RadarStation.Margin);
        NoteNameless(station, plotCount, end - RadarStation.Margin);
        station.Close(end - RadarStation.Margin);
        if (station.NextSector % RadarStation.Sectors == 0 && station.Alignment.TryEndTurn(out var askew))
        {
            station.SetRight(askew);
        }
    }

    private void Foresee(int radar)
    {
        var (station, into) = (stations[radar], bins[radar]);
        into.Clear(used);
        var sector = (int)(station.NextSector % RadarStation.Sectors);
        var at = station.TimeAt((station.NextSector + (SectorsForeseen / 2)) / (double)RadarStation.Sectors);
        var wedge = station.WedgeOf(sector, SectorsForeseen + 1);
        for (var slot = used - 1; slot >= 0; slot--)
        {
            if (!foreseen.IsAlive(slot))
            {
                continue;
            }

            var (x, y) = foreseen.At(slot, at);
            if (!wedge.Holds(x, y))
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
        if (batch.Length < plots.Count)
        {
            batch = new int[plots.Count * 2];
        }

        var count = 0;
        var (from, to) = (start - RadarStation.Margin, end + RadarStation.Margin);
        foreach (var (turns, slot) in plots.Queue)
        {
            if (turns >= from && turns < to)
            {
                ref var plot = ref plots[slot];
                station.Locate(ref plot);
                station.Clutter.Fetch(plot.East, plot.North);
                (plot.Explained, plot.Middle) = (0, double.NaN);
                batch[count++] = slot;
            }
        }

        grid.Begin(count);
        for (var i = 0; i < count; i++)
        {
            ref var plot = ref plots[batch[i]];
            plot.Clutter = station.Clutter.Rate(plot.East, plot.North, plot.Range, (int)Math.Floor(plot.Turns));
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
            FetchAfter(radar, slot);
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

    private void FetchAfter(int radar, int slot)
    {
        var after = bins[radar].After(slot);
        if (after >= 0)
        {
            Ahead.Fetch(ref tracks[after]);
            Ahead.Fetch(ref passes[radar][after]);
            bins[radar].FetchAfter(after);
        }
    }

    private void Gather(RadarStation station, int radar, int slot, long sector, bool isOwned)
    {
        ref var track = ref tracks[slot];
        var turn = (int)(sector / RadarStation.Sectors);
        if (!track.IsAlive || passes[radar][slot].Last >= turn)
        {
            return;
        }

        var (range, azimuth) = (bins[radar].RangeOf(slot), bins[radar].AzimuthOf(slot));
        ref var candidate = ref NextCandidate();
        candidate.IsOwned = isOwned;
        Foretell(ref candidate, station, slot, station.TimeAt(turn + azimuth / Math.Tau), range, azimuth);
    }

    private ref Candidate NextCandidate()
    {
        if (candidateCount == candidates.Length)
        {
            Array.Resize(ref candidates, candidateCount * 2);
        }

        return ref candidates[candidateCount++];
    }

    /// <summary>What a track is, or was, when the beam is on it at a place, and with what doubt a plot of it would lie where.</summary>
    private void Foretell(
        ref Candidate candidate,
        RadarStation station,
        int slot,
        double time,
        double range,
        double azimuth
    )
    {
        ref readonly var track = ref tracks[slot];
        candidate.Slot = slot;
        (candidate.Range, candidate.Azimuth) = (range, azimuth);
        candidate.Time = time;
        if (TryRewind(ref candidate, track))
        {
            candidate.Motion.Predict(candidate.Time);
        }
        else
        {
            candidate.Motion.PredictFrom(track.Motion, candidate.Time);
        }

        candidate.Ago = Math.Max(0, candidate.Motion.Time - candidate.Time);
        var combined = candidate.Motion.Combined();
        candidate.Place = combined.PlaceAt(candidate.Ago, MotionState.NoiseOf(1));
        var (sin, cos) = Math.SinCos(azimuth);
        candidate.Untimely = Spread.Along(combined.U, combined.V) * station.Registration.TimeVariance;
        candidate.Measured = station.SpreadAt(range, sin, cos) + candidate.Untimely;
        candidate.IsCovered = station.Covers(range, azimuth);
        candidate.Seeing = station.Detection * track.Detection;
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
            ref readonly var wildest = ref candidate.Motion.Belief[MotionState.Models - 1];
            candidate.Widest = wildest.PlaceAt(candidate.Ago, MotionState.NoiseOf(MotionState.Models - 1));
            var sum = candidate.Widest.Spread + candidate.Measured;
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
                        if (grid.IsIn(p, column, row))
                        {
                            TryPair(candidate, i, p, plots[batch[p]], existence, station);
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
        in WaitingPlot seen,
        double existence,
        RadarStation station
    )
    {
        double dx = seen.X - candidate.Place.X,
            dy = seen.Y - candidate.Place.Y;
        var spread = seen.Spread + candidate.Untimely;
        if (
            (candidate.Place.Spread + spread).Distance2(dx, dy) > Gate
            && (candidate.Widest.Spread + spread).Distance2(seen.X - candidate.Widest.X, seen.Y - candidate.Widest.Y)
                > WideGate
        )
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
            var n = (place.Spread + spread).DensityAt(seen.X - place.X, seen.Y - place.Y);
            modelLikelihood[pair * MotionState.Models + m] = n;
            likelihood += candidate.Motion.Share[m] * n;
        }

        var scale = likelihood > 0 ? 1 / likelihood : 0;
        for (var m = 0; m < MotionState.Models; m++)
        {
            modelLikelihood[pair * MotionState.Models + m] *= scale;
        }

        var foreign =
            seen.Clutter + BirthRateOf(station) + (tracks[candidate.Slot].IsConfirmed ? 0 : MiddleOf(station, plot));
        association.AddPair(track, plot, existence * candidate.Detection * likelihood / foreign);
    }

    private static double BirthRateOf(RadarStation station) =>
        station.NextSector < FirstTurns * RadarStation.Sectors ? FirstBirthRate : BirthRate;
}
