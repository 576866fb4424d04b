using Fourfold.Geo;

namespace Fourfold.Tracking.Metrics;

/// <summary>
/// The cheapest way to pair truths with tracks that lie within a cut-off: a pair costs its distance to a power, what stays
/// alone costs the cut-off to that power a truth. Exact; see <see cref="SparseAssignment"/>.
/// </summary>
internal sealed class PairAssignment(double cutOff, double order)
{
    private readonly double alone = Math.Pow(cutOff, order);
    private readonly SparseAssignment assignment = new();
    private int[] byEast = [];
    private double[] east = [];

    /// <summary>The track of each truth, −1 for none. Valid until the next call.</summary>
    /// <param name="truths">Metres; one that is not finite stays alone.</param>
    /// <param name="tracks">Metres, the same plane.</param>
    /// <param name="kept">A track a truth rather keeps, −1 for none; empty for no wishes. Keeping goes before all distances.</param>
    /// <param name="keptWithin">Up to which distance it is kept, metres.</param>
    public ReadOnlySpan<int> Solve(
        ReadOnlySpan<LocalPoint> truths,
        ReadOnlySpan<LocalPoint> tracks,
        ReadOnlySpan<int> kept = default,
        double keptWithin = 0
    )
    {
        var count = Sort(tracks);
        // More than all costs of all truths together.
        var wish = (truths.Length + 1) * alone;
        assignment.Begin(truths.Length, tracks.Length, alone);
        for (var truth = 0; truth < truths.Length; truth++)
        {
            assignment.AddRow();
            var place = truths[truth];
            for (var at = FirstEastOf(place.East - cutOff, count); at < count && east[at] < place.East + cutOff; at++)
            {
                var track = byEast[at];
                var apart = (tracks[track] - place).Length;
                if (apart < cutOff)
                {
                    var isKept = !kept.IsEmpty && kept[truth] == track && apart < keptWithin;
                    assignment.AddPair(track, Math.Pow(apart, order) - (isKept ? wish : 0));
                }
            }
        }

        return assignment.Solve();
    }

    private int Sort(ReadOnlySpan<LocalPoint> tracks)
    {
        if (east.Length < tracks.Length)
        {
            byEast = new int[2 * tracks.Length];
            east = new double[2 * tracks.Length];
        }

        var count = 0;
        for (var track = 0; track < tracks.Length; track++)
        {
            if (double.IsFinite(tracks[track].East) && double.IsFinite(tracks[track].North))
            {
                (byEast[count], east[count]) = (track, tracks[track].East);
                count++;
            }
        }

        Array.Sort(east, byEast, 0, count);
        return count;
    }

    private int FirstEastOf(double least, int count)
    {
        var at = Array.BinarySearch(east, 0, count, least);
        at = at < 0 ? ~at : at;
        while (at > 0 && east[at - 1] >= least)
        {
            at--;
        }

        return at;
    }
}
