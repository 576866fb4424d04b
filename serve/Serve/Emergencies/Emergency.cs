using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Emergencies;

/// <summary>突发事件应急状态: that an emergency was declared for an area until a day. It ends by itself.</summary>
/// <remarks>No row of an area as others are: people below must know of it.</remarks>
internal sealed class Emergency
{
    /// <summary>Most days of one; a longer one is declared anew, so that somebody looks at it again.</summary>
    public const int MostDays = 90;
    public const int LongestReason = 500;
    public const int LongestNumber = 60;

    /// <summary>Order in which they were made; lists walk it.</summary>
    public long Sequence { get; private set; }
    public required EmergencyId Id { get; init; }

    /// <summary>One of <see cref="EmergencyKinds"/>.</summary>
    public required string Kind { get; init; }
    public required string AreaPath { get; init; }

    /// <summary>Number of the decree that declares it.</summary>
    public required string DecreeNumber { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant after it.</summary>
    public required DateTimeOffset Until { get; init; }
    public required PersonId? By { get; init; }

    /// <summary>When somebody ended it early.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public PersonId? EndedBy { get; private set; }
    public int Revision { get; private set; } = 1;

    public bool IsOn(DateTimeOffset at) => From <= at && at < Until && (EndedAt is null || at < EndedAt);

    /// <exception cref="Refused">409 <c>emergency.ended</c>.</exception>
    public void End(DateTimeOffset at, PersonId? by)
    {
        if (!IsOn(at))
            throw new Refused("emergency.ended").With("at", EndedAt ?? Until);
        (EndedAt, EndedBy) = (at, by);
        Revision++;
    }

    internal static void Map(EntityTypeBuilder<Emergency> table)
    {
        table.ToTable("emergencies");
        table.HasKey(e => e.Sequence);
        table.Property(e => e.Sequence).ValueGeneratedOnAdd();
        table.HasAlternateKey(e => e.Id);
        table.HasIndex(e => new { e.AreaPath, e.Until });
        table.Property(e => e.Kind).HasMaxLength(20);
        table.Property(e => e.AreaPath).HasMaxLength(15);
        table.Property(e => e.DecreeNumber).HasMaxLength(LongestNumber);
        table.Property(e => e.Reason).HasMaxLength(LongestReason);
        table.Property(e => e.Revision).IsConcurrencyToken();
    }
}

/// <summary>The four classes of the Emergency Response Law, art. 2.</summary>
internal static class EmergencyKinds
{
    /// <summary>自然灾害.</summary>
    public const string NaturalDisaster = "natural-disaster";

    /// <summary>事故灾难.</summary>
    public const string Accident = "accident";

    /// <summary>公共卫生事件.</summary>
    public const string PublicHealth = "public-health";

    /// <summary>社会安全事件.</summary>
    public const string SocialSafety = "social-safety";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [NaturalDisaster, Accident, PublicHealth, SocialSafety];
}
