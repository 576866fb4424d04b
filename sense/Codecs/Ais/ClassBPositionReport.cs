using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Type 18: position report of a class B ship. 168 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.16, Table 67. Fields the message is too short for are null.</remarks>
public readonly ref struct ClassBPositionReport
{
    private readonly AisBits _bits;

    private ClassBPositionReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out ClassBPositionReport report)
    {
        report = new ClassBPositionReport(bits);
        return bits.UInt(0, 6) == 18;
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

    /// <summary>A carrier-sense (CS) unit when true, a self-organising (SO) one when false. Bit 141.</summary>
    public bool? IsCarrierSense => _bits.MaybeFlag(141);

    /// <summary>Has a display for messages 12 and 14. Bit 142.</summary>
    public bool? HasDisplay => _bits.MaybeFlag(142);

    /// <summary>Has a DSC function. Bit 143.</summary>
    public bool? HasDsc => _bits.MaybeFlag(143);

    /// <summary>Can use the whole marine band, not only its upper 525 kHz. Bit 144.</summary>
    public bool? IsWholeBand => _bits.MaybeFlag(144);

    /// <summary>Accepts channel management by message 22. Bit 145.</summary>
    public bool? AcceptsMessage22 => _bits.MaybeFlag(145);

    /// <summary>True in assigned, false in autonomous mode. Bit 146.</summary>
    public bool? IsAssigned => _bits.MaybeFlag(146);

    /// <summary>Receiver autonomous integrity monitoring in use. Bit 147.</summary>
    public bool? IsRaim => _bits.MaybeFlag(147);

    /// <summary>Communication state of an SO unit; null for a CS unit, which sends a filler. Bits 148–167.</summary>
    public CommunicationState? Communication
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsCarrierSense == false ? CommunicationState.ReadSelected(_bits, 148) : null;
    }
}
