namespace Fourfold.Tracking.Fusion;

/// <summary>
/// The gross error of a radar's ranges and azimuths. One that stands askew by more than it says of itself shows vessels
/// beside those that say where they are: no plot then goes to the track it is of, and <see cref="Registration"/> learns
/// nothing. So the vessels that gave no plot vote, turn by turn, with every plot that is of nobody with a name, for the one
/// shift that would bring it to them.
/// </summary>
/// <remarks>
/// The Hough transform of the error, looked for among the votes themselves. Taken when most of the named vessels in cover
/// are missed, most of the missed agree, and two turns in a row say the same. Memory and work are bounded: of a crowded sea
/// the first vessels of a turn vote.
/// </remarks>
internal sealed class Alignment(RadarSensor sensor)
{
    private const int MostMissed = 48;
    private const int MostPlots = 512;
    private const int MostVotes = 2048;
    private const int LeastAgreeing = 5;
    private const double AgreeingShare = 0.6;
    private const double MostMetres = 2000;
    private const double MostRadians = 12 * Math.PI / 180;

    /// <summary>Votes so near to each other are for one shift.</summary>
    private const double NearMetres = 60;
    private const double NearRadians = 0.5 * Math.PI / 180;

    /// <summary>Nearer than this a transponder's error is too much of an angle, metres.</summary>
    private const double LeastRange = 2000;

    /// <summary>Whether it may be askew at all; of a surveyed one it is known that it is not.</summary>
    public bool IsAsked { get; } = sensor.RangeBiasDeviation > 0 || sensor.AzimuthBiasDeviation > 0;

    private readonly Spot[] missed = new Spot[MostMissed];
    private readonly Spot[] plots = new Spot[MostPlots];
    private readonly Vote[] votes = new Vote[MostVotes];
    private int missedKept;
    private int plotsKept;
    private int misses;
    private int hits;
    private Shift? before;

    /// <summary>A place by range, metres, and azimuth, radians.</summary>
    private readonly record struct Spot(double Range, double Azimuth);

    private readonly record struct Vote(int Vessel, Shift Shift);

    /// <summary>Measured less true: metres and radians.</summary>
    public readonly record struct Shift(double Range, double Azimuth)
    {
        public bool IsNear(in Shift other) =>
            Math.Abs(Range - other.Range) <= NearMetres && Math.Abs(Azimuth - other.Azimuth) <= NearRadians;
    }

    /// <summary>A vessel that says where it is gave a plot.</summary>
    public void NoteHit() => hits++;

    /// <summary>A vessel that says where it is gave none; whether there is room for its vote.</summary>
    public bool NoteMiss()
    {
        misses++;
        return missedKept < MostMissed;
    }

    /// <summary>The vote of one that gave none.</summary>
    /// <param name="range">Where the radar should see it, metres.</param>
    /// <param name="azimuth">The same, radians.</param>
    public void NoteMissed(double range, double azimuth)
    {
        if (range >= LeastRange)
        {
            missed[missedKept++] = new Spot(range, azimuth);
        }
    }

    /// <summary>A plot that is of nobody with a name.</summary>
    public void NotePlot(double range, double azimuth)
    {
        if (plotsKept < MostPlots)
        {
            plots[plotsKept++] = new Spot(range, azimuth);
        }
    }

    /// <summary>Ends a turn.</summary>
    /// <param name="shift">By how much the radar is surely off.</param>
    /// <returns>Whether it is.</returns>
    public bool TryEndTurn(out Shift shift)
    {
        var found = misses > hits && missedKept >= LeastAgreeing ? Likeliest() : null;
        (missedKept, plotsKept, misses, hits) = (0, 0, 0, 0);
        shift = found ?? default;
        var isSure = found is { } now && before is { } then && now.IsNear(then);
        before = isSure ? null : found;
        return isSure;
    }

    private Shift? Likeliest()
    {
        var count = Count();
        var (best, most) = (-1, 0);
        for (var i = 0; i < count; i++)
        {
            var agreeing = Agreeing(votes.AsSpan(0, count), votes[i].Shift, out _);
            (best, most) = agreeing > most ? (i, agreeing) : (best, most);
        }

        if (most < LeastAgreeing || most < AgreeingShare * missedKept)
        {
            return null;
        }

        _ = Agreeing(votes.AsSpan(0, count), votes[best].Shift, out var mean);
        return mean;
    }

    private int Count()
    {
        var count = 0;
        for (var m = 0; m < missedKept; m++)
        {
            for (var p = 0; p < plotsKept && count < MostVotes; p++)
            {
                var range = plots[p].Range - missed[m].Range;
                var azimuth = Math.IEEERemainder(plots[p].Azimuth - missed[m].Azimuth, Math.Tau);
                if (Math.Abs(range) <= MostMetres && Math.Abs(azimuth) <= MostRadians)
                {
                    votes[count++] = new Vote(m, new Shift(range, azimuth));
                }
            }
        }

        return count;
    }

    // Vessels of which a vote is near a shift, and the mean of these votes.
    private static int Agreeing(ReadOnlySpan<Vote> votes, in Shift shift, out Shift mean)
    {
        var (vessels, last, count, range, azimuth) = (0, -1, 0, 0.0, 0.0);
        foreach (ref readonly var vote in votes)
        {
            if (vote.Shift.IsNear(shift))
            {
                vessels += vote.Vessel == last ? 0 : 1;
                last = vote.Vessel;
                (count, range, azimuth) = (count + 1, range + vote.Shift.Range, azimuth + vote.Shift.Azimuth);
            }
        }

        mean = new Shift(range / count, azimuth / count);
        return vessels;
    }
}
