using System.Numerics;
using System.Runtime.Intrinsics;

namespace Fourfold.Tracking.Fusion;

public sealed partial class FusionTracker
{
    /// <summary>A plot is the middle of two only within the cell of 256 m it lies in.</summary>
    private const double MiddleMetres = 256;

    private double[] confirmedX = [];
    private double[] confirmedY = [];
    private int[] aroundPlot = [];

    /// <summary>A track that for so many plots in a row was never told apart from its neighbour is its shadow.</summary>
    private const int ShadowScans = 8;

    /// <summary>The same for one that was told apart before.</summary>
    private const int LongShadowScans = 40;
    private const double MergedOdds = 2;
    private int[] ownerOfPlot = [];

    /// <summary>
    /// Finds tracks left without a plot beside one that has it, both within what the radar can tell apart: then the plot is
    /// the middle of the two (a merged measurement; Koch and van Keuk, 1997, IEEE Trans. AES 33(3)).
    /// </summary>
    private void FindTwins(RadarStation station, int plotCount)
    {
        if (ownerOfPlot.Length < plotCount)
        {
            ownerOfPlot = new int[plotCount * 2];
        }

        ownerOfPlot.AsSpan(0, plotCount).Fill(-1);
        for (var i = 0; i < candidateCount; i++)
        {
            if (association.Best[i] >= 0 && association.Rivals[i] > 1)
            {
                ownerOfPlot[association.Plot[association.Best[i]]] = i;
            }
        }

        NoteResolved();
        NoteMeetings();
        for (var k = 0; k < candidateCount; k++)
        {
            if (association.Rivals[k] == 1 || association.Best[k] >= 0 || !tracks[candidates[k].Slot].IsConfirmed)
            {
                continue;
            }

            for (var p = association.FirstOf(k); p < association.FirstOf(k + 1); p++)
            {
                var i = ownerOfPlot[association.Plot[p]];
                if (
                    i >= 0
                    && candidates[i].Twin < 0
                    && IsMerged(station, i, k, association.Best[i], out var unresolved)
                )
                {
                    (candidates[i].Twin, candidates[i].TwinPair) = (k, association.Best[i]);
                    (candidates[k].Twin, candidates[k].TwinPair) = (i, association.Best[i]);
                    (candidates[i].Unresolved, candidates[k].Unresolved) = (1, unresolved);
                    break;
                }
            }
        }
    }

    /// <summary>Two tracks with a plot each, one of them in reach of both, are two things.</summary>
    private void NoteResolved()
    {
        for (var k = 0; k < candidateCount; k++)
        {
            if (association.Rivals[k] == 1 || association.Best[k] < 0)
            {
                continue;
            }

            for (var p = association.FirstOf(k); p < association.FirstOf(k + 1); p++)
            {
                var i = ownerOfPlot[association.Plot[p]];
                if (i >= 0 && i != k && tracks[candidates[i].Slot].IsConfirmed)
                {
                    tracks[candidates[k].Slot].WasResolved = true;
                }
            }
        }
    }

    /// <summary>
    /// How well a plot of the batch is the middle of two believed tracks that cannot be told apart, 1/m²: what is not yet
    /// believed must not feed on it. Few plots are asked about, so it is reckoned when one is.
    /// </summary>
    private double MiddleOf(RadarStation station, int index)
    {
        ref var plot = ref station.Plots[batch[index]];
        if (double.IsNaN(plot.Middle))
        {
            plot.Middle = 0;
            var around = FindAround(plot, MiddleMetres + WidestUnresolved(station, station.Sensor.MaximumRange) / 2);
            for (var i = 0; i < around.Length; i++)
            {
                ref readonly var a = ref candidates[around[i]];
                for (var k = i + 1; k < around.Length; k++)
                {
                    plot.Middle += MiddleOf(station, plot, a, candidates[around[k]]);
                }
            }
        }

        return plot.Middle;
    }

    private static double MiddleOf(RadarStation station, in WaitingPlot plot, in Candidate a, in Candidate b)
    {
        var widest = WidestUnresolved(station, a.Range);
        double mx = (a.Place.X + b.Place.X) / 2,
            my = (a.Place.Y + b.Place.Y) / 2;
        if (
            Math.Abs(a.Place.X - b.Place.X) > widest
            || Math.Abs(a.Place.Y - b.Place.Y) > widest
            || PlotGrid.CellOf(mx) != PlotGrid.CellOf(plot.X)
            || PlotGrid.CellOf(my) != PlotGrid.CellOf(plot.Y)
        )
        {
            return 0;
        }

        var quarter = (a.Place.Spread + b.Place.Spread) * 0.25;
        return ChanceUnresolved(station, a, b) * (plot.Spread + quarter).DensityAt(plot.X - mx, plot.Y - my);
    }

    // Farther apart a radar tells two things at a range apart for sure, metres.
    private static double WidestUnresolved(RadarStation station, double range) =>
        Math.Max(station.Sensor.RangeResolution, station.Sensor.AzimuthResolution * range) * 2;

    /// <summary>The confirmed candidates in a square around a plot, by rising number; overwritten by the next question.</summary>
    private ReadOnlySpan<int> FindAround(in WaitingPlot plot, double metres)
    {
        if (aroundPlot.Length < candidateCount)
        {
            aroundPlot = new int[candidateCount * 2];
        }

        var count = 0;
        var (x, y, most) = (Vector256.Create(plot.X), Vector256.Create(plot.Y), Vector256.Create(metres));
        for (var i = 0; i < candidateCount; i += Vector256<double>.Count)
        {
            var dx = Vector256.Abs(x - Vector256.LoadUnsafe(ref confirmedX[i]));
            var dy = Vector256.Abs(y - Vector256.LoadUnsafe(ref confirmedY[i]));
            var near = Vector256.LessThanOrEqual(dx, most) & Vector256.LessThanOrEqual(dy, most);
            for (var bits = near.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                aroundPlot[count++] = i + BitOperations.TrailingZeroCount(bits);
            }
        }

        return aroundPlot.AsSpan(0, count);
    }

    /// <summary>Where the confirmed candidates are, close together for a pass over all pairs; the others, and some beyond the last, nowhere.</summary>
    private void NoteConfirmed()
    {
        var room = candidateCount + Vector256<double>.Count;
        if (confirmedX.Length < room)
        {
            (confirmedX, confirmedY) = (new double[room * 2], new double[room * 2]);
        }

        for (var i = 0; i < candidateCount; i++)
        {
            ref readonly var candidate = ref candidates[i];
            (confirmedX[i], confirmedY[i]) = tracks[candidate.Slot].IsConfirmed
                ? (candidate.Place.X, candidate.Place.Y)
                : (double.PositiveInfinity, double.PositiveInfinity);
        }

        confirmedX.AsSpan(candidateCount, Vector256<double>.Count).Fill(double.PositiveInfinity);
    }

    private bool IsMerged(RadarStation station, int owner, int other, int pair, out double unresolved)
    {
        unresolved = 0;
        ref readonly var i = ref candidates[owner];
        ref readonly var k = ref candidates[other];
        if (!tracks[i.Slot].IsConfirmed)
        {
            return false;
        }

        ref readonly var plot = ref station.Plots[batch[association.Plot[pair]]];
        unresolved = ChanceUnresolved(station, i, k);
        var both = i.Place.Spread + k.Place.Spread;
        double mx = (i.Place.X + k.Place.X) / 2,
            my = (i.Place.Y + k.Place.Y) / 2;
        var merged = unresolved * (plot.Spread + both * 0.25).DensityAt(plot.X - mx, plot.Y - my);
        var single =
            (1 - unresolved)
            * (1 - k.Detection)
            * (plot.Spread + i.Place.Spread).DensityAt(plot.X - i.Place.X, plot.Y - i.Place.Y);
        return merged > MergedOdds * single;
    }

    private static double ChanceUnresolved(RadarStation station, in Candidate i, in Candidate k) =>
        Resolution.ChanceUnresolved(station.Sensor, i.Place, k.Place, i.Azimuth, i.Range);

    /// <summary>The plot is the middle of two, so twice the plot less the other is a measurement of this one.</summary>
    private void CorrectUnresolved(RadarStation station, ref Candidate candidate, ref FusionTrack track)
    {
        ref readonly var plot = ref station.Plots[batch[association.Plot[candidate.TwinPair]]];
        var other = candidates[candidate.Twin].Place;
        var (x, y) = (2 * plot.X - other.X, 2 * plot.Y - other.Y);
        var measured = AtOnce(candidate, x, y, plot.Spread * 4 + other.Spread);
        candidate.Motion.CorrectPosition(x, y, measured.Spread, candidate.Time);
        Settle(ref candidate, ref track, measured);
        track.LastShared = Math.Max(track.LastShared, candidate.Time);
        track.Shared++;
        ref readonly var twin = ref tracks[candidates[candidate.Twin].Slot];
        if (
            track.Shared >= (track.WasResolved ? LongShadowScans : ShadowScans)
            && !track.HasIdentity
            && (twin.HasIdentity || twin.Id < track.Id)
        )
        {
            Kill(candidate.Slot);
            return;
        }

        if (candidate.Unresolved == 1)
        {
            return;
        }

        // As far as they should have been told apart, it gave no plot.
        candidate.Detection *= 1 - candidate.Unresolved;
        candidate.Seeing *= 1 - candidate.Unresolved;
        Missed(candidate, ref track);
    }
}
