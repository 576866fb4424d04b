namespace Fourfold.Codecs.Ais;

/// <summary>Type 23: reporting interval and silence for a group of stations in an area. 160 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.21, Tables 73–75. Fields the message is too short for are null.</remarks>
public readonly ref struct GroupAssignment
{
    private readonly AisBits _bits;

    private GroupAssignment(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out GroupAssignment message)
    {
        message = new GroupAssignment(bits);
        return bits.UInt(0, 6) == 23;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>North-east corner in steps of 1/10 minute; null when not available. Bits 40–74.</summary>
    public AisPosition? NorthEast => AisPosition.Coarse(_bits, 40);

    /// <summary>South-west corner. Bits 75–109.</summary>
    public AisPosition? SouthWest => AisPosition.Coarse(_bits, 75);

    /// <summary>Which stations: 0 all, 1 class A, 2 class B, 3 SAR aircraft, 4 class B SO, 5 class B CS, 6 inland, 10 base. Bits 110–113.</summary>
    public int? StationType => _bits.MaybeUInt(110, 4);

    /// <summary>Type of ship and cargo, 0 for all. Bits 114–121.</summary>
    public int? ShipType => _bits.MaybeUInt(114, 8);

    /// <summary>0 send and receive on both channels, 1 send on A only, 2 on B only. Bits 144–145.</summary>
    public int? TransmitReceiveMode => _bits.MaybeUInt(144, 2);

    /// <summary>Code for the reporting interval, 0–15 (Table 75): 1 is 10 min, 7 is 10 s. Bits 146–149.</summary>
    public int? IntervalCode => _bits.MaybeUInt(146, 4);

    /// <summary>Silence, minutes, 1–15; 0 for none. Bits 150–153.</summary>
    public int? QuietMinutes => _bits.MaybeUInt(150, 4);
}
