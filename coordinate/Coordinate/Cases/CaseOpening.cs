using Fourfold.Contracts;
using Fourfold.Coordinate.Numbers;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fourfold.Coordinate.Cases;

/// <summary>Makes cases, each once.</summary>
internal sealed partial class CaseOpening(
    CoordinateDb db,
    CaseDesk desk,
    Deadlines.Deadlines deadlines,
    ILogger<CaseOpening> log
)
{
    private const int MaxAttempts = 5;

    /// <summary>Opens it, or finds the one that was opened with this id or from this alert before.</summary>
    public async Task<(Case Opened, bool IsNew)> Open(CaseId? id, CaseDraft draft, CancellationToken ct)
    {
        if (id is { } given && given.Value.Version != 7)
            throw Refused.Invalid("case.id-not-v7", "id");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await Insert(id ?? Ids.New<CaseId>(db.Clock), draft, ct) is { } opened)
                {
                    if (draft.Alert is { } alert)
                        OpenedFrom(log, opened.Number, alert.Number, alert.CorrelationId);
                    return (opened, true);
                }
                return (await Existing(id, draft, ct), false);
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                // The same alert or id came in beside us: next time round it is found.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Case?> Insert(CaseId id, CaseDraft draft, CancellationToken ct)
    {
        await using var own = await db.BeginWriting(ct);
        // Asked when the embedded store lets nobody else write: no race ends at the unique index there.
        if (await Taken(id, draft, ct) is not null)
            return null;
        var act = desk.Now();
        var area = act.Actor.AreaPath.Length > 0 ? act.Actor.AreaPath : draft.AreaPath;
        var year = act.RecordedAt.AddHours(act.Limits.UtcOffsetHours).Year;
        var number = await db.NextNumber(area, year, ct);
        var deadline = await deadlines.OfCase(draft.Urgency, act.RecordedAt, ct);
        var opened = Case.Open(id, number, draft, deadline, act);
        db.Cases.Add(opened);
        desk.Announce(opened, "opened");
        await db.SaveAndCommit(own, ct);
        return opened;
    }

    private async Task<Case> Existing(CaseId? id, CaseDraft draft, CancellationToken ct)
    {
        var found = await Taken(id, draft, ct);
        return (found is { } there ? await desk.Find(there, ct) : null) ?? throw new Refused("case.already-elsewhere");
    }

    // Leaves the area filter: an alert is in one case only, also when this person may not see that case.
    private async Task<CaseId?> Taken(CaseId? id, CaseDraft draft, CancellationToken ct)
    {
        if (draft.Alert is { } alert)
        {
            var taken = await db.CaseAlerts.AsNoTracking().FirstOrDefaultAsync(a => a.AlertId == alert.Id, ct);
            if (taken is not null)
                return taken.CaseId;
        }
        return id is { } given && await HasCase(db, given) ? given : null;
    }

    private static readonly Func<CoordinateDb, CaseId, Task<bool>> HasCase = EF.CompileAsyncQuery(
        (CoordinateDb db, CaseId id) => db.Cases.IgnoreQueryFilters(new[] { ModuleDb.AreaFilter }).Any(c => c.Id == id)
    );

    // The request's own id is in the scope; the alert's leads on to the bytes.
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Case {Number} opened from alert {AlertNumber}, correlation {AlertCorrelationId}"
    )]
    private static partial void OpenedFrom(ILogger log, string number, string alertNumber, string alertCorrelationId);
}
