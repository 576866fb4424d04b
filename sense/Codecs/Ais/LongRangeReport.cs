using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Type 27: long-range position report, to satellites. 96 bits; 168 with a filler are seen too.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.25, Table 81. Fields the message is too short for are null.</remarks>
public readonly ref struct LongRangeReport
{
    private readonly AisBits _bits;

    private LongRangeReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out LongRangeReport report)
    {
        report = new LongRangeReport(bits);
        return bits.UInt(0, 6) == 27;
    }

    /// <summary>Always 3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>True when the position is better than 10 m. Bit 38.</summary>
    public bool? IsAccurate => _bits.MaybeFlag(38);

    /// <summary>Receiver autonomous integrity monitoring in use. Bit 39.</summary>
    public bool? IsRaim => _bits.MaybeFlag(39);

    /// <summary>Navigational status. Bits 40–43.</summary>
    public NavigationStatus? Status
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.Has(40, 4) ? (NavigationStatus)_bits.UInt(40, 4) : null;
    }

    /// <summary>Position in steps of 1/10 minute; null when not available (181°, 91°) or out of range. Bits 44–78.</summary>
    public AisPosition? Position => AisPosition.Coarse(_bits, 44);

    /// <summary>Speed over ground in whole knots, 0–62; null when not available (63). Bits 79–84.</summary>
    public int? SpeedKnots
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.MaybeUInt(79, 6) is < 63 and var speed ? speed : null;
    }

    /// <summary>Course over ground in whole degrees, 0–359; null when not available (511) or above 359. Bits 85–93.</summary>
    public int? CourseDegrees => AisMotion.Heading(_bits, 85);

    /// <summary>True when the position is older than 5 s (raw 1), false when current. Bit 94.</summary>
    public bool? IsDelayed => _bits.MaybeFlag(94);
}
