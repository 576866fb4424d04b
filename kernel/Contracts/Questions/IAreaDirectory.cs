namespace Fourfold.Contracts;

/// <summary>Answers about administrative divisions. Kernel owns them.</summary>
public interface IAreaDirectory
{
    /// <summary>The province.</summary>
    Area Root { get; }

    /// <summary>The area with this code, or null. O(1), from memory.</summary>
    Area? Find(string code);

    /// <summary>The children of an area, in the order of their codes.</summary>
    IReadOnlyList<Area> ChildrenOf(string code);
}

/// <summary>An administrative division.</summary>
/// <param name="Code">Its code as published, up to 15 digits.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">Romanised name, or null.</param>
/// <param name="Level">2 province, 4 prefecture, 6 county, 9 township, 12 village, 15 grid: the digits of its path.</param>
/// <param name="Path">The code cut by its level. A subtree is the range of paths that begin with it.</param>
/// <param name="ParentCode">Code of the area above, or null for the province.</param>
/// <param name="Pseudo">A tier that exists only in the code (市辖区, 省直辖县级行政区划) and is not shown.</param>
/// <param name="Centroid">Middle of a prefecture or county, for placing a label only; null where none is known.</param>
public sealed record Area(
    string Code,
    string Name,
    string? EnglishName,
    int Level,
    string Path,
    string? ParentCode,
    bool Pseudo,
    GeoPoint? Centroid = null
);
