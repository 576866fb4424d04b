using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>Types 4 and 11: base station report, and a mobile station's answer to a UTC inquiry. 168 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, §3.2, Table 51. Fields the message is too short for are null.</remarks>
public readonly ref struct BaseStationReport
{
    private readonly AisBits _bits;

    private BaseStationReport(AisBits bits) => _bits = bits;

    /// <summary>False when the message is of another type.</summary>
    public static bool TryRead(AisBits bits, out BaseStationReport report)
    {
        report = new BaseStationReport(bits);
        return bits.UInt(0, 6) is 4 or 11;
    }

    /// <summary>4 from a base station, 11 from a mobile one. Bits 0–5.</summary>
    public int Type => (int)_bits.UInt(0, 6);

    /// <summary>Times repeated, 0–3. Bits 6–7.</summary>
    public int Repeat => (int)_bits.UInt(6, 2);

    /// <summary>MMSI. Bits 8–37.</summary>
    public uint Mmsi => _bits.UInt(8, 30);

    /// <summary>UTC year, 1–9999; null when not available (0) or above. Bits 38–51.</summary>
    public int? Year
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.UInt(38, 14) is >= 1 and <= 9999 and var year ? (int)year : null;
    }

    /// <summary>UTC month, 1–12; null when not available (0) or above. Bits 52–55.</summary>
    public int? Month
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.UInt(52, 4) is >= 1 and <= 12 and var month ? (int)month : null;
    }

    /// <summary>UTC day, 1–31; null when not available (0). Bits 56–60.</summary>
    public int? Day
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.UInt(56, 5) is >= 1 and var day ? (int)day : null;
    }

    /// <summary>UTC hour, 0–23; null when not available (24) or above. Bits 61–65.</summary>
    public int? Hour
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.MaybeUInt(61, 5) is < 24 and var hour ? hour : null;
    }

    /// <summary>UTC minute, 0–59; null when not available (60) or above. Bits 66–71.</summary>
    public int? Minute
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.MaybeUInt(66, 6) is < 60 and var minute ? minute : null;
    }

    /// <summary>UTC second, 0–59; null when not available (60) or above. Bits 72–77.</summary>
    public int? Second
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.MaybeUInt(72, 6) is < 60 and var second ? second : null;
    }

    /// <summary>True when the position is better than 10 m. Bit 78.</summary>
    public bool? IsAccurate => _bits.MaybeFlag(78);

    /// <summary>Position; null when not available (181°, 91°) or out of range. Bits 79–133.</summary>
    public AisPosition? Position => AisPosition.Fine(_bits, 79);

    /// <summary>What determines the position. Bits 134–137.</summary>
    public PositionFixType? FixType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits.Has(134, 4) ? (PositionFixType)_bits.UInt(134, 4) : null;
    }

    /// <summary>Asks for long-range type 27 messages not to be sent (base station only). Bit 138.</summary>
    public bool? ControlsLongRange => _bits.MaybeFlag(138);

    /// <summary>Receiver autonomous integrity monitoring in use. Bit 148.</summary>
    public bool? IsRaim => _bits.MaybeFlag(148);

    /// <summary>Communication state, SOTDMA. Bits 149–167.</summary>
    public CommunicationState? Communication => CommunicationState.Read(_bits, 149, isItdma: false);

    /// <summary>The UTC time when all its parts are given and form a date; else null.</summary>
    public DateTimeOffset? UtcTime =>
        Year is { } year
        && Month is { } month
        && Day is { } day
        && day <= DateTime.DaysInMonth(year, month)
        && Hour is { } hour
        && Minute is { } minute
        && Second is { } second
            ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero)
            : null;
}
