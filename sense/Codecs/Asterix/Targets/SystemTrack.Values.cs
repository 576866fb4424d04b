using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Targets;

public ref partial struct SystemTrack
{
    // Bits of the FSPEC as they stand in a word of eight octets; the last bit of each is FX.
    private const ulong I010 = 1UL << 63;
    private const ulong I015 = 1UL << 61;
    private const ulong I070 = 1UL << 60;
    private const ulong I105 = 1UL << 59;
    private const ulong I100 = 1UL << 58;
    private const ulong I185 = 1UL << 57;
    private const ulong I210 = 1UL << 55;
    private const ulong I060 = 1UL << 54;
    private const ulong I245 = 1UL << 53;
    private const ulong I380 = 1UL << 52;
    private const ulong I040 = 1UL << 51;
    private const ulong I080 = 1UL << 50;
    private const ulong I290 = 1UL << 49;
    private const ulong I200 = 1UL << 47;
    private const ulong I295 = 1UL << 46;
    private const ulong I136 = 1UL << 45;
    private const ulong I130 = 1UL << 44;
    private const ulong I135 = 1UL << 43;
    private const ulong I220 = 1UL << 42;
    private const ulong I390 = 1UL << 41;
    private const ulong I270 = 1UL << 39;
    private const ulong I300 = 1UL << 38;
    private const ulong I110 = 1UL << 37;
    private const ulong I120 = 1UL << 36;
    private const ulong I510 = 1UL << 35;
    private const ulong I500 = 1UL << 34;
    private const ulong I340 = 1UL << 33;
    private const ulong IRE = 1UL << 26;
    private const ulong ISP = 1UL << 25;

    private const double DegreesPerBit = 180.0 / (1 << 25);

    /// <summary>The tracker.</summary>
    /// <remarks>I062/010.</remarks>
    public readonly AsterixSource? Source => Has(I010) ? AsterixSource.Of(_source) : null;

    /// <summary>Service the track is part of, as the tracker numbers them.</summary>
    /// <remarks>I062/015.</remarks>
    public readonly int? Service => Has(I015) ? _service : null;

    /// <summary>Time the track's state holds for, seconds since midnight UTC, in steps of 1/128.</summary>
    /// <remarks>I062/070.</remarks>
    public readonly double? TimeOfTrackSeconds => Has(I070) ? _time / 128.0 : null;

    /// <summary>WGS 84 latitude, degrees, north positive; null when not sent or beyond ±90.</summary>
    /// <remarks>I062/105, steps of 180/2²⁵.</remarks>
    public readonly double? LatitudeDegrees =>
        Has(I105) && Math.Abs((long)_latitude) <= 1 << 24 ? _latitude * DegreesPerBit : null;

    /// <summary>WGS 84 longitude, degrees, east positive; null when not sent or beyond ±180.</summary>
    /// <remarks>I062/105, steps of 180/2²⁵.</remarks>
    public readonly double? LongitudeDegrees =>
        Has(I105) && Math.Abs((long)_longitude) <= 1 << 25 ? _longitude * DegreesPerBit : null;

    /// <summary>East on the tracker's plane, metres, in steps of 0.5.</summary>
    /// <remarks>I062/100.</remarks>
    public readonly double? XMetres => Has(I100) ? _x / 2.0 : null;

    /// <summary>North on the tracker's plane, metres, in steps of 0.5.</summary>
    /// <remarks>I062/100.</remarks>
    public readonly double? YMetres => Has(I100) ? _y / 2.0 : null;

    /// <summary>Speed east, metres a second, in steps of 0.25.</summary>
    /// <remarks>I062/185.</remarks>
    public readonly double? EastMetresPerSecond => Has(I185) ? (short)(_velocity >> 16) / 4.0 : null;

    /// <summary>Speed north, metres a second, in steps of 0.25.</summary>
    /// <remarks>I062/185.</remarks>
    public readonly double? NorthMetresPerSecond => Has(I185) ? (short)_velocity / 4.0 : null;

    /// <summary>Acceleration east, m/s², in steps of 0.25.</summary>
    /// <remarks>I062/210.</remarks>
    public readonly double? EastAcceleration => Has(I210) ? (sbyte)(_acceleration >> 8) / 4.0 : null;

    /// <summary>Acceleration north, m/s², in steps of 0.25.</summary>
    /// <remarks>I062/210.</remarks>
    public readonly double? NorthAcceleration => Has(I210) ? (sbyte)_acceleration / 4.0 : null;

    /// <summary>Mode 3/A code, 12 bits: four octal digits.</summary>
    /// <remarks>I062/060.</remarks>
    public readonly int? Mode3A => Has(I060) ? _mode3A & 0xFFF : null;

    /// <summary>Where the identification of I062/245 comes from (STI): 0 and 3 the flight, 1 and 2 elsewhere.</summary>
    /// <remarks>I062/245.</remarks>
    public readonly int? IdentificationKind => Has(I245) ? _identificationKind >> 6 : null;

    /// <summary>Track number of the tracker, 0–65,535.</summary>
    /// <remarks>I062/040.</remarks>
    public readonly int? TrackNumber => Has(I040) ? _number : null;

    /// <summary>True when one sensor alone feeds the track (MON).</summary>
    /// <remarks>I062/080.</remarks>
    public readonly bool? IsMonosensor => Status(0, 0x80);

    /// <summary>True when the track is confirmed, false while it is tentative (CNF).</summary>
    /// <remarks>I062/080.</remarks>
    public readonly bool? IsConfirmed => !Status(0, 0x02);

    /// <summary>True for a simulated track (SIM); null when the extent was not sent.</summary>
    /// <remarks>I062/080, first extent.</remarks>
    public readonly bool? IsSimulated => Status(1, 0x80);

    /// <summary>True in the last message of a track (TSE); null when the extent was not sent.</summary>
    /// <remarks>I062/080, first extent.</remarks>
    public readonly bool? IsEnding => Status(1, 0x40);

    /// <summary>True while the track is carried on without measurements (CST); null when the extent was not sent.</summary>
    /// <remarks>I062/080, third extent.</remarks>
    public readonly bool? IsCoasting => Status(3, 0x80);

    /// <summary>Mode of movement, 8 bits: turn, speed change, climb, altitude discrepancy.</summary>
    /// <remarks>I062/200.</remarks>
    public readonly int? Movement => Has(I200) ? _movement : null;

    /// <summary>Measured flight level, hundreds of feet at standard pressure, in steps of 1/4.</summary>
    /// <remarks>I062/136.</remarks>
    public readonly double? FlightLevel => Has(I136) ? (short)_flightLevel / 4.0 : null;

    /// <summary>Geometric altitude above mean sea level, feet, in steps of 6.25.</summary>
    /// <remarks>I062/130.</remarks>
    public readonly double? GeometricAltitudeFeet => Has(I130) ? (short)_geometricAltitude * 6.25 : null;

    /// <summary>Calculated barometric altitude, hundreds of feet, in steps of 1/4.</summary>
    /// <remarks>I062/135.</remarks>
    public readonly double? BarometricFlightLevel => Has(I135) ? ((short)(_barometricAltitude << 1) >> 1) / 4.0 : null;

    /// <summary>True when the barometric altitude is corrected for QNH.</summary>
    /// <remarks>I062/135.</remarks>
    public readonly bool? IsQnhCorrected => Has(I135) ? (_barometricAltitude & 0x8000) != 0 : null;

    /// <summary>Rate of climb, feet a minute, descent negative, in steps of 6.25.</summary>
    /// <remarks>I062/220.</remarks>
    public readonly double? ClimbFeetPerMinute => Has(I220) ? (short)_climb * 6.25 : null;

    /// <summary>Fleet of a ground vehicle: 3 fire, 8 police, 16 follow me and so on.</summary>
    /// <remarks>I062/300.</remarks>
    public readonly int? Fleet => Has(I300) ? _fleet : null;

    /// <summary>Mode 2 code, 12 bits: four octal digits.</summary>
    /// <remarks>I062/120.</remarks>
    public readonly int? Mode2 => Has(I120) ? _mode2 & 0xFFF : null;

    /// <summary>ICAO address of the aircraft, 24 bits.</summary>
    /// <remarks>I062/380, subfield ADR.</remarks>
    public readonly uint? AircraftAddress =>
        AircraftDerived.TryPart("ADR", out var address) ? (uint?)address.Raw() : null;

    /// <summary>What the aircraft told of itself; without subfields when not sent.</summary>
    /// <remarks>I062/380.</remarks>
    public readonly AsterixValue AircraftDerived => Value(I380, _derivedAt, DerivedForm.Item);

    /// <summary>Track status, one octet and its extents; empty when not sent.</summary>
    /// <remarks>I062/080.</remarks>
    public readonly ReadOnlySpan<byte> StatusOctets => Value(I080, _statusAt, StatusItem).Bytes;

    /// <summary>How old the last report of each kind of sensor is.</summary>
    /// <remarks>I062/290.</remarks>
    public readonly AsterixValue UpdateAges => Value(I290, _agesAt, AgesForm.Item);

    /// <summary>How old each kind of data is.</summary>
    /// <remarks>I062/295.</remarks>
    public readonly AsterixValue DataAges => Value(I295, _dataAgesAt, DataAgesForm.Item);

    /// <summary>The flight plan the track is correlated with.</summary>
    /// <remarks>I062/390.</remarks>
    public readonly AsterixValue FlightPlan => Value(I390, _planAt, PlanForm.Item);

    /// <summary>Length, orientation and width.</summary>
    /// <remarks>I062/270.</remarks>
    public readonly AsterixValue Size => Value(I270, _sizeAt, SizeItem);

    /// <summary>Mode 5 reports.</summary>
    /// <remarks>I062/110.</remarks>
    public readonly AsterixValue Mode5 => Value(I110, _mode5At, Mode5Form.Item);

    /// <summary>Track numbers of the trackers that share it.</summary>
    /// <remarks>I062/510.</remarks>
    public readonly AsterixValue ComposedNumber => Value(I510, _composedAt, ComposedItem);

    /// <summary>Standard deviations.</summary>
    /// <remarks>I062/500.</remarks>
    public readonly AsterixValue Accuracies => Value(I500, _accuraciesAt, AccuraciesForm.Item);

    /// <summary>The last measurement.</summary>
    /// <remarks>I062/340.</remarks>
    public readonly AsterixValue Measured => Value(I340, _measuredAt, MeasuredForm.Item);

    /// <summary>Octets of the reserved expansion field, LEN included; empty when not sent.</summary>
    /// <remarks>I062/RE.</remarks>
    public readonly ReadOnlySpan<byte> Reserved => Value(IRE, _reservedAt, ReservedItem).Bytes;

    /// <summary>Octets of the special purpose field, LEN included; empty when not sent.</summary>
    /// <remarks>I062/SP.</remarks>
    public readonly ReadOnlySpan<byte> Special => Value(ISP, _specialAt, SpecialItem).Bytes;

    private static readonly AsterixItem StatusItem = Categories.Cat062.Edition119.Item("080");
    private static readonly AsterixItem SizeItem = Categories.Cat062.Edition119.Item("270");
    private static readonly AsterixItem ComposedItem = Categories.Cat062.Edition119.Item("510");
    private static readonly AsterixItem ReservedItem = Categories.Cat062.Edition119.Item("RE");
    private static readonly AsterixItem SpecialItem = Categories.Cat062.Edition119.Item("SP");

    /// <summary>Writes the identification of I062/245, eight characters with trailing spaces.</summary>
    /// <returns>8, or 0 when it was not sent or does not fit.</returns>
    /// <remarks>I062/245.</remarks>
    public readonly int Identification(Span<byte> destination) =>
        Has(I245) ? SixBitCharacters.Write(_identification, destination) : 0;

    private readonly bool Has(ulong item) => (_has & item) != 0;

    /// <summary>A bit of the track status; null when its extent was not sent.</summary>
    private readonly bool? Status(int extent, int mask)
    {
        if (!Has(I080))
        {
            return null;
        }
        for (var i = 0; i < extent; i++)
        {
            if ((_record[_statusAt + i] & 1) == 0)
            {
                return null;
            }
        }
        return (_record[_statusAt + extent] & mask) != 0;
    }

    private readonly AsterixValue Value(ulong item, int at, AsterixItem form)
    {
        if (!Has(item))
        {
            return new AsterixValue(form, default);
        }
        var rest = _record[at..];
        return new AsterixValue(form, rest[..ItemLength.Of(form, rest, out _)]);
    }
}
