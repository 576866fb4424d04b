using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>RSD: the marks and settings of a radar's screen.</summary>
/// <remarks>IEC 61162-1, RSD. Ranges are in <see cref="Unit"/>, bearings in degrees as the screen is turned.</remarks>
public readonly ref struct RadarSystemData
{
    private readonly SentenceFields _fields;

    private RadarSystemData(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out RadarSystemData data)
    {
        var isRead = SentenceFields.TryRead(in sentence, "RSD"u8, out var fields);
        data = new RadarSystemData(fields);
        return isRead;
    }

    /// <summary>Range of the first origin from the own ship.</summary>
    public double? FirstOriginRange => _fields.Positive(1);

    /// <summary>Bearing of the first origin, degrees.</summary>
    public double? FirstOriginBearingDegrees => _fields.Degrees(2);

    /// <summary>First variable range marker.</summary>
    public double? FirstRangeMarker => _fields.Positive(3);

    /// <summary>First bearing line, degrees.</summary>
    public double? FirstBearingLineDegrees => _fields.Degrees(4);

    /// <summary>Range of the second origin.</summary>
    public double? SecondOriginRange => _fields.Positive(5);

    /// <summary>Bearing of the second origin, degrees.</summary>
    public double? SecondOriginBearingDegrees => _fields.Degrees(6);

    /// <summary>Second variable range marker.</summary>
    public double? SecondRangeMarker => _fields.Positive(7);

    /// <summary>Second bearing line, degrees.</summary>
    public double? SecondBearingLineDegrees => _fields.Degrees(8);

    /// <summary>Range of the cursor from the own ship.</summary>
    public double? CursorRange => _fields.Positive(9);

    /// <summary>Bearing of the cursor, degrees clockwise from 0 on the screen.</summary>
    public double? CursorBearingDegrees => _fields.Degrees(10);

    /// <summary>Range scale in use.</summary>
    public double? RangeScale => _fields.Positive(11);

    /// <summary>Unit of ranges.</summary>
    public DistanceUnit? Unit => TargetLetters.Unit(_fields.Letter(12));

    /// <summary><c>C</c> course up, <c>H</c> head up, <c>N</c> north up.</summary>
    public char? Rotation => _fields.Letter(13) is 'C' or 'H' or 'N' ? _fields.Letter(13) : null;
}
