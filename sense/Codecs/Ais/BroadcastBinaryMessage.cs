namespace Fourfold.Codecs.Ais;

/// <summary>Type 8: binary message to all. 56 bits and up to 952 of application data.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.6, Table 57. Fields the message is too short for are null.</remarks>
public readonly ref struct BroadcastBinaryMessage
{
    /// <summary>First bit of the application data.</summary>
    public const int DataAt = 56;

    private readonly AisBits _bits;

    private BroadcastBinaryMessage(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out BroadcastBinaryMessage message)
    {
        message = new BroadcastBinaryMessage(bits);
        return bits.UInt(0, 6) == 8;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Designated area code, 0–1023; 1 is international. Bits 40–49.</summary>
    public int? AreaCode => _bits.MaybeUInt(40, 10);

    /// <summary>Function identifier, 0–63. Bits 50–55.</summary>
    public int? FunctionId => _bits.MaybeUInt(50, 6);

    /// <summary>Application data. From bit 56.</summary>
    public AisBinaryData Data => new(_bits, DataAt, _bits.Length);
}
