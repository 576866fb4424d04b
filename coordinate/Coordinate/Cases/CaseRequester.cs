using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Coordinate.Cases;

/// <summary>
/// A resident without a phone of their own, for whom somebody in the field reported: who to tell how it ended. Apart from
/// the case, for it goes long before that.
/// </summary>
/// <remarks>Personal data: shown with the case to who reads cases, for a purpose, and written down; kept <see cref="Kept"/>.</remarks>
internal sealed class CaseRequester : IHoldsPersonalData
{
    /// <summary>How long it is kept after the report, whatever becomes of the case.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(ResidentContact.KeptDays);

    public required CaseId CaseId { get; init; }

    [Personal(Sensitivity.Personal, "tell the resident how it ended")]
    public required string? Name { get; init; }

    [Personal(Sensitivity.Personal, "tell the resident how it ended")]
    public required string? Phone { get; init; }

    /// <summary>When it was recorded; the resident had said yes before.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <inheritdoc/>
    public string? KeyId { get; private init; }

    /// <summary>When it goes.</summary>
    public DateTimeOffset Until => RecordedAt + Kept;

    internal static void Map(EntityTypeBuilder<CaseRequester> table)
    {
        table.ToTable("case_requesters");
        table.HasKey(r => r.CaseId);
        table.HasOne<Case>().WithOne().HasForeignKey<CaseRequester>(r => r.CaseId);
        table.HasIndex(r => r.RecordedAt);
        table.Property(r => r.Name).HasMaxLength(ResidentContact.LongestName);
        table.Property(r => r.Phone).HasMaxLength(ResidentContact.LongestPhone);
        table.Property(r => r.KeyId).HasMaxLength(64);
        table.Ignore(r => r.Until);
    }
}
