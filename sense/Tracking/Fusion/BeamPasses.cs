namespace Fourfold.Tracking.Fusion;

/// <summary>In which of a radar's turns its beam passed a track, and in which of the last 32 that gave a plot.</summary>
internal struct BeamPasses
{
    private const int Remembered = 32;
    private uint hits;

    /// <summary>The last turn; <see cref="int.MinValue"/> for none.</summary>
    public int Last { get; private set; }

    /// <summary>The beam has not passed yet.</summary>
    public static BeamPasses None => new() { Last = int.MinValue };

    /// <summary>Notes a turn, which may be one before the last.</summary>
    public void Note(int turn, bool isHit)
    {
        var ahead = (long)turn - Last;
        var hit = isHit ? 1u : 0;
        if (ahead > 0)
        {
            hits = (ahead < Remembered ? hits << (int)ahead : 0) | hit;
            Last = turn;
        }
        else if (-ahead < Remembered)
        {
            hits |= hit << (int)-ahead;
        }
    }

    /// <summary>Whether it gave no plot in a turn; false too when that is not remembered.</summary>
    public readonly bool MissedIn(int turn)
    {
        var ago = (long)Last - turn;
        return ago < Remembered && (ago < 0 || (hits & (1u << (int)ago)) == 0);
    }
}
