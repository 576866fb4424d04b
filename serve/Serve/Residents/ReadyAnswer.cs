using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Residents;

/// <summary>Words that a unit says often; beside those that come with the phone.</summary>
internal sealed class ReadyAnswer
{
    /// <summary>Of one unit.</summary>
    public const int Most = 50;

    public required Guid Id { get; init; }
    public required UnitId Unit { get; init; }
    public required string Text { get; init; }
    public required PersonId? By { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<ReadyAnswer> table)
    {
        table.ToTable("ready_answers");
        table.HasKey(a => a.Id);
        table.HasIndex(a => new { a.Unit, a.At });
        table.Property(a => a.Text).HasMaxLength(Question.LongestText);
    }
}
