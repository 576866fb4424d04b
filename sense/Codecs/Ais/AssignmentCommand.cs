namespace Fourfold.Codecs.Ais;

/// <summary>Type 16: assigns slots or a rate to one or two stations. 96 or 144 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.14, Table 63.</remarks>
public readonly ref struct AssignmentCommand
{
    private readonly AisBits _bits;

    private AssignmentCommand(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out AssignmentCommand command)
    {
        command = new AssignmentCommand(bits);
        return bits.UInt(0, 6) == 16;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>MMSI of the first station. Bits 40–69.</summary>
    public int? FirstStation => _bits.MaybeUInt(40, 30);

    /// <summary>Slots from here, or reports in ten minutes when the increment is 0. Bits 70–81.</summary>
    public int? FirstOffset => _bits.MaybeUInt(70, 12);

    /// <summary>Slots between its reports; 0 when the offset is a rate. Bits 82–91.</summary>
    public int? FirstIncrement => _bits.MaybeUInt(82, 10);

    /// <summary>MMSI of the second station; null when absent. Bits 92–121.</summary>
    public int? SecondStation => _bits.MaybeUInt(92, 30);

    /// <summary>The same for it. Bits 122–133.</summary>
    public int? SecondOffset => _bits.MaybeUInt(122, 12);

    /// <summary>The same for it. Bits 134–143.</summary>
    public int? SecondIncrement => _bits.MaybeUInt(134, 10);
}
