namespace Fourfold.Tracking.Fusion;

/// <summary>The tracks a radar will pass in each of its next sectors, by where they are foreseen.</summary>
internal sealed class SectorBins
{
    private readonly int[] head = new int[RadarStation.Sectors];
    private Passed[] passed = [];

    /// <summary>A track that the beam will pass, and the one behind it in its bin, −1 for none.</summary>
    private readonly record struct Passed(double Range, double Azimuth, int Next);

    /// <summary>Whether it was ever filled.</summary>
    public bool IsMade { get; private set; }

    /// <summary>Empties all bins and makes room for so many tracks.</summary>
    public void Clear(int tracks)
    {
        IsMade = true;
        head.AsSpan().Fill(-1);
        if (passed.Length < tracks)
        {
            passed = new Passed[tracks * 2];
        }
    }

    /// <summary>Adds a track; the last added comes first.</summary>
    public void Add(int slot, double metres, double radians)
    {
        var sector = SectorOf(radians);
        passed[slot] = new Passed(metres, radians, head[sector]);
        head[sector] = slot;
    }

    /// <summary>The sector of an azimuth, radians in [0, 2π).</summary>
    public static int SectorOf(double radians) =>
        Math.Min(RadarStation.Sectors - 1, (int)(radians / Math.Tau * RadarStation.Sectors));

    /// <summary>First track of a sector; −1 for none.</summary>
    public int FirstOf(int sector) => head[sector];

    /// <summary>The track after one; −1 after the last.</summary>
    public int After(int slot) => passed[slot].Next;

    /// <summary>Asks memory for the track after one.</summary>
    public void FetchAfter(int slot)
    {
        if (passed[slot].Next is >= 0 and var after)
        {
            Ahead.Fetch(ref passed[after]);
        }
    }

    /// <summary>Range at which it is foreseen, metres.</summary>
    public double RangeOf(int slot) => passed[slot].Range;

    /// <summary>Azimuth at which it is foreseen, radians.</summary>
    public double AzimuthOf(int slot) => passed[slot].Azimuth;
}
