using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>A signed-in browser: one person, acting under one post for one purpose. The cookie holds only its id.</summary>
/// <remarks>Kept half a year, so that "why did they look" can be answered.</remarks>
internal sealed class Session : IHoldsPersonalData
{
    public required Guid Id { get; init; }
    public required PersonId Person { get; init; }
    public required PostId Post { get; set; }
    public required string Purpose { get; set; }

    /// <summary>The purpose in words when it is <c>other</c>.</summary>
    [Personal(Sensitivity.Internal, "say why somebody looked")]
    public required string? PurposeNote { get; set; }

    /// <summary>The person's security stamp at sign-in; another one now ends the session.</summary>
    public required string Stamp { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? KeyId { get; init; }

    internal static void Map(EntityTypeBuilder<Session> table)
    {
        table.ToTable("sessions");
        table.HasKey(s => s.Id);
        table.HasIndex(s => s.StartedAt);
        table.HasOne<People.Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
        table.Property(s => s.Purpose).HasMaxLength(32);
        table.Property(s => s.PurposeNote).HasMaxLength(200);
        table.Property(s => s.Stamp).HasMaxLength(64);
        table.Property(s => s.KeyId).HasMaxLength(64);
    }
}
