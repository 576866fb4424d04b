using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Exchange;

/// <summary>A file of grids that was looked through and may be applied, once.</summary>
internal sealed class GridImport : IInArea
{
    public required Guid Id { get; init; }

    /// <summary>Area of who brought it.</summary>
    public required string AreaPath { get; init; }

    /// <summary>One of <see cref="GridFormats"/>.</summary>
    public required string Format { get; init; }

    /// <summary>One of <see cref="ImportStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>Hex, lower case: what is applied is what was looked through.</summary>
    public required string Sha256 { get; init; }
    public int Rows { get; set; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }

    /// <summary>All faults; the first <see cref="MostFaults"/> of them are in <see cref="Faults"/>.</summary>
    public int FaultCount { get; set; }
    public List<ImportFault> Faults { get; set; } = [];
    public int Done { get; set; }
    public bool CancelRequested { get; set; }
    public required PersonId? By { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Revision { get; set; } = 1;

    /// <summary>Most faults that are told one by one.</summary>
    public const int MostFaults = 200;

    internal static void Map(EntityTypeBuilder<GridImport> table)
    {
        table.ToTable("grid_imports");
        table.HasKey(i => i.Id);
        table.HasIndex(i => new { i.AreaPath, i.At });
        table.Property(i => i.Format).HasMaxLength(10);
        table.Property(i => i.State).HasMaxLength(12);
        table.Property(i => i.Sha256).HasMaxLength(64);
        table.Property(i => i.Faults).AsJson();
        table.Property(i => i.Revision).IsConcurrencyToken();
    }
}

/// <summary>What is wrong in a file, and where.</summary>
/// <param name="Row">Row of the table, the header being 1; of GeoJSON the feature, from 1.</param>
/// <param name="Column">Name of the column or property; null for the whole row.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Value">What stands there, cut to 60 characters.</param>
/// <param name="Place">Where on the map, or null.</param>
internal sealed record ImportFault(int Row, string? Column, string Code, string? Value, GeoPoint? Place = null);

/// <summary>How far an import is.</summary>
internal static class ImportStates
{
    /// <summary>Has faults: can only be brought again.</summary>
    public const string Faulty = "faulty";

    /// <summary>Looked through and without faults.</summary>
    public const string Checked = "checked";

    /// <summary>Asked to be applied, or under way.</summary>
    public const string Applying = "applying";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}

/// <summary>Formats that grids come and go in.</summary>
internal static class GridFormats
{
    public const string GeoJson = "geojson";
    public const string Csv = "csv";
    public const string Xlsx = "xlsx";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [GeoJson, Csv, Xlsx];
}
