namespace Fourfold.Codecs.Asterix;

/// <summary>One data block: CAT, LEN and the records of one category. Lives only during the sink's call.</summary>
/// <remarks>EUROCONTROL-SPEC-0149, Part 1, §4.2.</remarks>
public readonly ref struct AsterixBlock
{
    internal AsterixBlock(ReadOnlySpan<byte> bytes, long offset)
    {
        Bytes = bytes;
        Offset = offset;
    }

    /// <summary>Category, 0–255.</summary>
    public byte Category => Bytes[0];

    /// <summary>The whole block with its header, 3–65,535 octets.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The records, without the header.</summary>
    public ReadOnlySpan<byte> Records => Bytes[AsterixLimits.HeaderOctets..];

    /// <summary>Byte offset of CAT in the source, from 0.</summary>
    public long Offset { get; }
}
