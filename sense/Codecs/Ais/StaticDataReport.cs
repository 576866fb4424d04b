using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Type 24: static data of a class B ship, part A (160 bits) or part B (168 bits).</summary>
/// <remarks>
/// ITU-R M.1371-5, Annex 8, §3.22, Tables 76–78. What belongs to the other part, or the message is too short for, is null.
/// </remarks>
public readonly ref struct StaticDataReport
{
    // MMSI 98xxxxxxx: a craft that belongs to a mother ship.
    private const uint CraftFrom = 980_000_000;
    private const uint CraftTo = 989_999_999;

    private readonly AisBits _bits;

    private StaticDataReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type or ends before its part number.</summary>
    public static bool TryRead(AisBits bits, out StaticDataReport report)
    {
        report = new StaticDataReport(bits);
        return bits.UInt(0, 6) == 24 && bits.Has(38, 2);
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>0 for part A, 1 for part B; 2 and 3 are not defined. Bits 38–39.</summary>
    public int Part => (int)_bits.UInt(38, 2);

    /// <summary>Part A: name, at most 20 characters. Bits 40–159.</summary>
    public AisText Name => Part == 0 ? _bits.Text(40, 20) : default;

    /// <summary>Part B: type of ship and cargo, 1–255; null when not available (0). Bits 40–47.</summary>
    public int? ShipType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Part == 1 && _bits.UInt(40, 8) is > 0 and var type ? (int)type : null;
    }

    /// <summary>Part B: the unit's manufacturer, at most 3 characters. Bits 48–65.</summary>
    public AisText VendorId => Part == 1 ? _bits.Text(48, 3) : default;

    /// <summary>Part B: the manufacturer's model code, 0–15. Bits 66–69.</summary>
    public int? Model
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Part == 1 ? _bits.MaybeUInt(66, 4) : null;
    }

    /// <summary>Part B: serial number, 0–1,048,575. Bits 70–89.</summary>
    public int? SerialNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Part == 1 ? _bits.MaybeUInt(70, 20) : null;
    }

    /// <summary>Part B: call sign, at most 7 characters. Bits 90–131.</summary>
    public AisText CallSign => Part == 1 ? _bits.Text(90, 7) : default;

    /// <summary>Part B: size, metres; null when not available or when the craft names its mother ship instead. Bits 132–161.</summary>
    public AisDimensions? Dimensions
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Part == 1 && !IsCraft ? AisDimensions.Read(_bits, 132) : null;
    }

    /// <summary>Part B of a craft (MMSI 98…): MMSI of its mother ship; null otherwise, and when 0. Bits 132–161.</summary>
    public int? MothershipMmsi
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Part == 1 && IsCraft && _bits.UInt(132, 30) is > 0 and var mmsi ? (int)mmsi : null;
    }

    /// <summary>Part B: what determines the position. Bits 162–165.</summary>
    public PositionFixType? FixType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Part == 1 && _bits.Has(162, 4) ? (PositionFixType)_bits.UInt(162, 4) : null;
    }

    private bool IsCraft => Mmsi is >= CraftFrom and <= CraftTo;
}
