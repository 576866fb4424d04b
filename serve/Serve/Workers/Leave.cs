using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Workers;

/// <summary>
/// 休假交接: from one time until another somebody else handles the work of a post. Nothing is moved, so it ends by itself. Why
/// somebody is away is not asked: that could tell of their health.
/// </summary>
internal sealed class Leave : IInArea
{
    /// <summary>The longest at once, days; longer absences are a change of the post.</summary>
    public const int LongestDays = 366;

    public required LeaveId Id { get; init; }
    public required string AreaPath { get; init; }

    /// <summary>Who is away.</summary>
    public required GridPostId Absent { get; init; }

    /// <summary>The kernel's post of who is away: its work orders pass on.</summary>
    public required PostId AbsentPost { get; init; }

    /// <summary>Who stands in.</summary>
    public required GridPostId Deputy { get; init; }

    /// <inheritdoc cref="AbsentPost"/>
    public required PostId DeputyPost { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it.</summary>
    public required DateTimeOffset Until { get; set; }
    public required PersonId? EnteredBy { get; init; }
    public int Revision { get; set; } = 1;

    public bool IsInForce(DateTimeOffset at) => From <= at && at < Until;

    /// <summary>Ends it before its time.</summary>
    /// <exception cref="Refused">409 <c>leave.ended</c>.</exception>
    public void End(DateTimeOffset at)
    {
        if (Until <= at)
            throw new Refused("leave.ended").With("until", Until);
        // One that has not begun never was: it ends as it begins.
        Until = at < From ? From : at;
    }

    internal static void Map(EntityTypeBuilder<Leave> table)
    {
        table.ToTable("leaves");
        table.HasKey(l => l.Id);
        table.HasOne<GridPost>().WithMany().HasForeignKey(l => l.Absent).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<GridPost>().WithMany().HasForeignKey(l => l.Deputy).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(l => new { l.Until, l.From });
        table.HasIndex(l => l.AreaPath);
        table.Property(l => l.Revision).IsConcurrencyToken();
    }
}
