using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Grids;

/// <summary>The outline of an administrative area that holds grids: what "outside the parent" and "gap" are measured by.</summary>
/// <remarks>Public knowledge, so no area filter. Comes by a file as grids do (<c>Exchange/</c>), or is made up by <c>admin seed</c>.</remarks>
internal sealed class AreaOutline
{
    /// <summary>Path of the area: its code cut by its level.</summary>
    public required string Path { get; init; }

    /// <summary>GeoJSON, WGS 84 degrees.</summary>
    public required string Geometry { get; set; }

    /// <summary>Made up; not an official boundary.</summary>
    public required bool Synthetic { get; set; }

    internal static void Map(EntityTypeBuilder<AreaOutline> table)
    {
        table.ToTable("area_outlines");
        table.HasKey(o => o.Path);
        table.Property(o => o.Path).HasMaxLength(15);
    }
}
