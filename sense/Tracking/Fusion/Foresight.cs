namespace Fourfold.Tracking.Fusion;

/// <summary>
/// What is looked at of every track: where it is foreseen. One array a number, apart from the rest of a track, for these
/// are read in passes over all of them.
/// </summary>
internal sealed class Foresight
{
    /// <summary>In place of an MMSI where there is no track.</summary>
    public const int NoTrack = -1;

    private double[] x = [];
    private double[] y = [];
    private double[] u = [];
    private double[] v = [];
    private double[] time = [];
    private int[] mmsi = [];

    /// <summary>Makes room for so many slots.</summary>
    public void Resize(int slots)
    {
        var old = mmsi.Length;
        Array.Resize(ref x, slots);
        Array.Resize(ref y, slots);
        Array.Resize(ref u, slots);
        Array.Resize(ref v, slots);
        Array.Resize(ref time, slots);
        Array.Resize(ref mmsi, slots);
        mmsi.AsSpan(old).Fill(NoTrack);
    }

    /// <summary>Takes over what a track now believes.</summary>
    public void Note(int slot, in FusionTrack track)
    {
        double px = 0,
            py = 0,
            pu = 0,
            pv = 0;
        for (var m = 0; m < MotionState.Models; m++)
        {
            ref readonly var belief = ref track.Motion.Belief[m];
            var share = track.Motion.Share[m];
            px += share * belief.X;
            py += share * belief.Y;
            pu += share * belief.U;
            pv += share * belief.V;
        }

        (x[slot], y[slot], u[slot], v[slot]) = (px, py, pu, pv);
        time[slot] = track.Motion.Time;
        mmsi[slot] = track.Mmsi;
    }

    /// <summary>There is no track any more.</summary>
    public void Forget(int slot) => mmsi[slot] = NoTrack;

    /// <summary>Whether there is a track.</summary>
    public bool IsAlive(int slot) => mmsi[slot] != NoTrack;

    /// <summary>Whether there is a track without identity.</summary>
    public bool IsNameless(int slot) => mmsi[slot] == 0;

    /// <summary>Where it is at a time, with constant velocity.</summary>
    public (double X, double Y) At(int slot, double at)
    {
        var dt = at - time[slot];
        return (x[slot] + dt * u[slot], y[slot] + dt * v[slot]);
    }

    /// <summary>Whether it is then within a square around a place.</summary>
    public bool IsNear(int slot, double at, double aboutX, double aboutY, double metres)
    {
        var (px, py) = At(slot, at);
        return Math.Abs(px - aboutX) <= metres && Math.Abs(py - aboutY) <= metres;
    }
}
