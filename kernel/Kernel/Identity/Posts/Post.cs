using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Identity.Posts;

/// <summary>A person in a unit with a role, from a time until another; a secondment ends by itself.</summary>
internal sealed class Post
{
    public required PostId Id { get; init; }
    public required PersonId Person { get; init; }
    public required UnitId Unit { get; init; }
    public required string Role { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it, or null while no end is known.</summary>
    public DateTimeOffset? Until { get; set; }
    public int Revision { get; set; }

    internal static void Map(EntityTypeBuilder<Post> table)
    {
        table.ToTable("posts");
        table.HasKey(p => p.Id);
        table.HasIndex(p => p.Person);
        table.HasIndex(p => p.Unit);
        table.HasOne<People.Person>().WithMany().HasForeignKey(p => p.Person).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Units.Unit>().WithMany().HasForeignKey(p => p.Unit).OnDelete(DeleteBehavior.Restrict);
        table.Property(p => p.Role).HasMaxLength(40);
        table.Property(p => p.Revision).IsConcurrencyToken();
    }
}
