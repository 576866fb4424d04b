using Fourfold.Contracts;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fourfold.Serve.Patrols;

/// <summary>
/// One walk of a plan. It holds where somebody checked in and when, never the way between; who walks is kept only as long as
/// the walk lasts, so that nobody else goes on with it.
/// </summary>
/// <remarks>Personal data: whereabouts of a worker on duty, for saying that the points were seen; kept 30 days at most (<see cref="DeletePatrols"/>).</remarks>
internal sealed class Patrol : IInArea, IHoldsPersonalData
{
    private readonly List<CheckIn> checkIns = [];

    public required PatrolId Id { get; init; }
    public required PatrolPlanId Plan { get; init; }
    public required string AreaPath { get; init; }

    /// <summary>Who walks; null once it is finished.</summary>
    [Personal(Sensitivity.Internal, "let only the walker go on with the walk")]
    public PersonId? Walker { get; private set; }

    /// <summary>By the device's clock, but never later than it came in.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>When the first of it came in; what it is kept from.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Points of the plan when it was begun.</summary>
    public required int Points { get; init; }

    /// <summary>Points that were checked in at.</summary>
    public int Done { get; private set; }

    /// <inheritdoc/>
    public string? KeyId { get; private init; }
    public int Revision { get; private set; } = 1;
    public IReadOnlyList<CheckIn> CheckIns => checkIns;

    /// <summary>Sets who walks, at the beginning.</summary>
    public void BeginBy(PersonId? walker) => Walker = walker;

    /// <summary>Somebody was at a point; the first time counts.</summary>
    public void At(CheckIn checkIn)
    {
        if (checkIns.Exists(c => c.PointId == checkIn.PointId))
            return;
        checkIns.Add(checkIn);
        Done++;
        Revision++;
    }

    /// <summary>Adds pictures of a point that came later.</summary>
    /// <exception cref="Refused">404 <c>patrol.point-unknown</c>: nobody checked in there.</exception>
    public void Add(Guid point, IReadOnlyList<FileId> photos)
    {
        var at = checkIns.Find(c => c.PointId == point) ?? throw Refused.NotFound("patrol.point-unknown");
        at.Add(photos);
        Revision++;
    }

    /// <summary>The walk is over. Who walked is forgotten; sent again, nothing changes.</summary>
    public void Finish(DateTimeOffset at)
    {
        if (FinishedAt is not null)
            return;
        (FinishedAt, Walker) = (at < StartedAt ? StartedAt : at, null);
        Revision++;
    }

    /// <summary>Forgets who began it and never said that it was over.</summary>
    public void Forget() => Walker = null;

    internal static void Map(EntityTypeBuilder<Patrol> table)
    {
        table.ToTable("patrols");
        table.HasKey(p => p.Id);
        table.HasOne<PatrolPlan>().WithMany().HasForeignKey(p => p.Plan).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(p => p.CheckIns).WithOne().HasForeignKey(c => c.PatrolId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(p => new { p.Plan, p.StartedAt });
        // Ledgers walk it from the newest, and look at no row that their area rules out.
        table.HasIndex(p => new
        {
            p.RecordedAt,
            p.Id,
            p.AreaPath,
        });
        table.HasIndex(p => p.AreaPath);
        table.Property(p => p.Revision).IsConcurrencyToken();
        table.Property(p => p.KeyId).HasMaxLength(64);
    }
}
