using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Coordinate.Cases;

/// <summary>An alert that a case carries, with a copy of what it said when it came in. An alert is in one case only.</summary>
internal sealed class CaseAlert
{
    public required AlertId AlertId { get; init; }
    public required CaseId CaseId { get; set; }
    public required AlertSummary Copy { get; init; }
    public required DateTimeOffset JoinedAt { get; set; }

    /// <summary>Set apart from the case's outcome, or null to inherit it.</summary>
    public string? Outcome { get; set; }
    public string? OutcomeReason { get; set; }

    internal static void Map(EntityTypeBuilder<CaseAlert> table)
    {
        table.ToTable("case_alerts");
        table.HasKey(a => a.AlertId); // One alert, one case: the second POST finds the first one's.
        table.Property(a => a.AlertId).ValueGeneratedNever();
        table.Property(a => a.Copy).AsJson();
        table.Property(a => a.Outcome).HasMaxLength(16);
        table.Property(a => a.OutcomeReason).HasMaxLength(64);
        table.HasIndex(a => a.CaseId);
    }
}
