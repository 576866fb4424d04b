namespace Fourfold.Codecs.Ais;

/// <summary>Type 22: channels and power for an area or for two stations. 168 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.20, Table 72. Fields the message is too short for are null.</remarks>
public readonly ref struct ChannelManagement
{
    private readonly AisBits _bits;

    private ChannelManagement(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out ChannelManagement message)
    {
        message = new ChannelManagement(bits);
        return bits.UInt(0, 6) == 22;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Channel A as in ITU-R M.1084, 0–4095. Bits 40–51.</summary>
    public int? ChannelA => _bits.MaybeUInt(40, 12);

    /// <summary>Channel B, 0–4095. Bits 52–63.</summary>
    public int? ChannelB => _bits.MaybeUInt(52, 12);

    /// <summary>0 send and receive on both, 1 send on A only, 2 send on B only. Bits 64–67.</summary>
    public int? TransmitReceiveMode => _bits.MaybeUInt(64, 4);

    /// <summary>Low power (1) instead of high. Bit 68.</summary>
    public bool? IsLowPower => _bits.MaybeFlag(68);

    /// <summary>For two stations (true) or for an area (false). Bit 139.</summary>
    public bool? IsAddressed => _bits.MaybeFlag(139);

    /// <summary>North-east corner of the area in steps of 1/10 minute; null when addressed or not available. Bits 69–103.</summary>
    public AisPosition? NorthEast => IsAddressed == false ? AisPosition.Coarse(_bits, 69) : null;

    /// <summary>South-west corner. Bits 104–138.</summary>
    public AisPosition? SouthWest => IsAddressed == false ? AisPosition.Coarse(_bits, 104) : null;

    /// <summary>MMSI of the first station; null for an area. Bits 69–98.</summary>
    public int? FirstStation => IsAddressed == true ? _bits.MaybeUInt(69, 30) : null;

    /// <summary>MMSI of the second station; null for an area. Bits 104–133.</summary>
    public int? SecondStation => IsAddressed == true ? _bits.MaybeUInt(104, 30) : null;

    /// <summary>Channel A is spare (was 12.5 kHz). Bit 140.</summary>
    public bool? IsNarrowA => _bits.MaybeFlag(140);

    /// <summary>Channel B is spare (was 12.5 kHz). Bit 141.</summary>
    public bool? IsNarrowB => _bits.MaybeFlag(141);

    /// <summary>Width of the transitional zone, nautical miles, 1–8. Bits 142–144, plus 1.</summary>
    public int? TransitionalZoneMiles => _bits.MaybeUInt(142, 3) + 1;
}
