using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>ZDA: UTC date and time, and the local zone.</summary>
/// <remarks>IEC 61162-1, ZDA.</remarks>
public readonly ref struct TimeAndDate
{
    private readonly SentenceFields _fields;

    private TimeAndDate(SentenceFields fields) => _fields = fields;

    /// <summary>False when the sentence is another.</summary>
    public static bool TryRead(in NmeaSentence sentence, out TimeAndDate time)
    {
        var isRead = SentenceFields.TryRead(in sentence, "ZDA"u8, out var fields);
        time = new TimeAndDate(fields);
        return isRead;
    }

    /// <summary>UTC time, since midnight.</summary>
    public TimeSpan? Time => _fields.Time(1);

    /// <summary>UTC date.</summary>
    public DateOnly? Date =>
        _fields.Whole(4, 9999) is >= 1 and var year
        && _fields.Whole(3, 12) is >= 1 and var month
        && _fields.Whole(2, 31) is >= 1 and var day
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>What is added to local time to get UTC; the sign stands before the hours.</summary>
    public TimeSpan? LocalZone =>
        _fields.Number(5) is >= -13 and <= 13 and var hours && _fields.Whole(6, 59) is { } minutes
            ? TimeSpan.FromMinutes(hours * 60 + (_fields.Raw(5)[0] == (byte)'-' ? -minutes : minutes))
            : null;

    /// <summary>UTC date and time; null when either is missing.</summary>
    public DateTimeOffset? UtcTime =>
        Date is { } date && Time is { } time ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) + time : null;
}
