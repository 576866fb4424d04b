using Fourfold.Contracts;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Coordinate.Cases;

/// <summary>Where cases are taken out, changed and put back, so that of two changes at once one wins and the other is told.</summary>
internal sealed class CaseDesk(
    CoordinateDb db,
    Actor actor,
    TimeProvider clock,
    CaseViewer viewer,
    IOptions<CoordinateOptions> limits
)
{
    // Somebody else was faster: look again. A change that names a revision is then refused as stale with what is there.
    private const int MaxAttempts = 8;

    /// <summary>What the person of this request does now.</summary>
    public Act Now(DateTimeOffset? receivedAt = null, DateTimeOffset? deviceAt = null)
    {
        var now = clock.GetUtcNow();
        return new Act(actor, limits.Value, receivedAt ?? now, now, deviceAt);
    }

    /// <summary>An id for a work order that begins now.</summary>
    public WorkOrderId NewWorkOrderId() => Ids.New<WorkOrderId>(clock);

    /// <summary>A case this person may know of, with all its parts, or null: of one's areas, and for who reads no cases, one's own.</summary>
    public async Task<Case?> Find(CaseId id, CancellationToken ct)
    {
        if (!await db.Cases.AnyAsync(c => c.Id == id, ct) || await Whole(id, ct) is not { } found)
            return null;
        return actor.May(Permission.CasesRead) || found.IsFor(actor) ? found : null;
    }

    /// <summary>As <see cref="Find"/>, but 404 when there is none.</summary>
    public async Task<Case> Get(CaseId id, CancellationToken ct) =>
        await Find(id, ct) ?? throw Refused.NotFound("case.unknown");

    /// <summary>Changes a case and saves it with its audit row, its events and its notices.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The revision the person knew, or null for what cannot conflict, such as a note.</param>
    /// <param name="action">What it is called in the audit and for the screens, such as <c>verify_pass</c>.</param>
    /// <param name="change">Changes it; runs again on the fresh case when somebody else was faster.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Case> Change(
        CaseId id,
        int? expected,
        string action,
        Func<Case, Act, Task> change,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var found = await Get(id, ct);
            var act = Now();
            if (expected is { } revision && revision != found.Revision)
                throw Refused.Stale(revision, found.Revision, await viewer.Whole(found, act, ct));
            try
            {
                await change(found, act);
                Announce(found, action);
                await db.SaveChangesAsync(ct);
                return found;
            }
            catch (DbUpdateException) when (attempt < MaxAttempts) { }
            catch (Refused refused) when (refused is { Status: 409, Current: null })
            {
                throw await WithCurrent(refused, id, ct);
            }
        }
    }

    /// <summary>Puts events, audit row and notices beside a change that somebody else saves.</summary>
    public void Announce(Case changed, string action)
    {
        changed.Publish(db);
        db.Audit($"case.{action}", "case", changed.Id.ToString(), new { changed.Number, State = changed.State });
        db.Tell("case", changed.Id.ToString(), changed.Revision, action, changed.AreaPath);
        if (changed.WorkOrders.Count == 0)
            return;
        db.ChangeTracker.DetectChanges();
        foreach (var order in db.ChangeTracker.Entries<WorkOrder>())
            if (order.State is EntityState.Added or EntityState.Modified)
                db.Tell("work-order", order.Entity.Id.ToString(), order.Entity.Revision, action, order.Entity.AreaPath);
    }

    /// <summary>A case with all its parts, whoever asks: only after it is known that they may see it.</summary>
    /// <remarks>Leaves the area filter: a responder who may see one work order changes the case with all of them.</remarks>
    public Task<Case?> Whole(CaseId id, CancellationToken ct) =>
        db
            .Cases.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .Include(c => c.Alerts)
            .Include(c => c.Hands)
            .Include(c => c.Participants)
            .Include(c => c.WorkOrders)
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Id == id, ct);

    private async Task<Refused> WithCurrent(Refused refused, CaseId id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var current = await viewer.Whole(await Get(id, ct), Now(), ct);
        var told = new Refused(refused.Code, refused.Status) { Current = current };
        foreach (var (name, value) in refused.Parameters)
            told.With(name, value);
        return told;
    }
}
