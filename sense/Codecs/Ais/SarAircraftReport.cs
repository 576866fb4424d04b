namespace Fourfold.Codecs.Ais;

/// <summary>Type 9: position report of an aircraft in search and rescue. 168 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.7, Table 58. Fields the message is too short for are null.</remarks>
public readonly ref struct SarAircraftReport
{
    private readonly AisBits _bits;

    private SarAircraftReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out SarAircraftReport report)
    {
        report = new SarAircraftReport(bits);
        return bits.UInt(0, 6) == 9;
    }

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>Altitude, metres, 0–4094, where 4094 means that or more; null when not available (4095). Bits 38–49.</summary>
    public int? AltitudeMetres => _bits.MaybeUInt(38, 12) is < 4095 and var altitude ? altitude : null;

    /// <summary>Speed over ground in whole knots, 0–1022, where 1022 means that or more; null when not available (1023). Bits 50–59.</summary>
    public int? SpeedKnots => _bits.MaybeUInt(50, 10) is < 1023 and var speed ? speed : null;

    /// <summary>True when the position is better than 10 m. Bit 60.</summary>
    public bool? IsAccurate => _bits.MaybeFlag(60);

    /// <summary>Position; null when not available (181°, 91°) or out of range. Bits 61–115.</summary>
    public AisPosition? Position => AisPosition.Fine(_bits, 61);

    /// <summary>Course over ground, degrees, 0–359.9; null when not available (raw 3600) or above. Bits 116–127.</summary>
    public double? CourseDegrees => AisMotion.Course(_bits, 116);

    /// <summary>Second of the position. Bits 128–133.</summary>
    public AisTimestamp? Timestamp => AisTimestamp.Read(_bits, 128);

    /// <summary>The altitude is barometric (true) or from GNSS (false). Bit 134.</summary>
    public bool? IsBarometric => _bits.MaybeFlag(134);

    /// <summary>True when the data terminal equipment is available (raw 0). Bit 142.</summary>
    public bool? IsTerminalReady => !_bits.MaybeFlag(142);

    /// <summary>True in assigned, false in autonomous mode. Bit 146.</summary>
    public bool? IsAssigned => _bits.MaybeFlag(146);

    /// <summary>Receiver autonomous integrity monitoring in use. Bit 147.</summary>
    public bool? IsRaim => _bits.MaybeFlag(147);

    /// <summary>Communication state; its first bit selects SOTDMA or ITDMA. Bits 148–167.</summary>
    public CommunicationState? Communication => CommunicationState.ReadSelected(_bits, 148);
}
