using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Fourfold.Serve.Forms;

namespace Fourfold.Serve.Deletion;

/// <summary>Proof that answers were deleted when their time was over: which field, of how many submissions. Chained, so that none goes missing.</summary>
internal sealed class DeletionRecord
{
    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FormCode { get; init; }
    public required int Version { get; init; }

    /// <summary>The field.</summary>
    public required string Field { get; init; }

    /// <summary>Path of the county.</summary>
    public required string County { get; init; }

    /// <summary>Days the field is kept.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Submissions it was deleted from.</summary>
    public required int Count { get; init; }

    /// <summary>SHA-256 over the ids of those submissions, in the order of their arrival.</summary>
    public required byte[] Submissions { get; init; }

    /// <summary>SHA-256 over the hash before and this record.</summary>
    public required byte[] Hash { get; init; }

    internal static void Map(EntityTypeBuilder<DeletionRecord> table)
    {
        table.ToTable("deletions");
        table.HasKey(d => d.Number);
        table.Property(d => d.Number).ValueGeneratedNever();
        table.HasIndex(d => new { d.FormCode, d.Number });
        table.Property(d => d.FormCode).HasMaxLength(Form.LongestCode);
        table.Property(d => d.Field).HasMaxLength(40);
        table.Property(d => d.County).HasMaxLength(15);
        table.Property(d => d.Submissions).HasMaxLength(32);
        table.Property(d => d.Hash).HasMaxLength(32);
    }
}
