namespace Fourfold.Codecs.Ais;

/// <summary>Type 15: asks one or two stations for messages. 88, 110 or 160 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.13, Table 62. What is not asked is null.</remarks>
public readonly ref struct InterrogationMessage
{
    private readonly AisBits _bits;

    private InterrogationMessage(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out InterrogationMessage message)
    {
        message = new InterrogationMessage(bits);
        return bits.UInt(0, 6) == 15;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>MMSI of the first station asked. Bits 40–69.</summary>
    public int? FirstStation => _bits.MaybeUInt(40, 30);

    /// <summary>Message type asked of it first, 1–63. Bits 70–75.</summary>
    public int? FirstType => Asked(70);

    /// <summary>Slot offset for the answer, 0 when the station chooses. Bits 76–87.</summary>
    public int? FirstSlotOffset => _bits.MaybeUInt(76, 12);

    /// <summary>Message type asked of it second. Bits 90–95.</summary>
    public int? SecondType => Asked(90);

    /// <summary>Slot offset for the second answer. Bits 96–107.</summary>
    public int? SecondSlotOffset => _bits.MaybeUInt(96, 12);

    /// <summary>MMSI of the second station asked; null when 0. Bits 110–139.</summary>
    public int? SecondStation => _bits.UInt(110, 30) is > 0 and var mmsi ? (int)mmsi : null;

    /// <summary>Message type asked of the second station. Bits 140–145.</summary>
    public int? SecondStationType => Asked(140);

    /// <summary>Slot offset for its answer. Bits 146–157.</summary>
    public int? SecondStationSlotOffset => _bits.MaybeUInt(146, 12);

    private int? Asked(int offset) => _bits.UInt(offset, 6) is > 0 and var type ? (int)type : null;
}
