using Fourfold.Contracts;

namespace Fourfold.Serve.Grids.Topology;

/// <summary>What is wrong with a boundary, and where.</summary>
/// <param name="Code">One of <see cref="TopologyCodes"/>.</param>
/// <param name="Place">A place in it, for the map; null where it has none.</param>
/// <param name="SquareMetres">Its size, m².</param>
/// <param name="Geometry">GeoJSON of the piece, for the map; null for a point.</param>
/// <param name="Grid">Code of the grid it belongs to; null for one that is being drawn or for a gap.</param>
/// <param name="Other">Code of the grid it overlaps with, or of the area it leaves.</param>
internal sealed record TopologyFault(
    string Code,
    GeoPoint? Place,
    double SquareMetres,
    string? Geometry,
    string? Grid,
    string? Other
);

/// <summary>Codes of faults.</summary>
internal static class TopologyCodes
{
    /// <summary>Two of its edges cross or touch: nobody can say what is inside.</summary>
    public const string CrossesItself = "boundary.crosses-itself";

    /// <summary>A hole lies outside its polygon, in another hole, or cuts it in two.</summary>
    public const string HoleOutside = "boundary.hole-outside";

    /// <summary>Its polygons lie over each other.</summary>
    public const string PartsOverlap = "boundary.parts-overlap";

    /// <summary>Too small to be meant.</summary>
    public const string TooSmall = "boundary.too-small";

    /// <summary>More corners than one boundary may have.</summary>
    public const string TooManyVertices = "boundary.too-many-vertices";

    /// <summary>It lies over another grid.</summary>
    public const string Overlap = "boundary.overlap";

    /// <summary>It leaves the area, or the grid, it is a part of.</summary>
    public const string OutsideParent = "boundary.outside-parent";

    /// <summary>A piece of the parent that no grid has. Told, never refused: while one draws there are always some.</summary>
    public const string Gap = "boundary.gap";
}
