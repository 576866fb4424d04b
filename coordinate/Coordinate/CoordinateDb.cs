using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Leading;
using Fourfold.Coordinate.Numbers;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate;

/// <summary>Rows of Coordinate: cases, work orders and what happened to them.</summary>
internal sealed class CoordinateDb(DbContextOptions<CoordinateDb> options, ModuleDbTools tools)
    : ModuleDb(options, tools)
{
    public override string Module => "coordinate";

    // A case and all that belongs to it change with the revision of the case, and are opened under unique keys.
    public override bool ReadsBeforeItsTurn => true;

    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseAlert> CaseAlerts => Set<CaseAlert>();
    public DbSet<Hand> Hands => Set<Hand>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<CaseRequester> Requesters => Set<CaseRequester>();
    public DbSet<MeetingPick> MeetingPicks => Set<MeetingPick>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<WorkOrder> WorkOrders => Set<WorkOrder>();
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    // Read by the query filters at each query.
    private string Low => Actor.Scope.Low;
    private string High => Actor.Scope.High;
    private UnitId Own => Actor.Unit ?? default; // No row has the empty id.
    private DateTimeOffset Now => Clock.GetUtcNow();
    private PostId?[] Meanwhile => [.. Actor.StandsInFor.Select(p => (PostId?)p)];
    private bool SeesArea => Actor.May(Permission.CasesRead);

    protected override void Tables(ModelBuilder model)
    {
        CaseMap.Map(model.Entity<Case>());
        CaseAlert.Map(model.Entity<CaseAlert>());
        Hand.Map(model.Entity<Hand>());
        Participant.Map(model.Entity<Participant>());
        CaseRequester.Map(model.Entity<CaseRequester>());
        MeetingPick.Map(model.Entity<MeetingPick>());
        TimelineEntry.Map(model.Entity<TimelineEntry>());
        WorkOrderMap.Map(model.Entity<WorkOrder>());
        Numbers.NumberSeries.Map(model.Entity<NumberSeries>());

        if (!Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) // Set: the context has a provider.
        {
            // Pages go on by number within one instant: by byte, as the merging of lists does.
            model.Entity<Case>().Property(c => c.Number).UseCollation("C");
            model.Entity<WorkOrder>().Property(w => w.Number).UseCollation("C");
        }

        // Mine and below, and what my unit takes part in.
        model
            .Entity<Case>()
            .HasQueryFilter(
                AreaFilter,
                c =>
                    (string.Compare(c.AreaPath, Low) >= 0 && string.Compare(c.AreaPath, High) < 0)
                    || c.Participants.Any(p => p.Unit == Own && p.Until > Now)
            );
        // A unit sees its own work and nobody else's; whoever reads cases sees all of the area's.
        model
            .Entity<WorkOrder>()
            .HasQueryFilter(
                AreaFilter,
                w =>
                    w.Unit == Own
                    || Meanwhile.Contains(w.Post)
                    || (SeesArea && string.Compare(w.AreaPath, Low) >= 0 && string.Compare(w.AreaPath, High) < 0)
            );
    }
}
