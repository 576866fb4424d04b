namespace Fourfold.Codecs.Asterix;

/// <summary>One fault, where it is in the source, and a sample of the bytes. Lives only during the sink's call.</summary>
public readonly ref struct AsterixDrop
{
    internal AsterixDrop(AsterixFault fault, byte category, string? item, long offset, ReadOnlySpan<byte> bytes)
    {
        Fault = fault;
        Category = category;
        Item = item;
        Offset = offset;
        Sample = bytes[..Math.Min(bytes.Length, AsterixLimits.MaxSampleOctets)];
    }

    /// <summary>What was wrong.</summary>
    public AsterixFault Fault { get; }

    /// <summary>Category of the block it is in; of bytes that are no block, 0.</summary>
    public byte Category { get; }

    /// <summary>The item it is in, such as <c>380</c>, or null when it is in none.</summary>
    public string? Item { get; }

    /// <summary>Byte offset in the source of the block, record or item that is wrong, from 0.</summary>
    public long Offset { get; }

    /// <summary>The bytes from there on, at most <see cref="AsterixLimits.MaxSampleOctets"/>.</summary>
    public ReadOnlySpan<byte> Sample { get; }
}
