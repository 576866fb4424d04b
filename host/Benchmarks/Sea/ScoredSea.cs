using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Fourfold.Tracking.Metrics;

namespace Fourfold.Benchmarks.Sea;

/// <summary>What is true at a time: who is where, whom no sensor can see, and which MMSIs lie.</summary>
internal sealed record Moment(double Time, long[] Vessels, Position[] Truths, bool[] Unseen, HashSet<int> Lying);

/// <summary>A sea whose truth is known: what was measured, in order of arrival, and what was true.</summary>
internal sealed record ScoredSea(
    string Name,
    Position Middle,
    RadarSensor[] Radars,
    RadarSea.Row[] Rows,
    IReadOnlyList<Moment> Moments
)
{
    // Until then no tracker can know better.
    private const double WarmUpSeconds = 60;

    /// <summary>A file of the rows for programs that read one; null for a sea that was made here.</summary>
    public string? File { get; init; }

    /// <summary>How good a tracker's picture was, and the seconds of processor it took.</summary>
    /// <param name="Gospa">Metres: the root of the mean over the times after the first minute of the squared distance.</param>
    public sealed record Result(double Gospa, int Switches, double Seconds);

    /// <summary>Lets a tracker see it.</summary>
    public Result Play(IPeerTracker tracker, Func<double> clock)
    {
        var shown = new List<List<ShownTrack>>(Moments.Count);
        var (next, began) = (0, clock());
        foreach (ref readonly var row in Rows.AsSpan())
        {
            while (next < Moments.Count && Moments[next].Time < row.Arrival)
            {
                Show(Moments[next++].Time);
            }

            tracker.Feed(row);
        }

        while (next < Moments.Count)
        {
            Show(Moments[next++].Time);
        }

        var seconds = clock() - began;
        var (gospa, switches) = Score(shown);
        return new Result(gospa, switches, seconds);

        void Show(double time)
        {
            var list = new List<ShownTrack>();
            tracker.Show(time, list);
            shown.Add(list);
        }
    }

    private (double Gospa, int Switches) Score(List<List<ShownTrack>> shown)
    {
        var plane = new LocalFrame(Middle);
        var (gospa, identity, sum, times) = (new Gospa(), new IdentityTally(), 0.0, 0);
        for (var i = 0; i < Moments.Count; i++)
        {
            var moment = Moments[i];
            // A ghost that is told as one is no false track.
            ShownTrack[] tracks = [.. shown[i].Where(t => t.GhostMmsi == 0 || !moment.Lying.Contains(t.GhostMmsi))];
            var places = Array.ConvertAll(tracks, track => plane.ToLocal(track.Position));
            var truths = Array.ConvertAll(moment.Truths, plane.ToLocal);
            identity.Add(moment.Vessels, truths, Array.ConvertAll(tracks, track => track.Id), places, moment.Unseen);
            if (moment.Time >= WarmUpSeconds)
            {
                sum += gospa.Score(truths, places, moment.Unseen).Cost;
                times++;
            }
        }

        return (Math.Sqrt(sum / Math.Max(times, 1)), identity.Switches);
    }
}
