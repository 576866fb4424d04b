using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Push;

/// <summary>Where one person's phone can be told of news while the app is closed. Kept for that only, until they switch it off.</summary>
internal sealed class PushSubscription : IHoldsPersonalData
{
    /// <summary>Longest address, characters.</summary>
    public const int LongestEndpoint = 1000;

    public required Guid Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>A number the phone gave itself.</summary>
    public required Guid Device { get; init; }

    /// <summary>The session it was made in; with it, it ends.</summary>
    public Guid? Session { get; set; }

    /// <summary>Address of the push service for this one browser; whoever knows it could send there, but nothing readable.</summary>
    [Personal(Sensitivity.Personal, "tell this phone of news")]
    public required string Endpoint { get; set; }

    /// <summary>SHA-256 of the address: no two people share a browser's.</summary>
    public required byte[] EndpointHash { get; set; }

    /// <summary>The browser's public key, 65 bytes.</summary>
    public required byte[] BrowserKey { get; set; }

    /// <summary>The browser's secret, 16 bytes.</summary>
    public required byte[] BrowserSecret { get; set; }

    /// <summary>What the phone speaks, such as <c>zh</c>.</summary>
    public required string Language { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the phone last said that it still wants to be told.</summary>
    public required DateTimeOffset SeenAt { get; set; }
    public string? KeyId { get; init; }

    public static byte[] HashOf(string endpoint) => SHA256.HashData(Encoding.UTF8.GetBytes(endpoint));

    internal static void Map(EntityTypeBuilder<PushSubscription> table)
    {
        table.ToTable("push_subscriptions");
        table.HasKey(s => s.Id);
        table.HasIndex(s => new { s.Person, s.Device }).IsUnique();
        table.HasIndex(s => s.EndpointHash).IsUnique();
        table.HasIndex(s => s.Session);
        table.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Cascade);
        table.Property(s => s.Endpoint).HasMaxLength(LongestEndpoint);
        table.Property(s => s.EndpointHash).HasMaxLength(32);
        table.Property(s => s.BrowserKey).HasMaxLength(PushEncryption.PointLength);
        table.Property(s => s.BrowserSecret).HasMaxLength(PushEncryption.SecretLength);
        table.Property(s => s.Language).HasMaxLength(10);
        table.Property(s => s.KeyId).HasMaxLength(64);
    }
}
