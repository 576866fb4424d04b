using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense.Zones;

/// <summary>重点区域: a polygon that rules refer to.</summary>
internal sealed class Zone : IInArea
{
    public const int LongestName = 100;

    public required ZoneId Id { get; init; }
    public required string Name { get; set; }

    /// <summary>One of <see cref="ZoneKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>A GeoJSON Polygon that was checked by <see cref="ZoneGeometry"/>.</summary>
    public required string Geometry { get; set; }
    public required bool Active { get; set; }
    public int Revision { get; set; } = 1;
    public required string AreaPath { get; init; }

    /// <summary>Made by the demonstration.</summary>
    public bool Simulated { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The polygon as rules use it.</summary>
    public MultiPolygon Area()
    {
        using var json = JsonDocument.Parse(Geometry);
        return GeoJson.TryReadArea(json.RootElement, out var area, out var problem) && area is not null
            ? area
            : throw new InvalidDataException($"zone {Id}: {problem?.Code}");
    }

    internal static void Map(EntityTypeBuilder<Zone> table)
    {
        table.ToTable("zones");
        table.HasKey(z => z.Id);
        table.HasIndex(z => z.AreaPath);
        table.Property(z => z.Name).HasMaxLength(LongestName);
        table.Property(z => z.Kind).HasMaxLength(16);
        table.Property(z => z.Revision).IsConcurrencyToken();
    }
}

/// <summary>What a zone is for.</summary>
internal static class ZoneKinds
{
    public const string Watch = "watch";
    public const string Harbour = "harbour";
    public const string Anchorage = "anchorage";
    public const string Closed = "closed";

    public static readonly IReadOnlyList<string> All = [Watch, Harbour, Anchorage, Closed];

    /// <summary>As detectors name it.</summary>
    public static Behaviour.ZoneKind Of(string kind) =>
        kind switch
        {
            Harbour => Behaviour.ZoneKind.Harbour,
            Anchorage => Behaviour.ZoneKind.Anchorage,
            Closed => Behaviour.ZoneKind.Closed,
            _ => Behaviour.ZoneKind.Watch,
        };
}
