namespace Fourfold.Codecs.Ais;

/// <summary>Type 6: binary message to one station. 88 bits and up to 920 of application data.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.4, Table 54. Fields the message is too short for are null.</remarks>
public readonly ref struct AddressedBinaryMessage
{
    /// <summary>First bit of the application data.</summary>
    public const int DataAt = 88;

    private readonly AisBits _bits;

    private AddressedBinaryMessage(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out AddressedBinaryMessage message)
    {
        message = new AddressedBinaryMessage(bits);
        return bits.UInt(0, 6) == 6;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Sequence number that the acknowledgement repeats, 0–3. Bits 38–39.</summary>
    public int? Sequence => _bits.MaybeUInt(38, 2);

    /// <summary>MMSI of the addressee. Bits 40–69.</summary>
    public int? Destination => _bits.MaybeUInt(40, 30);

    /// <summary>The message was sent again. Bit 70.</summary>
    public bool? IsRetransmitted => _bits.MaybeFlag(70);

    /// <summary>Designated area code, 0–1023; 1 is international. Bits 72–81.</summary>
    public int? AreaCode => _bits.MaybeUInt(72, 10);

    /// <summary>Function identifier, 0–63. Bits 82–87.</summary>
    public int? FunctionId => _bits.MaybeUInt(82, 6);

    /// <summary>Application data. From bit 88.</summary>
    public AisBinaryData Data => new(_bits, DataAt, _bits.Length);
}
