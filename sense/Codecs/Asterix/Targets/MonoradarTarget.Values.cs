using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Targets;

public ref partial struct MonoradarTarget
{
    // Bits of the FSPEC as they stand in a word of four octets; the last bit of each is FX.
    private const uint I010 = 1u << 31;
    private const uint I140 = 1u << 30;
    private const uint I020 = 1u << 29;
    private const uint I040 = 1u << 28;
    private const uint I070 = 1u << 27;
    private const uint I090 = 1u << 26;
    private const uint I130 = 1u << 25;
    private const uint I220 = 1u << 23;
    private const uint I240 = 1u << 22;
    private const uint I250 = 1u << 21;
    private const uint I161 = 1u << 20;
    private const uint I042 = 1u << 19;
    private const uint I200 = 1u << 18;
    private const uint I170 = 1u << 17;
    private const uint I210 = 1u << 15;
    private const uint I030 = 1u << 14;
    private const uint I080 = 1u << 13;
    private const uint I100 = 1u << 12;
    private const uint I110 = 1u << 11;
    private const uint I120 = 1u << 10;
    private const uint I230 = 1u << 9;
    private const uint I260 = 1u << 7;
    private const uint I055 = 1u << 6;
    private const uint I050 = 1u << 5;
    private const uint I065 = 1u << 4;
    private const uint I060 = 1u << 3;
    private const uint ISP = 1u << 2;
    private const uint IRE = 1u << 1;

    /// <summary>The radar.</summary>
    /// <remarks>I048/010.</remarks>
    public readonly AsterixSource? Source => Has(I010) ? AsterixSource.Of(_source) : null;

    /// <summary>Seconds since midnight UTC, 0–86,399.99, in steps of 1/128.</summary>
    /// <remarks>I048/140.</remarks>
    public readonly double? TimeOfDaySeconds => Has(I140) ? _time / 128.0 : null;

    /// <summary>How it was detected (TYP): 0 none, 1 PSR, 2 SSR, 3 both, 4 and 5 Mode S, 6 and 7 Mode S and PSR.</summary>
    /// <remarks>I048/020.</remarks>
    public readonly int? Detection => Has(I020) ? _record[_descriptorAt] >> 5 : null;

    /// <summary>True for a simulated target (SIM).</summary>
    /// <remarks>I048/020.</remarks>
    public readonly bool? IsSimulated => Has(I020) ? (_record[_descriptorAt] & 0x10) != 0 : null;

    /// <summary>True for a fixed transponder that checks the radar (RAB).</summary>
    /// <remarks>I048/020.</remarks>
    public readonly bool? IsFieldMonitor => Has(I020) ? (_record[_descriptorAt] & 0x02) != 0 : null;

    /// <summary>True for a test target (TST); null when the extent was not sent.</summary>
    /// <remarks>I048/020, first extent.</remarks>
    public readonly bool? IsTest =>
        Has(I020) && (_record[_descriptorAt] & 1) != 0 ? (_record[_descriptorAt + 1] & 0x80) != 0 : null;

    /// <summary>Slant range from the radar, nautical miles, 0–255.99, in steps of 1/256.</summary>
    /// <remarks>I048/040.</remarks>
    public readonly double? RangeNauticalMiles => Has(I040) ? (_polar >> 16) / 256.0 : null;

    /// <summary>Azimuth from true north at the radar, degrees, 0–359.99, in steps of 360/65,536.</summary>
    /// <remarks>I048/040.</remarks>
    public readonly double? AzimuthDegrees => Has(I040) ? (ushort)_polar * (360 / 65536.0) : null;

    /// <summary>Mode 3/A code, 12 bits: four octal digits.</summary>
    /// <remarks>I048/070.</remarks>
    public readonly int? Mode3A => Has(I070) ? _mode3A & 0xFFF : null;

    /// <summary>True when the Mode 3/A code is validated and not garbled.</summary>
    /// <remarks>I048/070, V and G.</remarks>
    public readonly bool? IsMode3ASure => Has(I070) ? _mode3A >> 14 == 0 : null;

    /// <summary>Flight level, hundreds of feet at standard pressure, −2,048–2,047.75, in steps of 1/4.</summary>
    /// <remarks>I048/090.</remarks>
    public readonly double? FlightLevel => Has(I090) ? ((short)(_flightLevel << 2) >> 2) / 4.0 : null;

    /// <summary>True when the flight level is validated and not garbled.</summary>
    /// <remarks>I048/090, V and G.</remarks>
    public readonly bool? IsFlightLevelSure => Has(I090) ? _flightLevel >> 14 == 0 : null;

    /// <summary>ICAO address of the aircraft, 24 bits.</summary>
    /// <remarks>I048/220.</remarks>
    public readonly uint? AircraftAddress => Has(I220) ? _address : null;

    /// <summary>Track number of the radar, 0–4,095.</summary>
    /// <remarks>I048/161.</remarks>
    public readonly int? TrackNumber => Has(I161) ? _track & 0xFFF : null;

    /// <summary>East of the radar, nautical miles, in steps of 1/128.</summary>
    /// <remarks>I048/042.</remarks>
    public readonly double? XNauticalMiles => Has(I042) ? (short)(_cartesian >> 16) / 128.0 : null;

    /// <summary>North of the radar, nautical miles, in steps of 1/128.</summary>
    /// <remarks>I048/042.</remarks>
    public readonly double? YNauticalMiles => Has(I042) ? (short)_cartesian / 128.0 : null;

    /// <summary>Ground speed, nautical miles a second, 0–3.99, in steps of 2⁻¹⁴ (0.22 knots).</summary>
    /// <remarks>I048/200.</remarks>
    public readonly double? SpeedMilesPerSecond => Has(I200) ? (_velocity >> 16) / 16384.0 : null;

    /// <summary>Course over ground from true north, degrees, 0–359.99.</summary>
    /// <remarks>I048/200.</remarks>
    public readonly double? CourseDegrees => Has(I200) ? (ushort)_velocity * (360 / 65536.0) : null;

    /// <summary>True when the track is confirmed, false while it is tentative (CNF).</summary>
    /// <remarks>I048/170.</remarks>
    public readonly bool? IsConfirmed => Has(I170) ? (_record[_statusAt] & 0x80) == 0 : null;

    /// <summary>True in the last report of a track (TRE); null when the extent was not sent.</summary>
    /// <remarks>I048/170, first extent.</remarks>
    public readonly bool? IsEnding =>
        Has(I170) && (_record[_statusAt] & 1) != 0 ? (_record[_statusAt + 1] & 0x80) != 0 : null;

    /// <summary>Standard deviations of a track's position, east, nautical miles.</summary>
    /// <remarks>I048/210.</remarks>
    public readonly double? SigmaXNauticalMiles => Has(I210) ? (_quality >> 24) / 128.0 : null;

    /// <summary>Standard deviations of a track's position, north, nautical miles.</summary>
    /// <remarks>I048/210.</remarks>
    public readonly double? SigmaYNauticalMiles => Has(I210) ? (byte)(_quality >> 16) / 128.0 : null;

    /// <summary>Height above mean sea level measured by a 3D radar, feet, in steps of 25.</summary>
    /// <remarks>I048/110.</remarks>
    public readonly int? HeightFeet => Has(I110) ? ((short)(_height << 2) >> 2) * 25 : null;

    /// <summary>Communications and ACAS capability and flight status, 16 bits.</summary>
    /// <remarks>I048/230.</remarks>
    public readonly int? Capability => Has(I230) ? _capability : null;

    /// <summary>Mode 1 code, 5 bits.</summary>
    /// <remarks>I048/055.</remarks>
    public readonly int? Mode1 => Has(I055) ? _mode1 & 0x1F : null;

    /// <summary>Mode 2 code, 12 bits: four octal digits.</summary>
    /// <remarks>I048/050.</remarks>
    public readonly int? Mode2 => Has(I050) ? _mode2 & 0xFFF : null;

    /// <summary>Octets of the radar plot characteristics, a compound item.</summary>
    /// <remarks>I048/130.</remarks>
    public readonly ReadOnlySpan<byte> Plot => Octets(I130, _plotAt, "130");

    /// <summary>Octets of the registers of a Mode S transponder: REP, then eight each.</summary>
    /// <remarks>I048/250.</remarks>
    public readonly ReadOnlySpan<byte> Registers => Octets(I250, _registersAt, "250");

    /// <summary>Octets of the warnings, errors and classifications, closed by FX.</summary>
    /// <remarks>I048/030.</remarks>
    public readonly ReadOnlySpan<byte> Warnings => Octets(I030, _warningsAt, "030");

    /// <summary>Octets of the Mode 3/A code's confidence, two.</summary>
    /// <remarks>I048/080.</remarks>
    public readonly ReadOnlySpan<byte> Mode3AConfidence => Octets(I080, _confidenceAt, "080");

    /// <summary>Octets of the Mode C code and its confidence, four.</summary>
    /// <remarks>I048/100.</remarks>
    public readonly ReadOnlySpan<byte> ModeC => Octets(I100, _modeCAt, "100");

    /// <summary>Octets of the Doppler speeds, a compound item.</summary>
    /// <remarks>I048/120.</remarks>
    public readonly ReadOnlySpan<byte> Doppler => Octets(I120, _dopplerAt, "120");

    /// <summary>Octets of the ACAS resolution advisory, seven.</summary>
    /// <remarks>I048/260.</remarks>
    public readonly ReadOnlySpan<byte> Advisory => Octets(I260, _advisoryAt, "260");

    /// <summary>Octets of the special purpose field, LEN included.</summary>
    /// <remarks>I048/SP.</remarks>
    public readonly ReadOnlySpan<byte> Special => Octets(ISP, _specialAt, "SP");

    /// <summary>Octets of the reserved expansion field, LEN included.</summary>
    /// <remarks>I048/RE.</remarks>
    public readonly ReadOnlySpan<byte> Reserved => Octets(IRE, _reservedAt, "RE");

    /// <summary>Writes the aircraft identification, eight characters with trailing spaces.</summary>
    /// <returns>8, or 0 when it was not sent or does not fit.</returns>
    /// <remarks>I048/240.</remarks>
    public readonly int Identification(Span<byte> destination) =>
        Has(I240) ? SixBitCharacters.Write(_identification, destination) : 0;

    private readonly bool Has(uint item) => (_has & item) != 0;

    private readonly ReadOnlySpan<byte> Octets(uint item, int at, string number)
    {
        if (!Has(item))
        {
            return [];
        }
        var rest = _record[at..];
        return rest[..ItemLength.Of(Specification.Item(number), rest, out _)];
    }

    private static AsterixCategory Specification => Categories.Cat048.Edition131;
}
