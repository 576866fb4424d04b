using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Coordinate.Cases;

/// <summary>A hand that a case went through, and how long it lay there.</summary>
internal sealed class Hand
{
    /// <summary>The unit that answers for the case.</summary>
    public const string Owner = "owner";

    /// <summary>The unit that works on it.</summary>
    public const string Handler = "handler";
    public required CaseId CaseId { get; init; }
    public required int Sequence { get; init; }
    public required string Role { get; init; }
    public required UnitId? Unit { get; init; }
    public required string UnitName { get; init; }
    public required DateTimeOffset From { get; init; }
    public DateTimeOffset? Until { get; set; }

    internal static void Map(EntityTypeBuilder<Hand> table)
    {
        table.ToTable("hands");
        table.HasKey(h => new { h.CaseId, h.Sequence });
        table.Property(h => h.Sequence).ValueGeneratedNever();
        table.Property(h => h.Role).HasMaxLength(16);
        table.Property(h => h.UnitName).HasMaxLength(200);
    }
}
