using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Units;

/// <summary>An organisation that acts: a police station, a centre, a coast-guard squad, a mediation body.</summary>
internal sealed class Unit
{
    public required UnitId Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Lower-case code such as <c>police</c>.</summary>
    public required string Department { get; set; }

    /// <summary>Code and path of the home area; the path is the code cut by its level.</summary>
    public required string AreaCode { get; set; }
    public required string AreaPath { get; set; }
    public required UnitId? Parent { get; set; }

    /// <summary>Codes of the areas it acts in; at most 50.</summary>
    public required List<string> JurisdictionAreas { get; set; }

    /// <summary>GeoJSON of the sea sector or polygon it acts in, or null.</summary>
    public required string? JurisdictionGeometry { get; set; }

    /// <summary>Degrees, WGS 84; null when not known.</summary>
    public required double? Latitude { get; set; }
    public required double? Longitude { get; set; }

    /// <summary>Made up for the demonstration.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Key in the demonstration's data, so that seeding twice does not double it.</summary>
    public string? SeedKey { get; init; }
    public int Revision { get; set; }

    public GeoPoint? Position =>
        Latitude is { } latitude && Longitude is { } longitude ? new(latitude, longitude) : null;

    public UnitSummary Summary => new(Id, Name, Department, AreaCode, AreaPath, Synthetic);

    internal static void Map(EntityTypeBuilder<Unit> table)
    {
        table.ToTable("units");
        table.HasKey(u => u.Id);
        table.Ignore(u => u.Position);
        table.Ignore(u => u.Summary);
        table.HasIndex(u => new { u.Department, u.AreaPath });
        table.HasIndex(u => u.SeedKey).IsUnique();
        table.Property(u => u.Name).HasMaxLength(100);
        table.Property(u => u.Department).HasMaxLength(40);
        table.Property(u => u.AreaCode).HasMaxLength(15);
        table.Property(u => u.AreaPath).HasMaxLength(15);
        table.Property(u => u.SeedKey).HasMaxLength(60);
        table.Property(u => u.JurisdictionAreas).AsJson();
        table.Property(u => u.Revision).IsConcurrencyToken();
    }
}
