using System.Globalization;

namespace Fourfold.Codecs.Text;

/// <summary>A UTC time as <c>2014-12-10T00:41:53.000Z</c>.</summary>
internal static class UtcText
{
    /// <summary>Bytes that hold any time.</summary>
    public const int MaxBytes = 32;

    private const long LatestUnixMs = 253_402_300_799_999;

    /// <summary>Writes milliseconds since 1970; nothing for a time beyond the year 9999.</summary>
    public static int Write(long unixMs, Span<byte> destination)
    {
        if (unixMs is < 0 or > LatestUnixMs)
        {
            return 0;
        }
        _ = DateTimeOffset
            .FromUnixTimeMilliseconds(unixMs)
            .TryFormat(destination, out var written, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return written;
    }
}
