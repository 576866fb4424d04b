namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>Eight six-bit characters in 48 bits.</summary>
internal static class SixBitCharacters
{
    private const int Characters = 8;

    /// <summary>Writes them as ASCII.</summary>
    /// <returns>8, or 0 when they do not fit.</returns>
    public static int Write(ulong packed, Span<byte> destination)
    {
        if (destination.Length < Characters)
        {
            return 0;
        }
        for (var i = 0; i < Characters; i++)
        {
            destination[i] = FieldBits.FromSixBit((int)(packed >> (6 * (Characters - 1 - i))) & 0x3F);
        }
        return Characters;
    }
}
