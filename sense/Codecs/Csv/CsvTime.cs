using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Csv;

/// <summary>Times of AIS tables: <c>2022-06-01T00:00:02</c>, <c>2026-03-31 00:00:00</c>, <c>18/03/2023 00:00:00</c>. All are UTC.</summary>
internal static class CsvTime
{
    /// <summary>Milliseconds since 1970; null for any other form.</summary>
    public static long? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length is not (19 or 20 or 23 or 24) || text[13] != (byte)':' || text[16] != (byte)':')
        {
            return null;
        }
        var isDayFirst = text[2] == (byte)'/';
        var (year, month, day) = isDayFirst
            ? (Digits(text[6..10]), Digits(text[3..5]), Digits(text[..2]))
            : (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var marks = isDayFirst ? text[5] == (byte)'/' : text[4] == (byte)'-' && text[7] == (byte)'-';
        var (hour, minute, second) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]));
        if (!marks || text[10] is not ((byte)' ' or (byte)'T') || year is < 1970 or > 9999 || month is < 1 or > 12)
        {
            return null;
        }
        if (day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59)
        {
            return null;
        }
        if (second is < 0 or > 59 || Milliseconds(text[19..]) is not { } milliseconds)
        {
            return null;
        }
        var time = new DateTimeOffset(year, month, day, hour, minute, second, milliseconds, TimeSpan.Zero);
        return time.ToUnixTimeMilliseconds();
    }

    /// <summary>Nothing, <c>Z</c>, <c>.mmm</c> or <c>.mmmZ</c>.</summary>
    private static int? Milliseconds(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimEnd((byte)'Z');
        if (rest.IsEmpty)
        {
            return 0;
        }
        return rest.Length == 4 && rest[0] == (byte)'.' && Digits(rest[1..]) is >= 0 and var value ? value : null;
    }

    private static int Digits(ReadOnlySpan<byte> text) =>
        TagFields.Number(text) is >= 0 and <= 9999 and var number ? (int)number : -1;
}
