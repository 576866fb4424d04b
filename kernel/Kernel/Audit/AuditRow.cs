using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Audit;

/// <summary>Who did or saw what, when and why. Committed with the change; sealed into the module's hash chain afterwards.</summary>
internal sealed class AuditRow
{
    /// <summary>Order of writing within the module; the order of the chain.</summary>
    public long Sequence { get; private set; }
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required PersonId? Person { get; init; }
    public required PostId? Post { get; init; }

    /// <summary>Name of the job or API key; empty for people, whose names live in one place only.</summary>
    public required string ActorName { get; init; }
    public required string Purpose { get; init; }
    public required string Action { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectId { get; init; }
    public required string AreaPath { get; init; }
    public required string? Details { get; init; }
    public required string CorrelationId { get; init; }

    /// <summary>Place in the chain, from 1; null until sealed.</summary>
    public long? SealedAs { get; set; }

    /// <summary>SHA-256 over the previous hash and this row's canonical bytes; null until sealed.</summary>
    public byte[]? Hash { get; set; }

    internal static void Map(EntityTypeBuilder<AuditRow> table)
    {
        table.ToTable("audit");
        table.HasKey(r => r.Sequence);
        table.Property(r => r.Sequence).ValueGeneratedOnAdd();
        table.HasIndex(r => r.Id).IsUnique();
        table.HasIndex(r => r.SealedAs).IsUnique();
        table.HasIndex(r => new { r.SubjectKind, r.SubjectId });
        table.HasIndex(r => new { r.Person, r.Sequence });
        table.Property(r => r.ActorName).HasMaxLength(200);
        table.Property(r => r.Purpose).HasMaxLength(32);
        table.Property(r => r.Action).HasMaxLength(100);
        table.Property(r => r.SubjectKind).HasMaxLength(50);
        table.Property(r => r.SubjectId).HasMaxLength(100);
        table.Property(r => r.AreaPath).HasMaxLength(15);
        table.Property(r => r.CorrelationId).HasMaxLength(64);
    }
}
