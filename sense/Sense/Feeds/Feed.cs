using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Sense.Feeds;

/// <summary>A connection that brings bytes of sensors. The row says what is wanted; what is, the supervisor knows.</summary>
internal sealed class Feed
{
    public required FeedId Id { get; init; }

    /// <summary>Small number, from 1, that observations carry instead of the id; never given again.</summary>
    public required int Number { get; init; }
    public required string Name { get; set; }

    /// <summary>A <see cref="FeedUrl"/>.</summary>
    public required string Url { get; set; }
    public required bool Enabled { get; set; }

    /// <summary>Everything that comes from it is marked simulated.</summary>
    public required bool Simulated { get; set; }
    public int Revision { get; set; } = 1;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    internal static void Map(EntityTypeBuilder<Feed> table)
    {
        table.ToTable("feeds");
        table.HasKey(f => f.Id);
        table.HasIndex(f => f.Number).IsUnique();
        table.Property(f => f.Name).HasMaxLength(100);
        table.Property(f => f.Url).HasMaxLength(FeedUrl.MaximumLength);
        table.Property(f => f.Revision).IsConcurrencyToken();
    }
}
