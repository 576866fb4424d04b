namespace Fourfold.Tracking;

/// <summary>Identity of a track for life; a UUID of version 7, so ids sort by birth.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct TrackId(Guid Value)
{
    /// <summary>As the UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>Makes track ids that never repeat, without clock or chance of its own.</summary>
/// <remarks>
/// UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds at birth, 12 bits of a counter, 40 bits of the
/// epoch, 22 more bits of the counter. Same epoch and same births give the same ids, so a replay is bit for bit the
/// same; another start of the same cell has another epoch, so its ids differ.
/// </remarks>
public sealed class TrackIdSource
{
    /// <summary>Greatest epoch.</summary>
    public const long MaximumEpoch = (1L << 40) - 1;

    private readonly ulong epoch;
    private ulong counter;

    /// <summary>Ids of one life of one cell.</summary>
    /// <param name="epoch">0 … 2⁴⁰ − 1, never used before by this installation: from the database, or drawn at random.</param>
    public TrackIdSource(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epoch, MaximumEpoch);
        this.epoch = (ulong)epoch;
    }

    /// <summary>The next id for a track born at a time.</summary>
    public TrackId Next(DateTimeOffset bornAt)
    {
        var count = counter++;
        Span<byte> bytes = stackalloc byte[16];
        var high = ((ulong)bornAt.ToUnixTimeMilliseconds() << 16) | 0x7000 | (count & 0xFFF);
        var low = 0x8000_0000_0000_0000 | (epoch << 22) | ((count >> 12) & 0x3F_FFFF);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new TrackId(new Guid(bytes, bigEndian: true));
    }
}
