namespace Fourfold.Codecs.Ais;

/// <summary>Bits of an application, which the standard carries without knowing them.</summary>
public readonly ref struct AisBinaryData
{
    internal AisBinaryData(AisBits bits, int offset, int end)
    {
        Bits = bits;
        Offset = offset;
        Length = Math.Max(0, Math.Min(end, bits.Length) - offset);
    }

    /// <summary>The message they are in.</summary>
    internal AisBits Bits { get; }

    /// <summary>Where in the message they begin.</summary>
    internal int Offset { get; }

    /// <summary>Number of bits; 0 when there are none.</summary>
    public int Length { get; }

    /// <summary>Unsigned field of 1–32 bits, counted from the data's first bit; null when absent.</summary>
    public uint? UInt(int offset, int width) => offset + width <= Length ? Bits.UInt(Offset + offset, width) : null;

    /// <summary>Copies the bits, left-aligned, the last byte padded with zeros.</summary>
    /// <returns>Bits copied: all, or what fits <paramref name="destination"/>.</returns>
    public int CopyTo(Span<byte> destination)
    {
        var count = Math.Min(Length, destination.Length * 8);
        for (var i = 0; i < count; i += 8)
        {
            var width = Math.Min(8, count - i);
            destination[i / 8] = (byte)(Bits.UInt(Offset + i, width) << (8 - width));
        }
        return count;
    }
}
