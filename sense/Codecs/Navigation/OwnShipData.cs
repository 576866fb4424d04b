using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>OSD: heading, course, speed, set and drift of the own ship, as its radar uses them.</summary>
/// <remarks>IEC 61162-1, OSD. References: <c>B</c> bottom log, <c>M</c> by hand, <c>P</c> positioning system, <c>R</c> radar, <c>W</c> water.</remarks>
public readonly ref struct OwnShipData
{
    private readonly SentenceFields _fields;

    private OwnShipData(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out OwnShipData data)
    {
        var isRead = SentenceFields.TryRead(in sentence, "OSD"u8, out var fields);
        data = new OwnShipData(fields);
        return isRead;
    }

    /// <summary>Heading, degrees from true north, 0–360.</summary>
    public double? HeadingDegrees => _fields.Degrees(1);

    /// <summary>Whether the heading is valid.</summary>
    public bool? IsHeadingValid => _fields.IsValid(2);

    /// <summary>Course, degrees from true north, 0–360.</summary>
    public double? CourseDegrees => _fields.Degrees(3);

    /// <summary>What the course refers to.</summary>
    public char? CourseReference => Reference(4);

    /// <summary>Speed, in <see cref="Unit"/> an hour.</summary>
    public double? Speed => _fields.Number(5);

    /// <summary>What the speed refers to.</summary>
    public char? SpeedReference => Reference(6);

    /// <summary>Set, degrees from true north, entered by hand.</summary>
    public double? SetDegrees => _fields.Degrees(7);

    /// <summary>Drift, in <see cref="Unit"/> an hour, entered by hand.</summary>
    public double? Drift => _fields.Positive(8);

    /// <summary>Unit of speeds.</summary>
    public DistanceUnit? Unit => TargetLetters.Unit(_fields.Letter(9));

    /// <summary><see cref="Speed"/> in knots; null without a unit.</summary>
    public double? SpeedKnots => TargetLetters.Nautical(Speed, Unit);

    private char? Reference(int index) =>
        _fields.Letter(index) is 'B' or 'M' or 'P' or 'R' or 'W' ? _fields.Letter(index) : null;
}
