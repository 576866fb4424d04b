using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Identity.AppPasswords;

/// <summary>Lets a program of somebody's own phone act for them in one use only, such as ODK Collect. Only a hash of it is kept.</summary>
internal sealed class AppPassword
{
    public required Guid Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The post it acts under; when that ends, it is void.</summary>
    public required PostId Post { get; init; }

    /// <summary>One of <see cref="AppPasswordUses"/>.</summary>
    public required string Use { get; init; }

    /// <summary>The person's security stamp then: a new password of theirs makes it void.</summary>
    public required string Stamp { get; init; }

    /// <summary>SHA-256; the secret has over 110 random bits, so no salt or stretching is needed.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Its first letters, for telling several apart.</summary>
    public required string Hint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    internal static void Map(EntityTypeBuilder<AppPassword> table)
    {
        table.ToTable("app_passwords");
        table.HasKey(p => p.Id);
        table.HasIndex(p => p.Hash).IsUnique();
        table.HasIndex(p => p.Person);
        table.HasOne<Person>().WithMany().HasForeignKey(p => p.Person).OnDelete(DeleteBehavior.Cascade);
        table.Property(p => p.Use).HasMaxLength(20);
        table.Property(p => p.Stamp).HasMaxLength(64);
        table.Property(p => p.Hash).HasMaxLength(32);
        table.Property(p => p.Hint).HasMaxLength(8);
    }
}
