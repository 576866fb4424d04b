using System.Numerics;

namespace Fourfold.Tracking;

/// <summary>The last transmissions of all tracks, to hear each once however many receivers bring it.</summary>
/// <remarks>
/// A hash table of fixed size, <see cref="KeptPerTrack"/> places for each track there may be; within a bucket the oldest
/// gives way. So a ship whose hour is brought at once is remembered as far back as one that reports at its pace. A key
/// outlives its track: what a second receiver brings of one that was merged away is heard all the same.
/// </remarks>
internal sealed class Transmissions
{
    // 2,000 reports a second for the 50 s of the window are 100,000; the default tracker has 262,144 places.
    private const int KeptPerTrack = 4;
    private const int BucketSize = 8;
    private const int FewestBuckets = 512;

    /// <summary>Equal contents without a transmission's hash count as one only when this close.</summary>
    private const long ContentWindow = 5 * TimeSpan.TicksPerSecond;

    private readonly Entry[] entries;
    private readonly int bucketMask;

    /// <summary>A memory for so many tracks; 24 bytes a place, touched only when used.</summary>
    public Transmissions(int tracks)
    {
        var buckets = Math.Max(FewestBuckets, tracks * KeptPerTrack / BucketSize);
        var rounded = (int)BitOperations.RoundUpToPowerOf2((uint)buckets);
        bucketMask = rounded - 1;
        entries = new Entry[rounded * BucketSize];
    }

    /// <summary>Whether it was noted at about this time, and for which slot and generation.</summary>
    public bool TryFind(ulong key, long at, long window, out int slot, out int generation)
    {
        foreach (ref readonly var entry in Bucket(key))
        {
            if (entry.Key == key && Math.Abs(entry.At - at) <= window)
            {
                (slot, generation) = (entry.Slot, entry.Generation);
                return true;
            }
        }

        (slot, generation) = (-1, 0);
        return false;
    }

    /// <summary>Remembers one.</summary>
    public void Note(ulong key, long at, int slot, int generation)
    {
        var bucket = Bucket(key);
        var place = 0;
        for (var i = 0; i < bucket.Length; i++)
        {
            if (bucket[i].Key == key)
            {
                place = i;
                break;
            }

            place = bucket[i].At < bucket[place].At ? i : place;
        }

        bucket[place] = new Entry
        {
            Key = key,
            At = at,
            Slot = slot,
            Generation = generation,
        };
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Array.Clear(entries);

    /// <summary>What identifies a transmission, never 0, and the time within which another with the same is the same.</summary>
    public static ulong KeyOf(in Observation observation, out long window, long hashWindow)
    {
        if (observation.TransmissionHash != 0)
        {
            window = hashWindow;
            return observation.TransmissionHash;
        }

        window = ContentWindow;
        var key = Mix(14695981039346656037, (ulong)observation.Mmsi.GetValueOrDefault());
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Position.Latitude));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Position.Longitude));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Speed ?? -1));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Course ?? -1));
        key = Mix(key, BitConverter.DoubleToUInt64Bits(observation.Heading ?? -1));
        return Mix(key, (ulong)observation.Kind << 8 | (byte)(observation.Status ?? NavigationStatus.Undefined)) | 1;
    }

    // The high half is folded in, for the low bits of a product depend on the low bits of its factors alone.
    private Span<Entry> Bucket(ulong key) =>
        entries.AsSpan((int)((key ^ (key >> 32)) & (uint)bucketMask) * BucketSize, BucketSize);

    // FNV-1a over words with a final shift, for the low bits of rounded numbers are often all zero.
    private static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * 1099511628211;
        return hash ^ (hash >> 32);
    }

    private struct Entry
    {
        public ulong Key;
        public long At;
        public int Slot;
        public int Generation;
    }
}
