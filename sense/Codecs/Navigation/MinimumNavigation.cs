using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>RMC: position, course, speed, date and time of one fix.</summary>
/// <remarks>IEC 61162-1, RMC.</remarks>
public readonly ref struct MinimumNavigation
{
    private readonly SentenceFields _fields;

    private MinimumNavigation(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out MinimumNavigation fix)
    {
        var isRead = SentenceFields.TryRead(in sentence, "RMC"u8, out var fields);
        fix = new MinimumNavigation(fields);
        return isRead;
    }

    /// <summary>UTC time of the fix, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(1);

    /// <summary>False when the receiver warns that the fix is not valid.</summary>
    public bool? IsValid => _fields.IsValid(2);

    /// <summary>Where.</summary>
    public NavigationPosition? Position => _fields.Position(3);

    /// <summary>Speed over ground, knots.</summary>
    public double? SpeedKnots => _fields.Positive(7);

    /// <summary>Course over ground, degrees from true north, 0–360.</summary>
    public double? CourseDegrees => _fields.Degrees(8);

    /// <summary>Date of the fix; years are taken as 1980–2079.</summary>
    public DateOnly? Date => ReadDate(_fields.Raw(9));

    /// <summary>Magnetic variation, degrees, east positive.</summary>
    public double? VariationDegrees => _fields.EastPositive(10);

    /// <summary>How the position was made.</summary>
    public PositionMode? Mode => PositionModes.Read(_fields.Letter(12));

    /// <summary><c>S</c> safe, <c>C</c> caution, <c>U</c> unsafe, <c>V</c> not given.</summary>
    public char? NavigationalStatus => _fields.Letter(13) is 'S' or 'C' or 'U' or 'V' ? _fields.Letter(13) : null;

    /// <summary>UTC date and time of the fix; null when either is missing.</summary>
    public DateTimeOffset? UtcTime =>
        Date is { } date && Time is { } time ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) + time : null;

    private static DateOnly? ReadDate(ReadOnlySpan<byte> raw)
    {
        if (raw.Length != 6 || TagFields.Number(raw) is not (>= 0 and var number))
        {
            return null;
        }
        var (day, month, year) = ((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100));
        year += year < 80 ? 2000 : 1900;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }
}
