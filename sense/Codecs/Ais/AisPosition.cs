using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Ais;

/// <summary>A position on WGS 84 as AIS sends it; always available and in range.</summary>
/// <param name="LongitudeRaw">East positive, 1/600,000 degree, −108,000,000 to 108,000,000; coarser messages are scaled to it.</param>
/// <param name="LatitudeRaw">North positive, 1/600,000 degree, −54,000,000 to 54,000,000.</param>
public readonly record struct AisPosition(int LongitudeRaw, int LatitudeRaw)
{
    private const int MaxLongitude = 180 * 600_000;
    private const int MaxLatitude = 90 * 600_000;

    /// <summary>Degrees, east positive, −180 to 180.</summary>
    public double LongitudeDegrees => LongitudeRaw / 600_000.0;

    /// <summary>Degrees, north positive, −90 to 90.</summary>
    public double LatitudeDegrees => LatitudeRaw / 600_000.0;

    /// <summary>The position nearest to these degrees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Latitude beyond ±90 or longitude beyond ±180 degrees.</exception>
    public static AisPosition FromDegrees(double latitude, double longitude) =>
        (
            double.IsNaN(latitude + longitude)
                ? null
                : InRange((int)Math.Round(longitude * 600_000), (int)Math.Round(latitude * 600_000))
        ) ?? throw new ArgumentOutOfRangeException(nameof(latitude), $"{latitude}, {longitude} is no position");

    /// <summary>28 bits of longitude and 27 of latitude in 1/10,000 minute; null when absent, not available (181°, 91°) or out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AisPosition? Fine(AisBits bits, int offset)
    {
        if (!bits.Has(offset, 55))
        {
            return null;
        }
        return InRange(bits.Int(offset, 28), bits.Int(offset + 28, 27));
    }

    /// <summary>18 bits of longitude and 17 of latitude in 1/10 minute; null as above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AisPosition? Coarse(AisBits bits, int offset)
    {
        if (!bits.Has(offset, 35))
        {
            return null;
        }
        return InRange(bits.Int(offset, 18) * 1000, bits.Int(offset + 18, 17) * 1000);
    }

    /// <summary>25 bits of longitude and 24 of latitude in 1/1,000 minute; null as above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AisPosition? Medium(AisBits bits, int offset)
    {
        if (!bits.Has(offset, 49))
        {
            return null;
        }
        return InRange(bits.Int(offset, 25) * 10, bits.Int(offset + 25, 24) * 10);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static AisPosition? InRange(int longitude, int latitude) =>
        (uint)(longitude + MaxLongitude) <= 2 * MaxLongitude && (uint)(latitude + MaxLatitude) <= 2 * MaxLatitude
            ? new AisPosition(longitude, latitude)
            : null;
}
