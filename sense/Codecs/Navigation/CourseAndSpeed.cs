using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>VTG: course and speed over ground.</summary>
/// <remarks>IEC 61162-1, VTG. The form before NMEA 0183 2.0, four numbers without letters, is read too.</remarks>
public readonly ref struct CourseAndSpeed
{
    private readonly SentenceFields _fields;

    private CourseAndSpeed(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out CourseAndSpeed motion)
    {
        var isRead = SentenceFields.TryRead(in sentence, "VTG"u8, out var fields);
        motion = new CourseAndSpeed(fields);
        return isRead;
    }

    /// <summary>Course, degrees from true north, 0–360.</summary>
    public double? CourseDegrees => _fields.Degrees(1);

    /// <summary>Course, degrees from magnetic north, 0–360.</summary>
    public double? MagneticCourseDegrees => _fields.Degrees(IsOld ? 2 : 3);

    /// <summary>Speed, knots.</summary>
    public double? SpeedKnots => _fields.Positive(IsOld ? 3 : 5);

    /// <summary>Speed, kilometres an hour.</summary>
    public double? SpeedKilometresPerHour => _fields.Positive(IsOld ? 4 : 7);

    /// <summary>How the position was made.</summary>
    public PositionMode? Mode => IsOld ? null : PositionModes.Read(_fields.Letter(9));

    private bool IsOld => _fields.Letter(2) is not 'T' && _fields.Number(2) is not null;
}
