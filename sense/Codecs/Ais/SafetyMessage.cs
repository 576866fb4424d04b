namespace Fourfold.Codecs.Ais;

/// <summary>Types 12 and 14: safety text to one station (72 bits and up to 156 characters) or to all (40 and up to 161).</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.10 and §3.12, Tables 60 and 61. Fields the message is too short for are null.</remarks>
public readonly ref struct SafetyMessage
{
    private const int AddressedTextAt = 72;
    private const int BroadcastTextAt = 40;
    private const int MaxCharacters = 168;

    private readonly AisBits _bits;

    private SafetyMessage(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out SafetyMessage message)
    {
        message = new SafetyMessage(bits);
        return bits.UInt(0, 6) is 12 or 14;
    }

    /// <summary>True for type 12. Bits 0–5.</summary>
    public bool IsAddressed => _bits.UInt(0, 6) == 12;

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Type 12: sequence number that the acknowledgement repeats, 0–3. Bits 38–39.</summary>
    public int? Sequence => IsAddressed ? _bits.MaybeUInt(38, 2) : null;

    /// <summary>Type 12: MMSI of the addressee. Bits 40–69.</summary>
    public int? Destination => IsAddressed ? _bits.MaybeUInt(40, 30) : null;

    /// <summary>Type 12: the message was sent again. Bit 70.</summary>
    public bool? IsRetransmitted => IsAddressed ? _bits.MaybeFlag(70) : null;

    /// <summary>The text. From bit 72 or 40.</summary>
    public AisText Text => _bits.Text(IsAddressed ? AddressedTextAt : BroadcastTextAt, MaxCharacters);
}
