using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Coordinate.Cases;

/// <summary>One thing that happened to a case. Only added, never changed: codes with numbers, and a person's own words beside them.</summary>
/// <remarks>Personal data: <see cref="Text"/> may hold what a person wrote, for working the case; seen with a purpose, kept with the case.</remarks>
internal sealed class TimelineEntry : IHoldsPersonalData
{
    /// <summary>Longest note, characters.</summary>
    public const int MaxText = 2000;
    public required CaseId CaseId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary><c>case</c>, <c>alert</c>, <c>work-order</c>, <c>note</c>, <c>deadline</c> or <c>outcome</c>.</summary>
    public required string Kind { get; init; }
    public required string Code { get; init; }
    public required IReadOnlyDictionary<string, object?> Parameters { get; init; }

    [Personal(Sensitivity.Personal, "work the case")]
    public string? Text { get; init; }
    public PersonId? Person { get; init; }

    /// <summary>Name of the job or API key; empty for people.</summary>
    public string ActorName { get; init; } = "";
    public string Role { get; init; } = "";
    public UnitId? Unit { get; init; }
    public string UnitName { get; init; } = "";

    /// <summary>When it happened: by the device's clock, or when the server got it.</summary>
    public required DateTimeOffset ObservedAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <inheritdoc/>
    public string? KeyId { get; private init; }

    internal static void Map(EntityTypeBuilder<TimelineEntry> table)
    {
        table.ToTable("timeline");
        table.HasKey(e => new { e.CaseId, e.Sequence });
        table.Property(e => e.Sequence).ValueGeneratedNever();
        table.Property(e => e.Kind).HasMaxLength(20);
        table.Property(e => e.Code).HasMaxLength(64);
        table.Property(e => e.Parameters).AsJson();
        table.Property(e => e.KeyId).HasMaxLength(64);
        table.Property(e => e.Text).HasMaxLength(MaxText);
        table.Property(e => e.ActorName).HasMaxLength(200);
        table.Property(e => e.Role).HasMaxLength(32);
        table.Property(e => e.UnitName).HasMaxLength(200);
    }
}
