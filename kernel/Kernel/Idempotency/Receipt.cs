using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Idempotency;

/// <summary>What was answered to a request or command with this key, committed with what it changed. A second one gets the same answer.</summary>
internal sealed class Receipt
{
    /// <summary>The caller's key: the <c>Idempotency-Key</c> or the command's id.</summary>
    public required Guid Key { get; init; }

    /// <summary>Who asked; a key of somebody else is another key.</summary>
    public required string Owner { get; init; }

    /// <summary>SHA-256, hex, of method, path and body; the same key with another request is refused.</summary>
    public required string RequestHash { get; init; }
    public required int Status { get; init; }

    /// <summary>The JSON body that was answered, or null.</summary>
    public required string? Body { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<Receipt> table)
    {
        table.ToTable("receipts");
        table.HasKey(r => new { r.Owner, r.Key });
        table.HasIndex(r => r.At);
        table.Property(r => r.Owner).HasMaxLength(64);
        table.Property(r => r.RequestHash).HasMaxLength(64);
    }
}
