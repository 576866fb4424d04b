namespace Fourfold.Tracking.Fusion;

/// <summary>What the fusing tracker keeps of a track, changed in place; times are seconds.</summary>
internal struct FusionTrack
{
    private const double LengthGain = 0.1;

    public long Id;
    public bool IsAlive;
    public bool IsConfirmed;
    public MotionState Motion;

    /// <summary>Probability that there is such a thing.</summary>
    public double Existence;

    /// <summary>What it was when it was born of a plot.</summary>
    public double FirstExistence;

    /// <summary>The radar whose plot it was born of; −1 for none.</summary>
    public int BornRadar;

    /// <summary>Probability that radar can see it at all.</summary>
    public double Visibility;

    /// <summary>Share of a radar's own probability with which it gives plots.</summary>
    public double Detection;

    /// <summary>Share of late turns in which it gave a plot of its own.</summary>
    public double HitRate;
    public int RadarHits;
    public double Born;
    public double BornX;
    public double BornY;
    public double LastRadar;

    /// <summary>How much later than those of a radar at hand the plots of the radar that saw it last come, s.</summary>
    public double RadarDelay;

    /// <summary>How hard it has lately turned, 0 … 1, and where it was some plots ago.</summary>
    public double Wildness;

    /// <summary>How far its plots have lately lain from where they were foreseen, squared deviations of the radar.</summary>
    public double Unrest;
    public double AnchorX;
    public double AnchorY;
    public double AnchorTime;

    /// <summary>When it last had a part in a plot that is of two.</summary>
    public double LastShared;

    /// <summary>Plots in a row that it had to share.</summary>
    public int Shared;

    /// <summary>Whether it ever gave a plot of its own beside its neighbour's.</summary>
    public bool WasResolved;

    /// <summary>Length as radar sees it, metres; not a number while no radar says any.</summary>
    public double Length;

    /// <summary>0 for none.</summary>
    public int Mmsi;
    public bool IsClassB;

    /// <summary>It says that it is anchored, moored or aground.</summary>
    public bool IsAtRest;
    public double LastAis;

    /// <summary>When AIS last said something that fits.</summary>
    public double LastFit;
    public double AisX;
    public double AisY;
    public double AisU;
    public double AisV;

    /// <summary>When it last contested plots with another.</summary>
    public double LastContested;

    /// <summary>Those it contests plots with; null for none.</summary>
    public Meeting? Meeting;

    /// <summary>The track that its reports may be of instead, by how much that is likelier (logarithm of odds).</summary>
    public long Rival;
    public double RivalOdds;

    /// <summary>Reports in a row that do not fit what radar sees.</summary>
    public int Misfits;

    /// <summary>Where the last misfit says it is, and the track that is there; −1 for none.</summary>
    public double ClaimX;
    public double ClaimY;
    public double ClaimU;
    public double ClaimV;
    public double ClaimTime;
    public long ClaimedTrack;
    public bool IsOffset;
    public double OffsetUntil;
    public double SwappedUntil;

    public readonly bool HasIdentity => Mmsi != 0;

    /// <summary>What is measured of a vessel's length changes with its aspect: a mean over some ten plots.</summary>
    /// <param name="metres">As measured; NaN or 0 for not.</param>
    public void NoteLength(double metres)
    {
        if (metres > 0)
        {
            Length = double.IsNaN(Length) ? metres : Length + LengthGain * (metres - Length);
        }
    }
}
