using Fourfold.Kernel.Storage;

namespace Fourfold.Sense.Picture;

/// <summary>The embedded map files.</summary>
internal static class MapData
{
    /// <summary>Land outline, GeoJSON.</summary>
    public static ReadOnlyMemory<byte> Land { get; } = Read("land.geojson");

    /// <summary>The three rings, GeoJSON.</summary>
    public static ReadOnlyMemory<byte> Rings { get; } = Read("rings.geojson");

    private static ReadOnlyMemory<byte> Read(string name)
    {
        using var stream = EmbeddedData.Open(typeof(MapData).Assembly, $"Fourfold.Sense.Picture.Data.{name}");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
