using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Coordinate.Leading;

/// <summary>周例会: a case that somebody put on an area's weekly list by hand. What the rules find is not stored.</summary>
internal sealed class MeetingPick : IInArea
{
    /// <summary>How long it stays on the list if nobody takes it off.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Of the area whose meeting it is.</summary>
    public required string AreaPath { get; init; }
    public required CaseId CaseId { get; init; }
    public required DateTimeOffset PickedAt { get; init; }

    internal static void Map(EntityTypeBuilder<MeetingPick> table)
    {
        table.ToTable("meeting_picks");
        table.HasKey(p => new { p.AreaPath, p.CaseId });
        table.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
        table.HasIndex(p => p.PickedAt);
        table.Property(p => p.AreaPath).HasMaxLength(15);
    }
}
