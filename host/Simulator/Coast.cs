using Fourfold.Geo;

namespace Fourfold.Simulator;

/// <summary>The coast of Hainan and Leizhou, the same outline that the map draws.</summary>
internal static class Coast
{
    private const double AccuracyMetres = 1_000;
    private static readonly Lazy<Shoreline> Loaded = new(Load);

    /// <summary>The shore; read once.</summary>
    public static Shoreline Shore => Loaded.Value;

    private static Shoreline Load()
    {
        using var stream =
            typeof(Coast).Assembly.GetManifestResourceStream("land.geojson")
            ?? throw new InvalidOperationException("the coast is not in the assembly");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return GeoJson.TryReadArea(memory.ToArray(), out var land, out var problem) && land is not null
            ? new Shoreline(land, AccuracyMetres)
            : throw new InvalidOperationException($"the coast cannot be read: {problem}");
    }
}
