using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Jobs;

/// <summary>A piece of the server's own work that a person may watch and cancel; survives a restart.</summary>
internal sealed class Job
{
    /// <summary>Order of asking.</summary>
    public long Sequence { get; private set; }
    public required JobId Id { get; init; }

    /// <summary>Which work, such as <c>history-export</c>; a module offers it.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON of what the kind takes; no personal data.</summary>
    public required string Argument { get; init; }
    public JobState State { get; set; }
    public int Done { get; set; }
    public int Total { get; set; }
    public bool CancelRequested { get; set; }
    public int Attempts { get; set; }

    /// <summary>Fence of the scheduler's lease under which it runs; an older one's result is void.</summary>
    public long Fence { get; set; }
    public required DateTimeOffset AskedAt { get; init; }
    public required PersonId? AskedBy { get; init; }
    public required string CorrelationId { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? Error { get; set; }
    public int Revision { get; set; }

    internal static void Map(EntityTypeBuilder<Job> table)
    {
        table.ToTable("jobs");
        table.HasKey(j => j.Sequence);
        table.Property(j => j.Sequence).ValueGeneratedOnAdd();
        table.HasIndex(j => j.Id).IsUnique();
        table.HasIndex(j => new { j.State, j.Sequence });
        table.Property(j => j.Kind).HasMaxLength(60);
        table.Property(j => j.CorrelationId).HasMaxLength(64);
        table.Property(j => j.Error).HasMaxLength(500);
        table.Property(j => j.Revision).IsConcurrencyToken();
    }
}

/// <summary>Life of a job.</summary>
internal enum JobState
{
    /// <summary>Waits for a free place.</summary>
    Queued = 0,

    /// <summary>Under way.</summary>
    Running = 1,

    /// <summary>Ended well.</summary>
    Done = 2,

    /// <summary>Ended badly; the error says how.</summary>
    Failed = 3,

    /// <summary>A person stopped it.</summary>
    Cancelled = 4,
}
