namespace Fourfold.Codecs.Ais;

/// <summary>Types 25 and 26: binary message to one or all, with or without an application identifier. 40–168, or up to 1,064 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.23 and §3.24, Tables 79 and 80.</remarks>
public readonly ref struct SlotBinaryMessage
{
    private const int HeaderBits = 40;
    private const int DestinationBits = 30;
    private const int ApplicationBits = 16;
    private const int CommunicationBits = 20;

    private readonly AisBits _bits;

    private SlotBinaryMessage(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type or ends before its flags.</summary>
    public static bool TryRead(AisBits bits, out SlotBinaryMessage message)
    {
        message = new SlotBinaryMessage(bits);
        return bits.UInt(0, 6) is 25 or 26 && bits.Has(38, 2);
    }

    /// <summary>25 in one slot, 26 in up to five with a communication state. Bits 0–5.</summary>
    public int Type => (int)_bits.UInt(0, 6);

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>To one station. Bit 38.</summary>
    public bool IsAddressed => _bits.Flag(38);

    /// <summary>With an application identifier. Bit 39.</summary>
    public bool IsStructured => _bits.Flag(39);

    /// <summary>MMSI of the addressee; null when to all. Bits 40–69.</summary>
    public int? Destination => IsAddressed ? _bits.MaybeUInt(HeaderBits, DestinationBits) : null;

    /// <summary>Designated area code, 0–1023; null when not structured. 10 bits after the addressee.</summary>
    public int? AreaCode => IsStructured ? _bits.MaybeUInt(ApplicationAt, 10) : null;

    /// <summary>Function identifier, 0–63; null when not structured. 6 bits after the area code.</summary>
    public int? FunctionId => IsStructured ? _bits.MaybeUInt(ApplicationAt + 10, 6) : null;

    /// <summary>Application data.</summary>
    public AisBinaryData Data =>
        new(_bits, ApplicationAt + (IsStructured ? ApplicationBits : 0), Type == 26 ? CommunicationAt : _bits.Length);

    /// <summary>Type 26: the last 20 bits of the message, selector and communication state; null for type 25.</summary>
    public CommunicationState? Communication =>
        Type == 26 && CommunicationAt >= HeaderBits ? CommunicationState.ReadSelected(_bits, CommunicationAt) : null;

    private int ApplicationAt => HeaderBits + (IsAddressed ? DestinationBits : 0);

    private int CommunicationAt => _bits.Length - CommunicationBits;
}
