using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Patrols;

/// <summary>巡查: named points of a grid, and how often they are to be walked.</summary>
internal sealed class PatrolPlan : IInArea
{
    public const int LongestName = 60;
    public const int MostPoints = 40;

    /// <summary>Most days from one walk to the next: a quarter.</summary>
    public const int MostDays = 92;

    public required PatrolPlanId Id { get; init; }
    public required GridId GridId { get; init; }

    /// <summary>Path of the grid.</summary>
    public required string AreaPath { get; init; }
    public required string Name { get; set; }

    /// <summary>In the order of the way, 1 … <see cref="MostPoints"/>.</summary>
    public required List<PatrolPoint> Points { get; set; }

    /// <summary>Days from one walk to the next, 1 … <see cref="MostDays"/>.</summary>
    public required int EveryDays { get; set; }

    /// <summary>Local hour of the day by which it is to be walked, 1 … 24.</summary>
    public required int ByHour { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was last walked, partly or whole; null while it never was.</summary>
    public DateTimeOffset? LastAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Revision { get; set; } = 1;

    /// <summary>It was walked; an older walk that comes in late changes nothing.</summary>
    public void Walked(DateTimeOffset at)
    {
        if (LastAt is null || LastAt < at)
            LastAt = at;
    }

    /// <summary>Ends it; what was walked stays as long as it is kept.</summary>
    /// <exception cref="Refused">409 <c>patrol-plan.ended</c>.</exception>
    public void End(DateTimeOffset at)
    {
        RequireOpen();
        EndedAt = at;
    }

    /// <exception cref="Refused">409 <c>patrol-plan.ended</c>.</exception>
    public void RequireOpen()
    {
        if (EndedAt is { } ended)
            throw new Refused("patrol-plan.ended").With("endedAt", ended);
    }

    /// <summary>When it is to be walked next: the day the rhythm comes to, but not before today.</summary>
    /// <param name="now">Now.</param>
    /// <param name="utcOffsetHours">Hours that local time is ahead of UTC.</param>
    public DateTimeOffset DueAt(DateTimeOffset now, double utcOffsetHours)
    {
        var offset = TimeSpan.FromHours(utcOffsetHours);
        DateTime Day(DateTimeOffset at) => at.ToOffset(offset).Date;
        var next = LastAt is { } last ? Day(last).AddDays(EveryDays) : Day(CreatedAt);
        var day = next < Day(now) ? Day(now) : next;
        return new DateTimeOffset(day, offset).AddHours(ByHour).ToUniversalTime();
    }

    internal static void Map(EntityTypeBuilder<PatrolPlan> table)
    {
        table.ToTable("patrol_plans");
        table.HasKey(p => p.Id);
        table.HasOne<Grid>().WithMany().HasForeignKey(p => p.GridId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(p => new { p.AreaPath, p.Id });
        table.Property(p => p.Name).HasMaxLength(LongestName);
        table.Property(p => p.Points).AsJson();
        table.Property(p => p.Revision).IsConcurrencyToken();
    }
}
