using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Grids;

/// <summary>Where a grid lay from one time until another. Never changed but for its end.</summary>
internal sealed class GridBoundary : IInArea
{
    public required GridId GridId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }
    public required string AreaPath { get; init; }

    /// <summary>Of a micro-grid, which lies over the others.</summary>
    public required bool Micro { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it; null for the present one.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>GeoJSON, Polygon or MultiPolygon, WGS 84 degrees to a centimetre.</summary>
    public required string Geometry { get; init; }

    /// <summary>The box around it, degrees.</summary>
    public required double West { get; init; }

    /// <inheritdoc cref="West"/>
    public required double South { get; init; }

    /// <inheritdoc cref="West"/>
    public required double East { get; init; }

    /// <inheritdoc cref="West"/>
    public required double North { get; init; }

    /// <summary>m².</summary>
    public required double SquareMetres { get; init; }
    public required PersonId? DrawnBy { get; init; }

    /// <summary>Faults that were shown when it was drawn and accepted.</summary>
    public int AcceptedFaults { get; init; }

    internal static void Map(EntityTypeBuilder<GridBoundary> table)
    {
        table.ToTable("grid_boundaries");
        table.HasKey(b => new { b.GridId, b.Number });
        table.HasOne<Grid>().WithMany().HasForeignKey(b => b.GridId).OnDelete(DeleteBehavior.Restrict);
        table
            .HasIndex(
                b => new
                {
                    b.South,
                    b.North,
                    b.West,
                    b.East,
                    b.AreaPath,
                },
                "ix_grid_boundaries_present"
            )
            .HasFilter("until is null");
        table.HasIndex(b => b.AreaPath, "ix_grid_boundaries_area").HasFilter("until is null");
    }
}
