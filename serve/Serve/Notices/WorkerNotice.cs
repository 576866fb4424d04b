using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Notices;

/// <summary>Words of a centre to the grid workers of an area, until a day. Who is below reads them, so it is no row of an area as others are.</summary>
internal sealed class WorkerNotice
{
    public const int LongestTitle = 60;
    public const int LongestText = 1000;

    /// <summary>Most days of one.</summary>
    public const int MostDays = 60;

    /// <summary>Order in which they were sent; lists walk it.</summary>
    public long Sequence { get; private set; }
    public required WorkerNoticeId Id { get; init; }

    /// <summary>The area whose workers it is for.</summary>
    public required string AreaPath { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>Whether phones ring for it though they save their batteries.</summary>
    public required bool Urgent { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>First instant after it.</summary>
    public required DateTimeOffset Until { get; init; }
    public required PersonId? By { get; init; }
    public required string UnitName { get; init; }

    /// <summary>When it was taken back, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public int Revision { get; private set; } = 1;

    public bool IsOn(DateTimeOffset at) => at < Until && WithdrawnAt is null;

    /// <exception cref="Refused">409 <c>notice.over</c>.</exception>
    public void Withdraw(DateTimeOffset at)
    {
        if (!IsOn(at))
            throw new Refused("notice.over").With("at", WithdrawnAt ?? Until);
        WithdrawnAt = at;
        Revision++;
    }

    internal static void Map(EntityTypeBuilder<WorkerNotice> table)
    {
        table.ToTable("worker_notices");
        table.HasKey(n => n.Sequence);
        table.Property(n => n.Sequence).ValueGeneratedOnAdd();
        table.HasAlternateKey(n => n.Id);
        table.HasIndex(n => new { n.AreaPath, n.Until });
        table.HasIndex(n => n.Until);
        table.Property(n => n.AreaPath).HasMaxLength(15);
        table.Property(n => n.Title).HasMaxLength(LongestTitle);
        table.Property(n => n.Text).HasMaxLength(LongestText);
        table.Property(n => n.UnitName).HasMaxLength(100);
        table.Property(n => n.Revision).IsConcurrencyToken();
    }
}

/// <summary>That somebody read a notice.</summary>
internal sealed class NoticeRead
{
    public required WorkerNoticeId Notice { get; init; }
    public required PersonId Person { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<NoticeRead> table)
    {
        table.ToTable("notice_reads");
        table.HasKey(r => new { r.Notice, r.Person });
        table
            .HasOne<WorkerNotice>()
            .WithMany()
            .HasForeignKey(r => r.Notice)
            .HasPrincipalKey(n => n.Id)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
