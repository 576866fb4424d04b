using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>TTM: one target of a radar, seen from the own ship. Radars send it as <c>$RATTM</c>, older ones with 11 or 13 fields.</summary>
/// <remarks>IEC 61162-1, TTM. A field the sentence is too short for, or leaves empty, is null.</remarks>
public readonly ref struct TrackedTarget
{
    private readonly SentenceFields _fields;

    private TrackedTarget(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out TrackedTarget target)
    {
        var isRead = SentenceFields.TryRead(in sentence, "TTM"u8, out var fields);
        target = new TrackedTarget(fields);
        return isRead;
    }

    /// <summary>Number of the target in its radar, 0–1023; older radars count to 99.</summary>
    public int? Number => _fields.Whole(1, 1023);

    /// <summary>Distance from the own ship, in <see cref="Unit"/>.</summary>
    public double? Distance => _fields.Positive(2);

    /// <summary>Bearing from the own ship, degrees, 0–360; <see cref="IsBearingTrue"/> says from where.</summary>
    public double? BearingDegrees => _fields.Degrees(3);

    /// <summary>True from true north, false from the own ship's heading.</summary>
    public bool? IsBearingTrue => TargetLetters.IsTrue(_fields.Letter(4));

    /// <summary>Speed of the target, in <see cref="Unit"/> an hour.</summary>
    public double? Speed => _fields.Positive(5);

    /// <summary>Course of the target, degrees, 0–360; <see cref="IsCourseTrue"/> says from where.</summary>
    public double? CourseDegrees => _fields.Degrees(6);

    /// <summary>True for true motion, false for motion relative to the own ship.</summary>
    public bool? IsCourseTrue => TargetLetters.IsTrue(_fields.Letter(7));

    /// <summary>Distance of the closest point of approach, in <see cref="Unit"/>.</summary>
    public double? ClosestDistance => _fields.Positive(8);

    /// <summary>Time to the closest point of approach, minutes; negative when it is past.</summary>
    public double? ClosestMinutes => _fields.Number(9);

    /// <summary>Unit of distances and speed.</summary>
    public DistanceUnit? Unit => TargetLetters.Unit(_fields.Letter(10));

    /// <summary>Name given by the operator.</summary>
    public SentenceText Name => _fields.Text(11);

    /// <summary>What the radar knows of it.</summary>
    public TargetStatus? Status => TargetLetters.Status(_fields.Letter(12));

    /// <summary>True when the target serves as a reference for the own ship's position or speed.</summary>
    public bool IsReference => _fields.Letter(13) == 'R';

    /// <summary>UTC time of the data, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(14);

    /// <summary>How it was acquired.</summary>
    public TargetAcquisition? Acquisition => TargetLetters.Acquisition(_fields.Letter(15));

    /// <summary><see cref="Distance"/> in nautical miles; null without a unit.</summary>
    public double? DistanceNauticalMiles => TargetLetters.Nautical(Distance, Unit);

    /// <summary><see cref="Speed"/> in knots; null without a unit.</summary>
    public double? SpeedKnots => TargetLetters.Nautical(Speed, Unit);

    /// <summary><see cref="ClosestDistance"/> in nautical miles; null without a unit.</summary>
    public double? ClosestNauticalMiles => TargetLetters.Nautical(ClosestDistance, Unit);
}
