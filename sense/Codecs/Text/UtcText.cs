namespace Fourfold.Codecs.Text;

/// <summary>A UTC time as <c>2014-12-10T00:41:53.000Z</c>.</summary>
internal static class UtcText
{
    /// <summary>Bytes that hold any time.</summary>
    public const int MaxBytes = 32;

    private const int Bytes = 24;

    // 1970-01-01, from 0001-01-01.
    private const int EpochDay = 719_162;
    private const long LatestUnixMs = 253_402_300_799_999;

    /// <summary>Writes milliseconds since 1970; nothing for a time beyond the year 9999.</summary>
    public static int Write(long unixMs, Span<byte> destination)
    {
        if (unixMs is < 0 or > LatestUnixMs)
        {
            return 0;
        }
        var (days, rest) = Math.DivRem(unixMs, 86_400_000L);
        DateOnly.FromDayNumber((int)days + EpochDay).Deconstruct(out var year, out var month, out var day);
        var ms = (uint)rest;
        var (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000, ms / 1000);
        "0000-00-00T00:00:00.000Z"u8.CopyTo(destination);
        DecimalText.WriteDigits((uint)year, destination[..4]);
        DecimalText.WriteDigits((uint)month, destination[5..7]);
        DecimalText.WriteDigits((uint)day, destination[8..10]);
        DecimalText.WriteDigits(hours, destination[11..13]);
        DecimalText.WriteDigits(minutes - hours * 60, destination[14..16]);
        DecimalText.WriteDigits(seconds - minutes * 60, destination[17..19]);
        DecimalText.WriteDigits(ms - seconds * 1000, destination[20..23]);
        return Bytes;
    }
}
