using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Coordinate.Cases;

/// <summary>参与: a unit from outside the area that takes part in this case until a date, and so sees it.</summary>
internal sealed class Participant
{
    public required CaseId CaseId { get; init; }
    public required UnitId Unit { get; init; }
    public required string UnitName { get; init; }
    public required DateTimeOffset Until { get; set; }

    internal static void Map(EntityTypeBuilder<Participant> table)
    {
        table.ToTable("participants");
        table.HasKey(p => new { p.CaseId, p.Unit });
        table.Property(p => p.UnitName).HasMaxLength(200);
        table.HasIndex(p => new { p.Unit, p.Until });
    }
}
