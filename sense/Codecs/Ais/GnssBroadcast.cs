namespace Fourfold.Codecs.Ais;

/// <summary>Type 17: differential GNSS corrections. 80 bits and up to 736 of data.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.15, Tables 64 and 65; the data are those of ITU-R M.823 without preamble and parity.</remarks>
public readonly ref struct GnssBroadcast
{
    private const int DataAt = 80;
    private const int HeaderBits = 40;

    private readonly AisBits _bits;

    private GnssBroadcast(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out GnssBroadcast message)
    {
        message = new GnssBroadcast(bits);
        return bits.UInt(0, 6) == 17;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI of the sender. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Position of the reference station in steps of 1/10 minute; null when not available (181°, 91°). Bits 40–74.</summary>
    public AisPosition? Position => AisPosition.Coarse(_bits, 40);

    /// <summary>M.823 message type, 0–63; null when there is no data. Bits 80–85.</summary>
    public int? CorrectionType => _bits.MaybeUInt(80, 6);

    /// <summary>M.823 station identifier, 0–1023. Bits 86–95.</summary>
    public int? ReferenceStation => _bits.MaybeUInt(86, 10);

    /// <summary>M.823 modified Z count, in 0.6 s, 0–8191. Bits 96–108.</summary>
    public int? ZCount => _bits.MaybeUInt(96, 13);

    /// <summary>M.823 sequence number, 0–7. Bits 109–111.</summary>
    public int? Sequence => _bits.MaybeUInt(109, 3);

    /// <summary>Data words of 24 bits that follow, 0–29. Bits 112–116.</summary>
    public int? WordCount => _bits.MaybeUInt(112, 5);

    /// <summary>Station health, 0–7. Bits 117–119.</summary>
    public int? Health => _bits.MaybeUInt(117, 3);

    /// <summary>All of it with its header. From bit 80.</summary>
    public AisBinaryData Data => new(_bits, DataAt, _bits.Length);

    /// <summary>The words behind the header. From bit 120.</summary>
    public AisBinaryData Words => new(_bits, DataAt + HeaderBits, _bits.Length);
}
