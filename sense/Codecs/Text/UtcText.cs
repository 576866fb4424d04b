namespace Fourfold.Codecs.Text;

/// <summary>A UTC time as <c>2014-12-10T00:41:53.000Z</c>.</summary>
internal static class UtcText
{
    /// <summary>Bytes that hold any time.</summary>
    public const int MaxBytes = 32;

    private const int Bytes = 24;
    private const long LatestUnixMs = 253_402_300_799_999;

    /// <summary>Writes milliseconds since 1970; nothing for a time beyond the year 9999.</summary>
    public static int Write(long unixMs, Span<byte> destination)
    {
        if (unixMs is < 0 or > LatestUnixMs)
        {
            return 0;
        }
        var time = DateTimeOffset.FromUnixTimeMilliseconds(unixMs).DateTime;
        "0000-00-00T00:00:00.000Z"u8.CopyTo(destination);
        DecimalText.WriteDigits((uint)time.Year, destination[..4]);
        DecimalText.WriteDigits((uint)time.Month, destination[5..7]);
        DecimalText.WriteDigits((uint)time.Day, destination[8..10]);
        DecimalText.WriteDigits((uint)time.Hour, destination[11..13]);
        DecimalText.WriteDigits((uint)time.Minute, destination[14..16]);
        DecimalText.WriteDigits((uint)time.Second, destination[17..19]);
        DecimalText.WriteDigits((uint)time.Millisecond, destination[20..23]);
        return Bytes;
    }
}
