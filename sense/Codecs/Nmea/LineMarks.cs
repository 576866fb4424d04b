namespace Fourfold.Codecs.Nmea;

/// <summary>What receivers and loggers write before and after a sentence on its line.</summary>
internal static class LineMarks
{
    // 1973: anything lower is a counter, not a time.
    private const long EarliestSeconds = 100_000_000;

    /// <summary>Epoch seconds or milliseconds that open the line, e.g. <c>1357134222 !AIVDM…</c>, as milliseconds.</summary>
    public static long PrefixTime(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t"u8);
        var digits = line.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits is < 9 or > 13)
        {
            return TagFields.Absent;
        }
        var time = EpochTime(line[..digits]);
        if (
            time == TagFields.Absent
            || line[digits] is not ((byte)'.' or (byte)' ' or (byte)'\t' or (byte)',' or (byte)';' or (byte)':')
        )
        {
            return TagFields.Absent;
        }
        if (line[digits] == (byte)'.' && digits < 12)
        {
            var fraction = line[(digits + 1)..];
            for (
                var (i, unit) = (0, 100);
                i < 3 && i < fraction.Length && char.IsAsciiDigit((char)fraction[i]);
                i++, unit /= 10
            )
            {
                time += (fraction[i] - '0') * unit;
            }
        }
        return time;
    }

    /// <summary>Reads <c>,s26043,d-092,T50.07,r003669987,1152921693</c>: station and epoch of United States coast guard logs.</summary>
    /// <param name="rest">The line after the checksum.</param>
    public static LineSuffix Suffix(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] != (byte)',')
        {
            return new LineSuffix(0, default, TagFields.Absent);
        }
        var next = rest.IndexOfAny((byte)'!', (byte)'$', (byte)'\\');
        var text = (next < 0 ? rest : rest[..next]).TrimEnd(" \t"u8);
        var length = text.Length;
        ReadOnlySpan<byte> station = default;
        var time = TagFields.Absent;
        while (!text.IsEmpty)
        {
            var comma = text.IndexOf((byte)',');
            var field = comma < 0 ? text : text[..comma];
            text = comma < 0 ? default : text[(comma + 1)..];
            if (field.Length > 1 && field[0] is (byte)'r' or (byte)'b' && station.IsEmpty)
            {
                station = field;
            }
            else if (time == TagFields.Absent)
            {
                time = EpochTime(field);
            }
        }
        return new LineSuffix(length, station, time);
    }

    private static long EpochTime(ReadOnlySpan<byte> digits) =>
        digits.Length is >= 9 and <= 13 && TagFields.Number(digits) is var number && number >= EarliestSeconds
            ? TagFields.Time(number)
            : TagFields.Absent;
}

/// <summary>What follows a sentence on its line.</summary>
internal readonly ref struct LineSuffix(int length, ReadOnlySpan<byte> station, long timeUnixMs)
{
    /// <summary>Bytes of the suffix, its comma included.</summary>
    public int Length { get; } = length;

    /// <summary>The station with its leading <c>r</c> or <c>b</c>; empty when none is named.</summary>
    public ReadOnlySpan<byte> Station { get; } = station;

    /// <summary>Milliseconds since 1970, or <see cref="TagFields.Absent"/>.</summary>
    public long TimeUnixMs { get; } = timeUnixMs;
}
