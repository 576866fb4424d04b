using Fourfold.Geo;

namespace Fourfold.Tracking.Metrics;

/// <summary>Counts, from time to time, how often vessels change their track and how often they are lost for a while.</summary>
/// <remarks>
/// A vessel keeps its track as long as that is near, whatever else is nearer; the others are paired as <see cref="Gospa"/>
/// does (the correspondence of Bernardin and Stiefelhagen, 2008, EURASIP J. Image and Video Processing, §2.1). Switches are
/// their mismatches; fragments as in Li, Huang and Nevatia, 2009, CVPR, table 2. Memory: one entry a vessel seen.
/// </remarks>
public sealed class IdentityTally
{
    private readonly Dictionary<long, History> histories = [];
    private readonly Dictionary<long, int> indexOf = [];
    private readonly PairAssignment pairing;
    private readonly double keptWithin;

    /// <summary>With the distances that pair.</summary>
    /// <param name="cutOff">Farther apart nothing is paired, metres above 0.</param>
    /// <param name="keptWithin">So near its last track a vessel keeps it, metres from 0 to the cut-off.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not so.</exception>
    public IdentityTally(double cutOff = 300, double keptWithin = 150)
    {
        if (!(cutOff > 0) || !double.IsFinite(cutOff))
        {
            throw new ArgumentOutOfRangeException(nameof(cutOff), cutOff, "metres above 0");
        }

        if (!(keptWithin >= 0) || keptWithin > cutOff)
        {
            throw new ArgumentOutOfRangeException(nameof(keptWithin), keptWithin, "metres from 0 to the cut-off");
        }

        pairing = new PairAssignment(cutOff, order: 2);
        this.keptWithin = keptWithin;
    }

    /// <summary>How often a vessel had another track than before.</summary>
    public int Switches { get; private set; }

    /// <summary>How often a vessel had a track again after it had had none.</summary>
    public int Fragments { get; private set; }

    /// <summary>Takes the next time. A track id that stands there twice is taken once, the first.</summary>
    /// <param name="vessels">Who is there; each once.</param>
    /// <param name="truths">Where, metres.</param>
    /// <param name="trackIds">Which tracks there are.</param>
    /// <param name="tracks">Where, metres in the same plane.</param>
    /// <param name="mayBeMissed">Vessels no sensor could see, for which having no track is no loss; empty for none.</param>
    /// <exception cref="ArgumentException">What belongs together has different lengths.</exception>
    public void Add(
        ReadOnlySpan<long> vessels,
        ReadOnlySpan<LocalPoint> truths,
        ReadOnlySpan<long> trackIds,
        ReadOnlySpan<LocalPoint> tracks,
        ReadOnlySpan<bool> mayBeMissed = default
    )
    {
        if (
            vessels.Length != truths.Length
            || trackIds.Length != tracks.Length
            || (!mayBeMissed.IsEmpty && mayBeMissed.Length != truths.Length)
        )
        {
            throw new ArgumentException("one place for each id");
        }

        var places = tracks.ToArray();
        indexOf.Clear();
        for (var i = 0; i < trackIds.Length; i++)
        {
            if (!indexOf.TryAdd(trackIds[i], i))
            {
                places[i] = new LocalPoint(double.NaN, double.NaN);
            }
        }

        var kept = new int[vessels.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = histories.TryGetValue(vessels[i], out var known)
                ? indexOf.GetValueOrDefault(known.Track, -1)
                : -1;
        }

        var trackOf = pairing.Solve(truths, places, kept, keptWithin);
        for (var i = 0; i < vessels.Length; i++)
        {
            Note(vessels[i], trackOf[i] < 0 ? null : trackIds[trackOf[i]], mayBeMissed.IsEmpty || !mayBeMissed[i]);
        }
    }

    private void Note(long vessel, long? track, bool isLossCounted)
    {
        var isKnown = histories.TryGetValue(vessel, out var before);
        if (track is not { } id)
        {
            if (isKnown && isLossCounted)
            {
                histories[vessel] = before with { IsLost = true };
            }

            return;
        }

        Switches += isKnown && before.Track != id ? 1 : 0;
        Fragments += isKnown && before.IsLost ? 1 : 0;
        histories[vessel] = new History(id, IsLost: false);
    }

    private readonly record struct History(long Track, bool IsLost);
}
