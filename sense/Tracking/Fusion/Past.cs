namespace Fourfold.Tracking.Fusion;

/// <summary>
/// What every track was some time ago, and what was measured of it since: a measurement that comes late is put where it
/// belongs and what followed is lived through once more.
/// </summary>
/// <remarks>
/// <para>
/// A track's past is one state and a ring of at most <see cref="Most"/> measurements by rising time; which plot was whose is
/// not asked again (Bar-Shalom, Li, Kirubarajan, <i>Estimation with Applications to Tracking and Navigation</i>, 2001,
/// §7.6: reprocessing). What is older than the reach goes into the state.
/// </para>
/// <para>
/// Memory: 4.3 kB a slot, made only once something comes late; then nothing is allocated but for more slots. Cost of a late
/// measurement: one correction for each that followed it.
/// </para>
/// </remarks>
internal sealed class Past
{
    /// <summary>Measurements of a track that are kept; of more the oldest go into the state early.</summary>
    public const int Most = 48;

    private MotionState[] state = [];
    private bool[] isBegun = [];
    private byte[] first = [];
    private byte[] count = [];
    private Event[] events = [];
    private Said[] lastSaid = [];

    /// <summary>A measurement as it corrected its track.</summary>
    public struct Event
    {
        public double Time;
        public double X;
        public double Y;
        public Spread Spread;
        public double U;
        public double V;

        /// <summary>Of the velocity, m²/s²; 0 when none was measured.</summary>
        public double VelocityVariance;

        /// <summary>Whether it is what a transponder said.</summary>
        public bool IsSaid;
    }

    /// <summary>What a transponder said, and when, s.</summary>
    public readonly record struct Said(double Time, double X, double Y, double U, double V);

    /// <summary>Forgets a track's past, so that it begins anew.</summary>
    public void Forget(int slot)
    {
        if (slot < isBegun.Length)
        {
            isBegun[slot] = false;
        }
    }

    /// <summary>Forgets every past.</summary>
    public void Clear() => isBegun.AsSpan().Clear();

    /// <summary>Keeps what corrected a track; what is older than its past is not kept.</summary>
    /// <param name="slot">The track.</param>
    /// <param name="measured">What corrected it.</param>
    /// <param name="motion">What it became, for one whose past begins here.</param>
    /// <param name="before">What is older goes into the state, s.</param>
    public void Add(int slot, in Event measured, in MotionState motion, double before)
    {
        Reserve(slot);
        if (!isBegun[slot])
        {
            (isBegun[slot], first[slot], count[slot], state[slot]) = (true, 0, 0, motion);
            lastSaid[slot] = measured.IsSaid ? SaidBy(measured) : default(Said) with { Time = double.NegativeInfinity };
            return;
        }

        while (count[slot] > 0 && (count[slot] == Most || At(slot, 0).Time < before))
        {
            Fold(slot);
        }

        if (measured.Time < state[slot].Time)
        {
            return;
        }

        var at = count[slot]++;
        for (; at > 0 && At(slot, at - 1).Time > measured.Time; at--)
        {
            At(slot, at) = At(slot, at - 1);
        }

        At(slot, at) = measured;
    }

    /// <summary>What a track was at a time, from what was measured until then; false when its past does not reach so far.</summary>
    public bool TryAt(int slot, double time, out MotionState motion)
    {
        if (slot >= isBegun.Length || !isBegun[slot] || state[slot].Time > time)
        {
            motion = default;
            return false;
        }

        motion = state[slot];
        for (var i = 0; i < count[slot] && At(slot, i).Time <= time; i++)
        {
            Correct(ref motion, At(slot, i));
        }

        motion.Predict(time);
        return true;
    }

    /// <summary>Lives once more through what was measured after the time of a state.</summary>
    public void Replay(int slot, ref MotionState motion)
    {
        var since = motion.Time;
        for (var i = 0; i < count[slot]; i++)
        {
            ref readonly var measured = ref At(slot, i);
            if (measured.Time > since)
            {
                Correct(ref motion, measured);
            }
        }
    }

    /// <summary>What its transponder said nearest to a time; false when it said nothing.</summary>
    public bool TrySaid(int slot, double time, out Said said)
    {
        said = default;
        if (slot >= isBegun.Length || !isBegun[slot])
        {
            return false;
        }

        said = lastSaid[slot];
        for (var i = 0; i < count[slot]; i++)
        {
            ref readonly var measured = ref At(slot, i);
            if (measured.IsSaid && Math.Abs(measured.Time - time) < Math.Abs(said.Time - time))
            {
                said = SaidBy(measured);
            }
        }

        return double.IsFinite(said.Time);
    }

    private static Said SaidBy(in Event measured) => new(measured.Time, measured.X, measured.Y, measured.U, measured.V);

    /// <summary>Corrects a state with what was measured, at its time.</summary>
    public static void Correct(ref MotionState motion, in Event measured)
    {
        motion.CorrectPosition(measured.X, measured.Y, measured.Spread, measured.Time);
        if (measured.VelocityVariance > 0)
        {
            motion.CorrectVelocity(measured.U, measured.V, measured.VelocityVariance);
        }
    }

    private void Fold(int slot)
    {
        ref readonly var oldest = ref At(slot, 0);
        Correct(ref state[slot], oldest);
        lastSaid[slot] = oldest.IsSaid ? SaidBy(oldest) : lastSaid[slot];
        first[slot] = (byte)((first[slot] + 1) % Most);
        count[slot]--;
    }

    private ref Event At(int slot, int index) => ref events[slot * Most + (first[slot] + index) % Most];

    private void Reserve(int slot)
    {
        if (slot < isBegun.Length)
        {
            return;
        }

        var size = Math.Max(256, (slot + 1) * 3 / 2);
        Array.Resize(ref state, size);
        Array.Resize(ref isBegun, size);
        Array.Resize(ref first, size);
        Array.Resize(ref count, size);
        Array.Resize(ref lastSaid, size);
        Array.Resize(ref events, size * Most);
    }
}
