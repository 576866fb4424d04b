using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>GGA: one fix of a satellite receiver with its quality and height.</summary>
/// <remarks>IEC 61162-1, GGA.</remarks>
public readonly ref struct SatelliteFix
{
    private readonly SentenceFields _fields;

    private SatelliteFix(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out SatelliteFix fix)
    {
        var isRead = SentenceFields.TryRead(in sentence, "GGA"u8, out var fields);
        fix = new SatelliteFix(fields);
        return isRead;
    }

    /// <summary>UTC time of the fix, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(1);

    /// <summary>Where.</summary>
    public NavigationPosition? Position => _fields.Position(2);

    /// <summary>
    /// 0 no fix, 1 satellites, 2 differential, 3 precise, 4 kinematic, 5 floating kinematic, 6 dead reckoning, 7 by hand,
    /// 8 simulator.
    /// </summary>
    public int? Quality => _fields.Whole(6, 8);

    /// <summary>Satellites in use.</summary>
    public int? Satellites => _fields.Whole(7, 99);

    /// <summary>Horizontal dilution of precision.</summary>
    public double? HorizontalDilution => _fields.Positive(8);

    /// <summary>Height of the antenna above mean sea level (the geoid), metres.</summary>
    public double? AltitudeMetres => _fields.Letter(10) is 'M' or null ? _fields.Number(9) : null;

    /// <summary>Height of the geoid above the ellipsoid, metres.</summary>
    public double? GeoidSeparationMetres => _fields.Letter(12) is 'M' or null ? _fields.Number(11) : null;

    /// <summary>Age of the differential corrections, seconds.</summary>
    public double? CorrectionAgeSeconds => _fields.Positive(13);

    /// <summary>Differential reference station, 0–4095.</summary>
    public int? ReferenceStation => _fields.Whole(14, 4095);
}
