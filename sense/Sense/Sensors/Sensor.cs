using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Storage;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense.Sensors;

/// <summary>A radar on the shore: where it stands, how it sees, and how its messages are known. How it does, <see cref="SensorBook"/> knows.</summary>
internal sealed class Sensor
{
    public const int LongestName = 100;
    public const int LongestKey = 64;

    public required SensorId Id { get; init; }

    /// <summary>Small number, from 1, that observations carry instead of the id; never given again.</summary>
    public required int Number { get; init; }

    /// <summary>As feed URLs name it (<c>sensor=KEY</c>).</summary>
    public required string Key { get; set; }
    public required string Name { get; set; }

    /// <summary>Degrees, WGS 84.</summary>
    public required double Latitude { get; set; }

    /// <summary>Degrees, WGS 84.</summary>
    public required double Longitude { get; set; }
    public required RadarModel Model { get; set; }

    /// <summary>System area code of its ASTERIX messages (SAC), 0–255; null when it has none.</summary>
    public int? AreaCode { get; set; }

    /// <summary>System identification code (SIC), 0–255; null when it has none.</summary>
    public int? SystemCode { get; set; }
    public required bool Enabled { get; set; }
    public required bool Simulated { get; set; }
    public int Revision { get; set; } = 1;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    public Position Position() => Geo.Position.FromDegrees(latitude: Latitude, longitude: Longitude);

    /// <summary>For the tracker.</summary>
    /// <param name="shadows">Where it sees nothing; the same list as long as nothing changes.</param>
    public RadarSetup Setup(IReadOnlyList<RadarShadow> shadows) =>
        new(Number, Model.Sensor(Position()) with { Shadows = shadows });

    internal static void Map(EntityTypeBuilder<Sensor> table)
    {
        table.ToTable("sensors");
        table.HasKey(s => s.Id);
        table.HasIndex(s => s.Number).IsUnique();
        table.HasIndex(s => s.Key).IsUnique();
        table.Property(s => s.Key).HasMaxLength(LongestKey);
        table.Property(s => s.Name).HasMaxLength(LongestName);
        table.Property(s => s.Model).AsJson();
        table.Property(s => s.Revision).IsConcurrencyToken();
    }
}
