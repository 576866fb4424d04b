namespace Fourfold.Tracking;

/// <summary>The last transmissions of each track, to hear each once however many receivers bring it.</summary>
internal sealed class Transmissions
{
    // At a report every two seconds this bridges receivers that lie half a minute apart.
    private const int Kept = 16;

    private ulong[] keys = [];
    private long[] times = [];
    private byte[] cursors = [];

    /// <summary>Equal contents without a transmission's hash count as one only when this close.</summary>
    private const long ContentWindow = 5 * TimeSpan.TicksPerSecond;

    public void Resize(int slots)
    {
        Array.Resize(ref keys, slots * Kept);
        Array.Resize(ref times, slots * Kept);
        Array.Resize(ref cursors, slots);
    }

    public void Clear(int slot) => keys.AsSpan(slot * Kept, Kept).Clear();

    public bool Holds(int slot, ulong key, long at, long window)
    {
        var known = keys.AsSpan(slot * Kept, Kept);
        for (var i = 0; i < Kept; i++)
        {
            if (known[i] == key && Math.Abs(times[slot * Kept + i] - at) <= window)
            {
                return true;
            }
        }

        return false;
    }

    public void Note(int slot, ulong key, long at)
    {
        var place = slot * Kept + cursors[slot];
        keys[place] = key;
        times[place] = at;
        cursors[slot] = (byte)((cursors[slot] + 1) % Kept);
    }

    /// <summary>What identifies a transmission, never 0, and the time within which another with the same is the same.</summary>
    public static ulong KeyOf(in Observation observation, out long window, long hashWindow)
    {
        if (observation.TransmissionHash != 0)
        {
            window = hashWindow;
            return observation.TransmissionHash;
        }

        window = ContentWindow;
        var key = Mix(14695981039346656037, BitConverter.DoubleToUInt64Bits(observation.Position.Latitude));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Position.Longitude));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Speed ?? -1));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Course ?? -1));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Heading ?? -1));
        return Mix(key, (ulong)observation.Kind << 8 | (byte)(observation.Status ?? NavigationStatus.Undefined)) | 1;
    }

    // FNV-1a over words with a final shift, for the low bits of rounded numbers are often all zero.
    private static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * 1099511628211;
        return hash ^ (hash >> 32);
    }
}
