namespace Fourfold.Codecs.Ais;

/// <summary>Type 10: asks one station for the UTC time and date. 72 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.8, Table 59.</remarks>
public readonly ref struct UtcInquiry
{
    private readonly AisBits _bits;

    private UtcInquiry(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out UtcInquiry message)
    {
        message = new UtcInquiry(bits);
        return bits.UInt(0, 6) == 10;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>MMSI of the station asked; null when absent. Bits 40–69.</summary>
    public int? Destination => _bits.MaybeUInt(40, 30);
}
