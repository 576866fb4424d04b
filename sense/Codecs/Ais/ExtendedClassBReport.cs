namespace Fourfold.Codecs.Ais;

/// <summary>Type 19: extended position report of a class B ship. 312 bits, in two slots.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.17, Table 68. Fields the message is too short for are null.</remarks>
public readonly ref struct ExtendedClassBReport
{
    private readonly AisBits _bits;

    private ExtendedClassBReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out ExtendedClassBReport report)
    {
        report = new ExtendedClassBReport(bits);
        return bits.UInt(0, 6) == 19;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Speed over ground, knots, in steps of 0.1; 102.2 means that or more; null when not available (raw 1023). Bits 46–55.</summary>
    public double? SpeedKnots => AisMotion.Speed(_bits, 46);

    /// <summary>True when the position is better than 10 m. Bit 56.</summary>
    public bool? IsAccurate => _bits.MaybeFlag(56);

    /// <summary>Position; null when not available (181°, 91°) or out of range. Bits 57–111.</summary>
    public AisPosition? Position => AisPosition.Fine(_bits, 57);

    /// <summary>Course over ground, degrees, 0–359.9; null when not available (raw 3600) or above. Bits 112–123.</summary>
    public double? CourseDegrees => AisMotion.Course(_bits, 112);

    /// <summary>True heading, degrees, 0–359; null when not available (511) or above 359. Bits 124–132.</summary>
    public int? HeadingDegrees => AisMotion.Heading(_bits, 124);

    /// <summary>Second of the position. Bits 133–138.</summary>
    public AisTimestamp? Timestamp => AisTimestamp.Read(_bits, 133);

    /// <summary>Name, at most 20 characters. Bits 143–262.</summary>
    public AisText Name => _bits.Text(143, 20);

    /// <summary>Type of ship and cargo, 1–255 (Table 53); null when not available (0). Bits 263–270.</summary>
    public int? ShipType => _bits.UInt(263, 8) is > 0 and var type ? (int)type : null;

    /// <summary>Size, metres; null when not available. Bits 271–300.</summary>
    public AisDimensions? Dimensions => AisDimensions.Read(_bits, 271);

    /// <summary>What determines the position. Bits 301–304.</summary>
    public PositionFixType? FixType => _bits.Has(301, 4) ? (PositionFixType)_bits.UInt(301, 4) : null;

    /// <summary>Receiver autonomous integrity monitoring in use. Bit 305.</summary>
    public bool? IsRaim => _bits.MaybeFlag(305);

    /// <summary>True when the data terminal equipment is available (raw 0). Bit 306.</summary>
    public bool? IsTerminalReady => !_bits.MaybeFlag(306);

    /// <summary>True in assigned, false in autonomous mode. Bit 307.</summary>
    public bool? IsAssigned => _bits.MaybeFlag(307);
}
