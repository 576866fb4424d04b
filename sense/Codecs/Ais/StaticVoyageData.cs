using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Type 5: a class A ship's static and voyage data. 424 bits, in two slots.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.3, Table 52. Fields the message is too short for are null; 420 and 422 bits are common.</remarks>
public readonly ref struct StaticVoyageData
{
    private readonly AisBits _bits;

    private StaticVoyageData(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out StaticVoyageData data)
    {
        data = new StaticVoyageData(bits);
        return bits.UInt(0, 6) == 5;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Edition of the standard: 0 M.1371-1, 1 -3, 2 -5, 3 later. Bits 38–39.</summary>
    public int? AisVersion => _bits.MaybeUInt(38, 2);

    /// <summary>IMO number, or an official flag state number from 10,000,000; null when not available (0). Bits 40–69.</summary>
    public int? ImoNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.UInt(40, 30) is > 0 and var number ? (int)number : null;
    }

    /// <summary>Call sign, at most 7 characters. Bits 70–111.</summary>
    public AisText CallSign => _bits.Text(70, 7);

    /// <summary>Name, at most 20 characters. Bits 112–231.</summary>
    public AisText Name => _bits.Text(112, 20);

    /// <summary>Type of ship and cargo, 1–255 (Table 53); null when not available (0). Bits 232–239.</summary>
    public int? ShipType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.UInt(232, 8) is > 0 and var type ? (int)type : null;
    }

    /// <summary>Size, metres; null when not available. Bits 240–269.</summary>
    public AisDimensions? Dimensions => AisDimensions.Read(_bits, 240);

    /// <summary>What determines the position. Bits 270–273.</summary>
    public PositionFixType? FixType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.Has(270, 4) ? (PositionFixType)_bits.UInt(270, 4) : null;
    }

    /// <summary>Estimated time of arrival, UTC; null when nothing of it is given. Bits 274–293.</summary>
    public AisEta? Eta => AisEta.Read(_bits, 274);

    /// <summary>Greatest present static draught, metres, in steps of 0.1; 25.5 means that or more; null when not available (0). Bits 294–301.</summary>
    public double? DraughtMetres
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.UInt(294, 8) is > 0 and var draught ? draught / 10.0 : null;
    }

    /// <summary>Destination, at most 20 characters. Bits 302–421.</summary>
    public AisText Destination => _bits.Text(302, 20);

    /// <summary>True when the data terminal equipment is available (raw 0). Bit 422.</summary>
    public bool? IsTerminalReady => !_bits.MaybeFlag(422);
}
