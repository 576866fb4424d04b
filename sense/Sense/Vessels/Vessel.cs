using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense.Vessels;

/// <summary>What is known of the vessel that uses an MMSI, by what it said itself. Replaced as a whole when it changes.</summary>
internal sealed record Vessel
{
    public required int Mmsi { get; init; }
    public string? Name { get; init; }
    public string? CallSign { get; init; }
    public int? Imo { get; init; }
    public int? ShipType { get; init; }

    /// <summary>1–1022; null when unknown.</summary>
    public int? LengthMetres { get; init; }

    /// <summary>1–126; null when unknown.</summary>
    public int? BeamMetres { get; init; }
    public string? Destination { get; init; }
    public int? EtaMonth { get; init; }
    public int? EtaDay { get; init; }
    public int? EtaHour { get; init; }
    public int? EtaMinute { get; init; }
    public double? DraughtMetres { get; init; }
    public required bool Simulated { get; init; }
    public required DateTimeOffset FirstHeardAt { get; init; }

    /// <summary>To ten minutes: what only repeats what is known is not written each time.</summary>
    public required DateTimeOffset LastHeardAt { get; init; }

    /// <summary>The vessel after a report: a part message adds what it says, a voyage message replaces all.</summary>
    public Vessel With(in StaticReport report)
    {
        var voyage = report.Source == StaticSource.Voyage;
        return this with
        {
            Name = report.Name ?? Name,
            CallSign = report.CallSign ?? CallSign,
            Imo = report.Imo ?? Imo,
            ShipType = report.ShipType ?? ShipType,
            LengthMetres = report.Size?.LengthMetres ?? LengthMetres,
            BeamMetres = report.Size is { BeamMetres: > 0 } size ? size.BeamMetres : BeamMetres,
            Destination = voyage ? report.Destination : Destination,
            EtaMonth = voyage ? report.Eta?.Month : EtaMonth,
            EtaDay = voyage ? report.Eta?.Day : EtaDay,
            EtaHour = voyage ? report.Eta?.Hour : EtaHour,
            EtaMinute = voyage ? report.Eta?.Minute : EtaMinute,
            DraughtMetres = voyage ? report.DraughtMetres : DraughtMetres,
            Simulated = report.Simulated,
        };
    }

    /// <summary>When it expects to arrive: the next such date after <paramref name="now"/>, less half a year of doubt; null when not said.</summary>
    public DateTimeOffset? EtaUtc(DateTimeOffset now)
    {
        if (EtaMonth is not { } month || EtaDay is not { } day)
            return null;
        DateTimeOffset? best = null;
        for (var year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month))
                continue;
            var at = new DateTimeOffset(year, month, day, EtaHour ?? 0, EtaMinute ?? 0, 0, TimeSpan.Zero);
            if (best is null || (at - now).Duration() < (best.Value - now).Duration())
                best = at;
        }
        return best;
    }

    internal static void Map(EntityTypeBuilder<Vessel> table)
    {
        table.ToTable("vessels");
        table.HasKey(v => v.Mmsi);
        table.Property(v => v.Mmsi).ValueGeneratedNever();
        table.HasIndex(v => v.LastHeardAt);
        table.Property(v => v.Name).HasMaxLength(34);
        table.Property(v => v.CallSign).HasMaxLength(7);
        table.Property(v => v.Destination).HasMaxLength(20);
    }
}
