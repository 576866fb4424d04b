using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Kernel.Outbox;

/// <summary>An event waiting to be handled, written with the change it tells of.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Order of writing within the module.</summary>
    public long Sequence { get; private set; }
    public required Guid Id { get; init; }
    public required string Event { get; init; }
    public required int SchemaVersion { get; init; }
    public required string OrderingKey { get; init; }
    public required string Payload { get; init; }
    public required string CorrelationId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public OutboxState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>Not tried before this time.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Which handler failed last, and how; without personal data.</summary>
    public string? FailedHandler { get; set; }
    public string? Error { get; set; }

    internal static void Map(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("outbox");
        table.HasKey(m => m.Sequence);
        table.Property(m => m.Sequence).ValueGeneratedOnAdd();
        table.HasIndex(m => m.Id).IsUnique();
        table.HasIndex(m => new { m.State, m.Sequence });
        table.Property(m => m.Event).HasMaxLength(100);
        table.Property(m => m.OrderingKey).HasMaxLength(100);
        table.Property(m => m.CorrelationId).HasMaxLength(64);
        table.Property(m => m.FailedHandler).HasMaxLength(100);
        table.Property(m => m.Error).HasMaxLength(2000);
    }
}

/// <summary>Life of an event in the outbox.</summary>
internal enum OutboxState
{
    /// <summary>To be handled; its key's later events wait.</summary>
    Pending = 0,

    /// <summary>Every handler has seen it.</summary>
    Done = 1,

    /// <summary>Given up after too many tries; its key waits for a person.</summary>
    Poison = 2,

    /// <summary>A person decided that it need not be handled.</summary>
    Discarded = 3,
}
