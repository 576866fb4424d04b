using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Jobs;

/// <summary>When a recurring job is due again; kept for those whose period outlives a restart.</summary>
internal sealed class Schedule
{
    public required string Name { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? LastStartedAt { get; set; }
    public DateTimeOffset? LastEndedAt { get; set; }
    public string? LastError { get; set; }

    internal static void Map(EntityTypeBuilder<Schedule> table)
    {
        table.ToTable("schedules");
        table.HasKey(s => s.Name);
        table.Property(s => s.Name).HasMaxLength(60);
        table.Property(s => s.LastError).HasMaxLength(500);
    }
}
