using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Outbox;

/// <summary>That a handler of this module has taken in an event; saved with what the handler changed.</summary>
internal sealed class InboxEntry
{
    public required Guid Message { get; init; }
    public required string Handler { get; init; }
    public required DateTimeOffset HandledAt { get; init; }

    internal static void Map(EntityTypeBuilder<InboxEntry> table)
    {
        table.ToTable("inbox");
        table.HasKey(e => new { e.Message, e.Handler });
        table.Property(e => e.Handler).HasMaxLength(100);
    }
}
