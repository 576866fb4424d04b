namespace Fourfold.Serve.Forms;

/// <summary>What lies above an area, and the county it is in.</summary>
internal static class AreaPaths
{
    private const int County = 6;
    private static readonly int[] Levels = [2, 4, County, 9, 12, 15];

    /// <summary>The path itself and those of the areas above it; none for an actor without an area.</summary>
    public static string[] Above(string path) => [.. Levels.Where(l => l <= path.Length).Select(l => path[..l])];

    /// <summary>Path of the county, or of what lies above it when the area is no part of one.</summary>
    public static string CountyOf(string path) => path.Length > County ? path[..County] : path;
}
