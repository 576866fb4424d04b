using System.Buffers.Binary;
using System.Numerics;
using Fourfold.Codecs.Csv;

namespace Fourfold.Codecs.Ais;

/// <summary>Knows messages again that several stations received, or one received twice, within a window of time.</summary>
/// <remarks>
/// Compares a 64-bit hash of the payload, so two different messages in one window are taken for one once in 10¹⁹ pairs. A
/// ship never sends the same bits twice within seconds: position, second or communication state differ. Bounded: at
/// <see cref="Capacity"/> the oldest gives way. Not thread-safe; allocates nothing after construction.
/// </remarks>
public sealed class DuplicateFilter
{
    /// <summary>Milliseconds within which the same bits are taken for the same message, unless told otherwise.</summary>
    public const long DefaultWindowMilliseconds = 10_000;

    private readonly long _windowMs;
    private readonly ulong[] _hashes;
    private readonly long[] _times;
    private readonly int[] _next;
    private readonly int[] _buckets;
    private int _oldest;
    private int _count;

    /// <summary>A filter that knows nothing yet.</summary>
    /// <param name="windowMilliseconds">How long a message is known; above 0.</param>
    /// <param name="capacity">Messages known at once, 1–16,777,216. 65,536 at 2,000 messages a second are half a minute.</param>
    public DuplicateFilter(long windowMilliseconds = DefaultWindowMilliseconds, int capacity = 65_536)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windowMilliseconds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 24);
        _windowMs = windowMilliseconds;
        _hashes = new ulong[capacity];
        _times = new long[capacity];
        _next = new int[capacity];
        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)capacity)];
        Array.Fill(_buckets, -1);
    }

    /// <summary>Messages it can know at once.</summary>
    public int Capacity => _hashes.Length;

    /// <summary>Messages that were known again so far.</summary>
    public long Suppressed { get; private set; }

    /// <summary>True when the same bits came within the window before <paramref name="timeMs"/>; else they are remembered.</summary>
    /// <param name="bits">The message.</param>
    /// <param name="timeMs">When it came, milliseconds of any one clock. A time before the last is taken as it is.</param>
    public bool IsDuplicate(AisBits bits, long timeMs) => IsKnown(Hash(bits), timeMs);

    /// <summary>
    /// True when a row of the same cells came within the window before: what several stations heard stands in a table as
    /// often as it was heard. The clock is the rows' own.
    /// </summary>
    public bool IsDuplicate(in AisCsvRow row) => IsKnown(Hash(row.Bytes), row.TimeUnixMs);

    private bool IsKnown(ulong hash, long timeMs)
    {
        while (_count > 0 && timeMs - _times[_oldest] > _windowMs)
        {
            Forget();
        }
        var bucket = (int)(hash & (ulong)(_buckets.Length - 1));
        for (var at = _buckets[bucket]; at >= 0; at = _next[at])
        {
            if (_hashes[at] == hash && Math.Abs(timeMs - _times[at]) <= _windowMs)
            {
                Suppressed++;
                return true;
            }
        }
        Remember(hash, bucket, timeMs);
        return false;
    }

    private void Remember(ulong hash, int bucket, long timeMs)
    {
        if (_count == Capacity)
        {
            Forget();
        }
        var at = (_oldest + _count) % Capacity;
        (_hashes[at], _times[at], _next[at]) = (hash, timeMs, _buckets[bucket]);
        _buckets[bucket] = at;
        _count++;
    }

    // The oldest is the last of its chain, for the newest are put in front.
    private void Forget()
    {
        ref var link = ref _buckets[(int)(_hashes[_oldest] & (ulong)(_buckets.Length - 1))];
        while (link != _oldest)
        {
            link = ref _next[link];
        }
        link = -1;
        _oldest = (_oldest + 1) % Capacity;
        _count--;
    }

    // Multiply and fold, 48 bits at a time.
    private static ulong Hash(AisBits bits)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)bits.Length;
        var at = 0;
        for (; at + 48 <= bits.Length; at += 48)
        {
            hash = Mix(hash ^ bits.Bits(at, 48));
        }
        return at < bits.Length ? Mix(hash ^ bits.Bits(at, bits.Length - at)) : hash;
    }

    private static ulong Hash(ReadOnlySpan<byte> row)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)row.Length;
        for (; row.Length >= sizeof(ulong); row = row[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(row));
        }
        foreach (var one in row)
        {
            hash = Mix(hash ^ one);
        }
        return hash;
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0xD6E8FEB86659FD93UL, out var low);
        return high ^ low;
    }
}
