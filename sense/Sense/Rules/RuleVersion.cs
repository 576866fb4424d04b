using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense.Rules;

/// <summary>What a rule said from one time to the next. Never changed: alerts name the version that raised them.</summary>
internal sealed class RuleVersion
{
    public const int LongestNote = 500;

    public required RuleId Rule { get; init; }
    public required int Version { get; init; }

    /// <summary>Numbers by the names of the detector's schema; what is missing has its default.</summary>
    public required Dictionary<string, double> Parameters { get; init; }

    /// <summary>1 urgent … 4 note.</summary>
    public required int Level { get; init; }
    public required bool Enabled { get; init; }

    /// <summary>The zones it is about; empty for all of fitting kinds.</summary>
    public required List<ZoneId> ZoneIds { get; init; }

    /// <summary>Why it was made.</summary>
    public required string Note { get; init; }

    /// <summary>Null for the program itself.</summary>
    public required PersonId? By { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<RuleVersion> table)
    {
        table.ToTable("rule_versions");
        table.HasKey(v => new { v.Rule, v.Version });
        table.Property(v => v.Parameters).AsJson();
        table.Property(v => v.ZoneIds).AsJson();
        table.Property(v => v.Note).HasMaxLength(LongestNote);
    }
}
