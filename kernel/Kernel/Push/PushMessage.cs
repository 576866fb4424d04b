using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Push;

/// <summary>News on its way to one phone; gone once the push service has it or it is no news any more.</summary>
internal sealed class PushMessage
{
    public required Guid Id { get; init; }

    /// <summary>Which phone.</summary>
    public required Guid Subscription { get; init; }

    /// <summary>One of <see cref="Contracts.PushKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of what to open.</summary>
    public required string Subject { get; init; }
    public required bool Urgent { get; init; }

    /// <summary>No news any more from then on.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Not tried before this time.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    internal static void Map(EntityTypeBuilder<PushMessage> table)
    {
        table.ToTable("push_messages");
        table.HasKey(m => m.Id);
        table.HasIndex(m => m.DueAt);
        table.HasOne<PushSubscription>().WithMany().HasForeignKey(m => m.Subscription).OnDelete(DeleteBehavior.Cascade);
        table.Property(m => m.Kind).HasMaxLength(40);
        table.Property(m => m.Subject).HasMaxLength(64);
    }
}
