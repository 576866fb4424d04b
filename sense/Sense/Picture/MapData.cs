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
        using var stream =
            typeof(MapData).Assembly.GetManifestResourceStream($"Fourfold.Sense.Picture.Data.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
