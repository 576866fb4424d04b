namespace Fourfold.Codecs.Nmea;

/// <summary>The Gatehouse time line <c>$PGHP,1,2008,5,9,0,0,0,10,338,2,,1,09*17</c> that stamps the sentence after it.</summary>
internal static class TimeLine
{
    private const int Year = 2;
    private const int Milliseconds = 8;
    private const int TargetChecksum = 13;

    /// <summary>Time in milliseconds since 1970 and the checksum of the sentence it belongs to; absent when not readable.</summary>
    public static (long TimeUnixMs, int Checksum) Read(ReadOnlySpan<byte> body)
    {
        Span<int> numbers = stackalloc int[TargetChecksum];
        var checksum = -1;
        for (var field = 0; !body.IsEmpty; field++)
        {
            var comma = body.IndexOf((byte)',');
            var text = comma < 0 ? body : body[..comma];
            body = comma < 0 ? default : body[(comma + 1)..];
            if (field is >= Year and <= Milliseconds)
            {
                numbers[field] = TagFields.Number(text) is >= 0 and <= 9999 and var number ? (int)number : -1;
            }
            else if (field == TargetChecksum && text.Length == 2)
            {
                checksum = Nmea.Checksum.Parse(text[0], text[1]);
            }
        }
        return (Time(numbers[Year..(Milliseconds + 1)]), checksum);
    }

    private static long Time(ReadOnlySpan<int> parts)
    {
        var (year, month, day, hour, minute, second, ms) = (
            parts[0],
            parts[1],
            parts[2],
            parts[3],
            parts[4],
            parts[5],
            parts[6]
        );
        if (year is < 1970 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return TagFields.Absent;
        }
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || ms is < 0 or > 999)
        {
            return TagFields.Absent;
        }
        return new DateTimeOffset(year, month, day, hour, minute, second, ms, TimeSpan.Zero).ToUnixTimeMilliseconds();
    }
}
