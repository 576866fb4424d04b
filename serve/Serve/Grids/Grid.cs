using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Grids;

/// <summary>网格: the smallest served area. Its boundary has a history of its own (<see cref="GridBoundary"/>).</summary>
internal sealed class Grid : IInArea
{
    public const int LongestName = 60;

    /// <summary>Most households or residents of one grid: above it, somebody typed a digit too many.</summary>
    public const int MostPeople = 100_000;

    public required GridId Id { get; init; }

    /// <summary>15 digits: the village's twelve and a number within it from 001. Never given to another grid, not after closing either.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>One of <see cref="GridKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>One of <see cref="SpecialUses"/> for a special grid, else null.</summary>
    public string? Use { get; set; }

    /// <summary>The comprehensive grid a micro-grid is part of, else null.</summary>
    public GridId? Parent { get; init; }

    /// <summary>Its own code; of a micro-grid its parent's, so that whoever serves the parent sees it.</summary>
    public required string AreaPath { get; init; }

    /// <summary>Households living there, 0 … <see cref="MostPeople"/>.</summary>
    public int Households { get; set; }

    /// <summary>People living there, 0 … <see cref="MostPeople"/>.</summary>
    public int Residents { get; set; }

    /// <summary>A place inside its boundary, degrees; null while it has none.</summary>
    public double? Latitude { get; private set; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; private set; }

    /// <summary>Of its boundary, m²; 0 without one.</summary>
    public double SquareMetres { get; private set; }

    /// <summary>Number of its present boundary, from 1; 0 without one.</summary>
    public int Boundary { get; private set; }

    /// <summary>Made up.</summary>
    public bool Synthetic { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Since when it is no grid any more; null while it is one.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Revision { get; set; } = 1;

    /// <summary>The village it lies in.</summary>
    public string VillageCode => Code[..12];

    public GeoPoint? Position =>
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    /// <summary>Gives it another boundary from now on.</summary>
    /// <returns>The row to add; the one before must be ended by the caller.</returns>
    /// <exception cref="Refused">409 <c>grid.closed</c>.</exception>
    public GridBoundary Redraw(Outline outline, DateTimeOffset from, PersonId? by, int acceptedFaults)
    {
        RequireOpen();
        (Latitude, Longitude) = (outline.Inside.Latitude, outline.Inside.Longitude);
        SquareMetres = outline.SquareMetres;
        Boundary++;
        return new GridBoundary
        {
            GridId = Id,
            Number = Boundary,
            AreaPath = AreaPath,
            Micro = Kind == GridKinds.Micro,
            From = from,
            Geometry = outline.GeoJson,
            West = outline.West,
            South = outline.South,
            East = outline.East,
            North = outline.North,
            SquareMetres = outline.SquareMetres,
            DrawnBy = by,
            AcceptedFaults = acceptedFaults,
        };
    }

    /// <summary>Ends it. What happened in it stays.</summary>
    /// <exception cref="Refused">409 <c>grid.closed</c>.</exception>
    public void Close(DateTimeOffset at)
    {
        RequireOpen();
        ClosedAt = at;
    }

    /// <exception cref="Refused">409 <c>grid.closed</c>.</exception>
    public void RequireOpen()
    {
        if (ClosedAt is { } at)
            throw new Refused("grid.closed").With("code", Code).With("at", at);
    }

    internal static void Map(EntityTypeBuilder<Grid> table)
    {
        table.ToTable("grids");
        table.HasKey(g => g.Id);
        table.Ignore(g => g.VillageCode);
        table.Ignore(g => g.Position);
        table.HasIndex(g => g.Code).IsUnique();
        // Lists walk it, and a search by name looks at no row that it does not show.
        table.HasIndex(
            g => new
            {
                g.AreaPath,
                g.Code,
                g.Name,
                g.Kind,
                g.ClosedAt,
            },
            "ix_grids_area"
        );
        table.HasIndex(g => g.Parent);
        // Clusters of a map are counted in it alone.
        table.HasIndex(
            g => new
            {
                g.Latitude,
                g.Longitude,
                g.AreaPath,
                g.Households,
                g.Kind,
                g.ClosedAt,
            },
            "ix_grids_places"
        );
        table.Property(g => g.Code).HasMaxLength(15);
        table.Property(g => g.Name).HasMaxLength(LongestName);
        table.Property(g => g.Kind).HasMaxLength(16);
        table.Property(g => g.Use).HasMaxLength(20);
        table.Property(g => g.Revision).IsConcurrencyToken();
    }
}
