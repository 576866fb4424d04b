using System.Buffers.Binary;

namespace Fourfold.Codecs.RemoteId;

/// <summary>A WGS 84 position in steps of 10⁻⁷ degrees.</summary>
/// <param name="Latitude">North positive, ±900,000,000.</param>
/// <param name="Longitude">East positive, ±1,800,000,000.</param>
public readonly record struct RemoteIdPosition(int Latitude, int Longitude)
{
    private const double Step = 1e7;

    /// <summary>Degrees, north positive, ±90.</summary>
    public double LatitudeDegrees => Latitude / Step;

    /// <summary>Degrees, east positive, ±180.</summary>
    public double LongitudeDegrees => Longitude / Step;

    /// <summary>Reads eight octets; null where both are 0, which means unknown, or one is out of range.</summary>
    internal static RemoteIdPosition? Read(ReadOnlySpan<byte> bytes)
    {
        var latitude = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var longitude = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var isKnown =
            (latitude != 0 || longitude != 0)
            && latitude is >= -900_000_000 and <= 900_000_000
            && longitude is >= -1_800_000_000 and <= 1_800_000_000;
        return isKnown ? new RemoteIdPosition(latitude, longitude) : null;
    }

    internal static void Write(RemoteIdPosition? position, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, position?.Latitude ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], position?.Longitude ?? 0);
    }
}
