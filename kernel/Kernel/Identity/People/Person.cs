using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Identity.People;

/// <summary>A user. Personal data, kept to sign people in and to say who did what; never deleted while audit rows name it.</summary>
internal sealed class Person : IHoldsPersonalData
{
    public required PersonId Id { get; init; }

    [Personal(Sensitivity.Internal, "sign-in")]
    public required string UserName { get; set; }

    /// <summary>Upper case, for looking up.</summary>
    [Personal(Sensitivity.Internal, "sign-in")]
    public string NormalizedUserName { get; set; } = "";

    [Personal(Sensitivity.Internal, "say who did what")]
    public required string DisplayName { get; set; }

    /// <summary>PBKDF2 as ASP.NET Core Identity writes it.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and when a person is switched off; sessions made before are void.</summary>
    public string SecurityStamp { get; set; } = "";
    public int AccessFailedCount { get; set; }

    /// <summary>Cannot sign in before this time.</summary>
    public DateTimeOffset? LockoutEnd { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>Made up for the demonstration.</summary>
    public bool Synthetic { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int Revision { get; set; }
    public string? KeyId { get; init; }

    internal static void Map(EntityTypeBuilder<Person> table)
    {
        table.ToTable("people");
        table.HasKey(p => p.Id);
        table.HasIndex(p => p.NormalizedUserName).IsUnique();
        table.Property(p => p.UserName).HasMaxLength(40);
        table.Property(p => p.NormalizedUserName).HasMaxLength(40);
        table.Property(p => p.DisplayName).HasMaxLength(60);
        table.Property(p => p.SecurityStamp).HasMaxLength(64);
        table.Property(p => p.KeyId).HasMaxLength(64);
        table.Property(p => p.Revision).IsConcurrencyToken();
    }
}
