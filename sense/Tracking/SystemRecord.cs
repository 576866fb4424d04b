namespace Fourfold.Tracking;

/// <summary>What the system tracker keeps of a track: which report and which echo make it up, and how it was last told.</summary>
internal struct SystemRecord
{
    public const int None = -1;

    public TrackId Id;
    public int Generation;
    public bool IsUsed;
    public bool IsAnnounced;
    public bool IsDirty;

    /// <summary>The slot stands in the list of changed ones; survives its track.</summary>
    public bool IsListed;

    /// <summary>Slot of the transponder's track, <see cref="None"/> when silent.</summary>
    public int Report;

    /// <summary>Slot of the fused track, <see cref="None"/> when radar does not know it.</summary>
    public int Echo;

    /// <summary>Slot of the fused track whose AIS claims to be here; <see cref="None"/> for anything real.</summary>
    public int ClaimOf;

    public long FirstTicks;
    public int Plots;
    public bool IsSimulated;
    public long PlotReceivedTicks;
    public RawRef PlotRaw;
    public Contributions Contributions;

    /// <summary>The state that was told of it last.</summary>
    public TrackState Last;

    /// <summary>When it was last told, and what of it an operator would miss at once.</summary>
    public long ToldTicks;
    public Fusion.TrackAlerts ToldAlerts;
}
