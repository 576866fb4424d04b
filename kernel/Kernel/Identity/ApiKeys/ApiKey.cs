using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Identity.ApiKeys;

/// <summary>Lets a program act within an area, for a fixed purpose, until a date. Only a hash of the secret is kept.</summary>
internal sealed class ApiKey
{
    public required ApiKeyId Id { get; init; }

    /// <summary>Unique for ever: audit rows name it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the whole secret; the secret has 256 random bits, so no salt or stretching is needed.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>First characters of the secret, for telling keys apart.</summary>
    public required string Hint { get; init; }

    /// <summary>Permissions it holds.</summary>
    public required List<string> Scopes { get; init; }
    public required string AreaCode { get; init; }
    public required string AreaPath { get; init; }
    public required string Purpose { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required PersonId? CreatedBy { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    internal static void Map(EntityTypeBuilder<ApiKey> table)
    {
        table.ToTable("api_keys");
        table.HasKey(k => k.Id);
        table.HasIndex(k => k.Hash).IsUnique();
        table.HasIndex(k => k.Name).IsUnique();
        table.Property(k => k.Name).HasMaxLength(60);
        table.Property(k => k.Hint).HasMaxLength(12);
        table.Property(k => k.Hash).HasMaxLength(32);
        table.Property(k => k.Scopes).AsJson();
        table.Property(k => k.AreaCode).HasMaxLength(15);
        table.Property(k => k.AreaPath).HasMaxLength(15);
        table.Property(k => k.Purpose).HasMaxLength(32);
    }
}
