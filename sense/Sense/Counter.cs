using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense;

/// <summary>The next number of something people count: alerts of a year, feeds.</summary>
internal sealed class Counter
{
    /// <summary>What is counted, such as <c>alert-2026</c>.</summary>
    public required string Key { get; init; }
    public required int Next { get; set; }

    internal static void Map(EntityTypeBuilder<Counter> table)
    {
        table.ToTable("counters");
        table.HasKey(c => c.Key);
        table.Property(c => c.Key).HasMaxLength(32);
        // Two writers at once: the second finds that it is stale and tries again.
        table.Property(c => c.Next).IsConcurrencyToken();
    }
}
