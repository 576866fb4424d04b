using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids;

namespace Fourfold.Serve.Exchange;

/// <summary>The outline of an area that a file brings beside or instead of grids: a feature whose code is a prefecture's, county's, township's or village's.</summary>
/// <param name="Path">Path of the area.</param>
/// <param name="Outline">What is to be its outline.</param>
/// <param name="Known">What is there, or null.</param>
internal sealed record PlannedOutline(string Path, Outline Outline, AreaOutline? Known)
{
    /// <summary>Whether it changes what is there; what was made up is always replaced.</summary>
    public bool Changes => Known is null || Known.Synthetic || Known.Geometry != Outline.GeoJson;
}

/// <summary>Judges outlines row by row, without the store.</summary>
internal static class OutlineCheck
{
    private const int LongestCode = 12;

    /// <summary>Whether a row is an area's rather than a grid's: by the length of its code.</summary>
    public static bool IsOne(GridRow row) =>
        row.Geometry is not null
        && row.Code?.Trim() is { Length: > 2 and <= LongestCode } code
        && code.All(char.IsAsciiDigit);

    /// <summary>The area that the row names, and the outline it brings.</summary>
    /// <exception cref="Refused">It does not name an area of the scope, or its geometry is no area on the ground.</exception>
    public static BroughtOutline Read(GridRow row, AreaScope scope, IAreaDirectory areas)
    {
        var code = row.Code?.Trim() ?? "";
        if (areas.Find(code) is not { Level: > 2 } area)
            throw Refused.Invalid("area.unknown", "code").With("path", code);
        if (!scope.Holds(area.Path))
            throw Refused.Invalid("area.out-of-scope", "code").With("path", code);
        var outline = Outline.Read(row.Geometry.GetValueOrDefault(), "geometry", Outline.MostVerticesOfArea);
        return new BroughtOutline(area.Path, outline);
    }
}

/// <summary>An outline of a file, for the area of a path.</summary>
internal sealed record BroughtOutline(string Path, Outline Outline);
