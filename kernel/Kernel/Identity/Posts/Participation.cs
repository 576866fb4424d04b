using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Identity.Posts;

/// <summary>That a unit or person outside the area takes part in one row (a case, a dispute) until a date.</summary>
internal sealed class Participation
{
    public required ParticipationId Id { get; init; }

    /// <summary>What kind of row: <c>case</c>, <c>dispute</c>.</summary>
    public required string SubjectKind { get; init; }
    public required string SubjectId { get; init; }

    /// <summary>Exactly one of unit and person is set.</summary>
    public required UnitId? Unit { get; init; }
    public required PersonId? Person { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it.</summary>
    public required DateTimeOffset Until { get; set; }
    public required PersonId? GrantedBy { get; init; }

    internal static void Map(EntityTypeBuilder<Participation> table)
    {
        table.ToTable("participations");
        table.HasKey(p => p.Id);
        table.HasIndex(p => new { p.SubjectKind, p.SubjectId });
        table.HasIndex(p => p.Unit);
        table.HasIndex(p => p.Person);
        table.Property(p => p.SubjectKind).HasMaxLength(50);
        table.Property(p => p.SubjectId).HasMaxLength(100);
    }
}
