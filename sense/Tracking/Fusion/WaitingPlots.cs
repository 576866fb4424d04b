using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>
/// Plots that wait for their sector. A plot stays where it was put, for it is long and hundreds wait; only their order is
/// looked through and closed up for every sector.
/// </summary>
internal sealed class WaitingPlots
{
    private WaitingPlot[] plots = new WaitingPlot[256];
    private int[] free = new int[256];
    private Entry[] queue = new Entry[256];
    private int freeCount;
    private int used;

    /// <summary>A plot in the order of arrival: where on the beam's way it lies, and its slot.</summary>
    public readonly record struct Entry(double Turns, int Slot);

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Those that wait, in order of arrival.</summary>
    public ReadOnlySpan<Entry> Queue => queue.AsSpan(0, Count);

    /// <summary>The slot of the one that came last.</summary>
    public int Last => queue[Count - 1].Slot;

    /// <summary>The one in a slot.</summary>
    public ref WaitingPlot this[int slot] => ref plots[slot];

    /// <summary>Takes one in.</summary>
    public void Add(in WaitingPlot plot)
    {
        if (Count == queue.Length)
        {
            Array.Resize(ref queue, Count * 2);
            Array.Resize(ref plots, Count * 2);
            Array.Resize(ref free, Count * 2);
        }

        var slot = freeCount > 0 ? free[--freeCount] : used++;
        plots[slot] = plot;
        queue[Count++] = new Entry(plot.Turns, slot);
    }

    /// <summary>Moves all by so many metres and turns.</summary>
    public void Shift(double metres, double turns)
    {
        foreach (ref var entry in queue.AsSpan(0, Count))
        {
            entry = entry with { Turns = entry.Turns + turns };
            ref var plot = ref plots[entry.Slot];
            (plot.Turns, plot.Range) = (plot.Turns + turns, plot.Range + metres);
            plot.Azimuth = Angle.Wrap(plot.Azimuth + turns * Math.Tau);
        }
    }

    /// <summary>Lets go of the one that came last.</summary>
    public void DropLast() => free[freeCount++] = queue[--Count].Slot;

    /// <summary>Lets go of those before a place of the beam's way, and of those that were used.</summary>
    /// <param name="beforeTurns">That place, turns.</param>
    /// <param name="usedBeforeTurns">None that lies further was used.</param>
    public void Close(double beforeTurns, double usedBeforeTurns)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            var (turns, slot) = queue[i];
            if (turns < beforeTurns || (turns < usedBeforeTurns && plots[slot].IsUsed))
            {
                free[freeCount++] = slot;
            }
            else
            {
                queue[kept++] = queue[i];
            }
        }

        Count = kept;
    }
}

/// <summary>A plot that waits for its sector.</summary>
internal struct WaitingPlot
{
    public double Time;

    /// <summary>Place on the beam's way, turns.</summary>
    public double Turns;
    public double Range;
    public double Azimuth;
    public double X;
    public double Y;
    public double East;
    public double North;
    public Spread Spread;

    /// <summary>False plots a square metre and turn where it lies.</summary>
    public double Clutter;

    /// <summary>How well it is the middle of two believed tracks that cannot be told apart, 1/m²; not a number until asked.</summary>
    public double Middle;

    /// <summary>Probability that one of the tracks gave it.</summary>
    public double Explained;

    public bool IsUsed;

    /// <summary>Whether it went to a track with a name.</summary>
    public bool IsNamed;

    /// <summary>Where its bytes lie.</summary>
    public RawRef Raw;

    /// <summary>Of what it shows, metres; not a number when that is not said.</summary>
    public double Length;
}
