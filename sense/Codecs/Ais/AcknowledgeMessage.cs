namespace Fourfold.Codecs.Ais;

/// <summary>Types 7 and 13: acknowledgement of up to four binary (6) or safety (12) messages. 72–168 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.5, Table 56.</remarks>
public readonly ref struct AcknowledgeMessage
{
    /// <summary>Most acknowledgements in one message.</summary>
    public const int MaxCount = 4;

    private const int FirstAt = 40;
    private const int Stride = 32;

    private readonly AisBits _bits;

    private AcknowledgeMessage(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out AcknowledgeMessage message)
    {
        message = new AcknowledgeMessage(bits);
        return bits.UInt(0, 6) is 7 or 13;
    }

    /// <summary>7 for a binary, 13 for a safety message. Bits 0–5.</summary>
    public int Type => (int)_bits.UInt(0, 6);

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Acknowledgements in the message, 0–4.</summary>
    public int Count => Math.Clamp((_bits.Length - FirstAt + 2) / Stride, 0, MaxCount);

    /// <summary>MMSI of the station whose message is acknowledged; null when there are not so many. 30 bits from 40 + 32 × index.</summary>
    public int? Destination(int index) => index < MaxCount ? _bits.MaybeUInt(FirstAt + index * Stride, 30) : null;

    /// <summary>Sequence number of the message that is acknowledged, 0–3; null when absent. 2 bits after the MMSI.</summary>
    public int? Sequence(int index) => index < MaxCount ? _bits.MaybeUInt(FirstAt + index * Stride + 30, 2) : null;
}
