using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Jobs;

/// <summary>Which server does a thing that only one may do. The fence grows with each change of holder, so that a late one is recognised.</summary>
internal sealed class Lease
{
    public required string Name { get; init; }
    public required string Holder { get; set; }

    /// <summary>Never falls; written beside what its holder does.</summary>
    public required long Fence { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }

    internal static void Map(EntityTypeBuilder<Lease> table)
    {
        table.ToTable("leases");
        table.HasKey(l => l.Name);
        table.Property(l => l.Name).HasMaxLength(60);
        table.Property(l => l.Holder).HasMaxLength(64);
        table.Property(l => l.Fence).IsConcurrencyToken();
    }
}
