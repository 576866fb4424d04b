namespace Fourfold.Codecs.Ais;

/// <summary>Bits of an application, which the standard carries without knowing them.</summary>
public readonly ref struct AisBinaryData
{
    private readonly AisBits _bits;
    private readonly int _offset;

    internal AisBinaryData(AisBits bits, int offset, int end)
    {
        _bits = bits;
        _offset = offset;
        Length = Math.Max(0, Math.Min(end, bits.Length) - offset);
    }

    /// <summary>Number of bits; 0 when there are none.</summary>
    public int Length { get; }

    /// <summary>Unsigned field of 1–32 bits, counted from the data's first bit; null when absent.</summary>
    public uint? UInt(int offset, int width) => offset + width <= Length ? _bits.UInt(_offset + offset, width) : null;

    /// <summary>Copies the bits, left-aligned, the last byte padded with zeros.</summary>
    /// <returns>Bits copied: all, or what fits <paramref name="destination"/>.</returns>
    public int CopyTo(Span<byte> destination)
    {
        var count = Math.Min(Length, destination.Length * 8);
        for (var i = 0; i < count; i += 8)
        {
            var width = Math.Min(8, count - i);
            destination[i / 8] = (byte)(_bits.UInt(_offset + i, width) << (8 - width));
        }
        return count;
    }
}
