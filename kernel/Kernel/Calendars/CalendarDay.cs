using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Calendars;

/// <summary>A day that an administrator set apart from the shipped table: a new year's arrangement, a typhoon day.</summary>
internal sealed class CalendarDay
{
    public required string Calendar { get; init; }
    public required DateOnly Date { get; init; }
    public required bool Working { get; set; }

    /// <summary>A code or short name, or null.</summary>
    public required string? Name { get; set; }

    internal static void Map(EntityTypeBuilder<CalendarDay> table)
    {
        table.ToTable("calendar_days");
        table.HasKey(d => new { d.Calendar, d.Date });
        table.Property(d => d.Calendar).HasMaxLength(20);
        table.Property(d => d.Name).HasMaxLength(60);
    }
}
