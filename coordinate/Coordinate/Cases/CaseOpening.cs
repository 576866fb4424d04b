using Fourfold.Contracts;
using Fourfold.Coordinate.Numbers;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Makes cases, each once.</summary>
internal sealed class CaseOpening(
    CoordinateDb db,
    CaseDesk desk,
    Deadlines.Deadlines deadlines,
    IAlerts alerts,
    IAreaDirectory areas
)
{
    private const int MaxAttempts = 5;

    /// <summary>An alert this person may see, or 404.</summary>
    public async Task<AlertSummary> FindAlert(AlertId id, CancellationToken ct) =>
        await alerts.Find(id, ct) ?? throw Refused.NotFound("alert.unknown");

    /// <summary>A case as an alert tells it. 404 when this person may not see the alert.</summary>
    public async Task<CaseDraft> FromAlert(AlertId id, OpenCase.OpenCaseRequest request, CancellationToken ct)
    {
        var alert = await FindAlert(id, ct);
        return new CaseDraft
        {
            Origin = Origins.Alert,
            Title = new CaseTitle(
                "case.title.alert",
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["rule"] = alert.RuleCode,
                    ["zone"] = alert.ZoneName,
                    ["name"] = alert.Subject.Name,
                    ["mmsi"] = alert.Subject.Mmsi?.ToString(
                        "000000000",
                        System.Globalization.CultureInfo.InvariantCulture
                    ),
                },
                null
            ),
            AreaPath = alert.AreaPath,
            Position = alert.Position,
            Class = CaseClasses.Check(request.Class) ?? CaseClasses.Sea,
            Level = CaseClasses.CheckGrade(request.Level, "level") ?? alert.Level,
            // 疑难 is no lesser urgency than 一般, so the two calmer levels are both 一般.
            Urgency = CaseClasses.CheckGrade(request.Urgency, "urgency") ?? Math.Min(alert.Level, 3),
            ObservedAt = alert.RaisedAt,
            Alert = alert,
        };
    }

    /// <summary>A case as a person tells it.</summary>
    public CaseDraft ByHand(string title, OpenCase.OpenCaseRequest request) =>
        new()
        {
            Origin = request.Origin,
            Title = new CaseTitle(null, null, title),
            AreaPath = AreaOf(request.AreaCode),
            Position = request.Position,
            Class = CaseClasses.Check(request.Class) ?? CaseClasses.Other,
            Level = CaseClasses.CheckGrade(request.Level, "level") ?? 4,
            Urgency = CaseClasses.CheckGrade(request.Urgency, "urgency") ?? 3,
            ObservedAt = request.OccurredAt,
            IsDraft = request.Draft,
        };

    /// <summary>Opens it, or finds the one that was opened with this id or from this alert before.</summary>
    public async Task<(Case Opened, bool IsNew)> Open(CaseId? id, CaseDraft draft, CancellationToken ct)
    {
        if (id is { } given && given.Value.Version != 7)
            throw Refused.Invalid("case.id-not-v7", "id");
        for (var attempt = 1; ; attempt++)
        {
            if (await Existing(id, draft, ct) is { } before)
                return (before, false);
            try
            {
                return (await Insert(id ?? Ids.New<CaseId>(db.Clock), draft, ct), true);
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                // The same alert or id came in beside us: next time round it is found.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Case> Insert(CaseId id, CaseDraft draft, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(ct)
            : null;
        var act = desk.Now();
        var area = act.Actor.AreaPath.Length > 0 ? act.Actor.AreaPath : draft.AreaPath;
        var year = act.RecordedAt.AddHours(act.Limits.UtcOffsetHours).Year;
        var number = await db.NextNumber(area, year, ct);
        var deadline = await deadlines.OfCase(draft.Urgency, act.RecordedAt, ct);
        var opened = Case.Open(id, number, draft, deadline, act);
        db.Cases.Add(opened);
        desk.Announce(opened, "opened");
        await db.SaveChangesAsync(ct);
        if (own is null)
            return opened;
        await own.CommitAsync(ct);
        db.AfterCommit();
        return opened;
    }

    private async Task<Case?> Existing(CaseId? id, CaseDraft draft, CancellationToken ct)
    {
        var existing = await Taken(id, draft, ct);
        if (existing is not { } found)
            return null;
        return await desk.Find(found, ct) ?? throw new Refused("case.already-elsewhere");
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
        return
            id is { } given && await db.Cases.IgnoreQueryFilters([ModuleDb.AreaFilter]).AnyAsync(c => c.Id == given, ct)
            ? given
            : null;
    }

    private string AreaOf(string? code)
    {
        var actor = db.Actor;
        if (code is null)
            return actor.AreaPath.Length > 0 ? actor.AreaPath : throw Refused.Invalid("case.area-missing", "areaCode");
        var area = areas.Find(code) ?? throw Refused.Invalid("area.unknown", "areaCode");
        return actor.Scope.Holds(area.Path) ? area.Path : throw Refused.Invalid("case.area-outside", "areaCode");
    }
}
