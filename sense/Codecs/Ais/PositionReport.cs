using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Types 1, 2, 3: position report of a class A ship. 168 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.1, Table 48. Fields the message is too short for are null.</remarks>
public readonly ref struct PositionReport
{
    private readonly AisBits _bits;

    private PositionReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out PositionReport report)
    {
        report = new PositionReport(bits);
        return bits.UInt(0, 6) is 1 or 2 or 3;
    }

    /// <summary>1 scheduled, 2 assigned, 3 in reply to an interrogation. Bits 0–5.</summary>
    public int Type => (int)_bits.UInt(0, 6);

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Navigational status. Bits 38–41.</summary>
    public NavigationStatus? Status
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.Has(38, 4) ? (NavigationStatus)_bits.UInt(38, 4) : null;
    }

    /// <summary>Rate of turn; null when not available (raw −128). Bits 42–49.</summary>
    public AisTurn? Turn => AisTurn.Read(_bits, 42);

    /// <summary>Speed over ground, knots, in steps of 0.1; 102.2 means that or more; null when not available (raw 1023). Bits 50–59.</summary>
    public double? SpeedKnots => AisMotion.Speed(_bits, 50);

    /// <summary>True when the position is better than 10 m. Bit 60.</summary>
    public bool? IsAccurate => _bits.MaybeFlag(60);

    /// <summary>Position; null when not available (181°, 91°) or out of range. Bits 61–115.</summary>
    public AisPosition? Position => AisPosition.Fine(_bits, 61);

    /// <summary>Course over ground, degrees from true north, 0–359.9; null when not available (raw 3600) or above. Bits 116–127.</summary>
    public double? CourseDegrees => AisMotion.Course(_bits, 116);

    /// <summary>True heading, degrees, 0–359; null when not available (511) or above 359. Bits 128–136.</summary>
    public int? HeadingDegrees => AisMotion.Heading(_bits, 128);

    /// <summary>Second of the position. Bits 137–142.</summary>
    public AisTimestamp? Timestamp => AisTimestamp.Read(_bits, 137);

    /// <summary>Special manoeuvre: true engaged, false not engaged; null when not available (0, 3). Bits 143–144.</summary>
    public bool? IsSpecialManoeuvre
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            _bits.UInt(143, 2) switch
            {
                1 => false,
                2 => true,
                _ => null,
            };
    }

    /// <summary>Receiver autonomous integrity monitoring in use. Bit 148.</summary>
    public bool? IsRaim => _bits.MaybeFlag(148);

    /// <summary>Communication state: SOTDMA for types 1 and 2, ITDMA for 3. Bits 149–167.</summary>
    public CommunicationState? Communication => CommunicationState.Read(_bits, 149, isItdma: Type == 3);
}
