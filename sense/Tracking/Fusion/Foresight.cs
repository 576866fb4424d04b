namespace Fourfold.Tracking.Fusion;

/// <summary>
/// What is looked at of every track: where it is foreseen. Apart from the rest of a track, for it is read in passes over all
/// of them, and within one line of the cache, for it is changed one by one.
/// </summary>
internal sealed class Foresight
{
    /// <summary>In place of an MMSI where there is no track.</summary>
    private const int NoTrack = -1;

    private Foreseen[] tracks = [];

    private struct Foreseen
    {
        public double X;
        public double Y;
        public double U;
        public double V;
        public double Time;
        public int Mmsi;
    }

    /// <summary>Makes room for so many slots.</summary>
    public void Resize(int slots)
    {
        var old = tracks.Length;
        Array.Resize(ref tracks, slots);
        tracks.AsSpan(old).Fill(new Foreseen { Mmsi = NoTrack });
    }

    /// <summary>Takes over what a track now believes.</summary>
    public void Note(int slot, in FusionTrack track)
    {
        var mean = track.Motion.Mean();
        tracks[slot] = new Foreseen
        {
            X = mean.X,
            Y = mean.Y,
            U = mean.U,
            V = mean.V,
            Time = track.Motion.Time,
            Mmsi = track.Mmsi,
        };
    }

    /// <summary>There is no track any more.</summary>
    public void Forget(int slot) => tracks[slot].Mmsi = NoTrack;

    /// <summary>Whether there is a track.</summary>
    public bool IsAlive(int slot) => tracks[slot].Mmsi != NoTrack;

    /// <summary>Whether there is a track without identity.</summary>
    public bool IsNameless(int slot) => tracks[slot].Mmsi == 0;

    /// <summary>Where it is at a time, with constant velocity.</summary>
    public (double X, double Y) At(int slot, double at)
    {
        ref readonly var it = ref tracks[slot];
        var dt = at - it.Time;
        return (it.X + dt * it.U, it.Y + dt * it.V);
    }

    /// <summary>Whether it is then within a square around a place.</summary>
    public bool IsNear(int slot, double at, double aboutX, double aboutY, double metres)
    {
        var (px, py) = At(slot, at);
        return Math.Abs(px - aboutX) <= metres && Math.Abs(py - aboutY) <= metres;
    }
}
