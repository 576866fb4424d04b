using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases;

/// <summary>Puts together what is known when a case is opened.</summary>
internal sealed class CaseDrafts(IAlerts alerts, IAreaDirectory areas, IUnitDirectory units, Actor actor)
{
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
                    ["mmsi"] = alert.Subject.Mmsi?.ToString("000000000", CultureInfo.InvariantCulture),
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
    public async Task<CaseDraft> ByHand(string title, OpenCase.OpenCaseRequest request, CancellationToken ct) =>
        new()
        {
            Origin = request.Origin,
            Title = new CaseTitle(null, null, title),
            AreaPath = await AreaOf(request, ct),
            Position = request.Position,
            Class = CaseClasses.Check(request.Class) ?? CaseClasses.Other,
            Level = CaseClasses.CheckGrade(request.Level, "level") ?? 4,
            Urgency = CaseClasses.CheckGrade(request.Urgency, "urgency") ?? 3,
            ObservedAt = request.OccurredAt,
            IsDraft = request.Draft,
        };

    // The area that was named, else the one the place belongs to, else the one of the person's post.
    private async Task<string> AreaOf(OpenCase.OpenCaseRequest request, CancellationToken ct)
    {
        if (request.AreaCode is { } code)
        {
            var area = areas.Find(code) ?? throw Refused.Invalid("area.unknown", "areaCode");
            return actor.Scope.Holds(area.Path) ? area.Path : throw Refused.Invalid("case.area-outside", "areaCode");
        }
        if (request.Position is { } place && await units.AreaPathAt(place, ct) is { } path && actor.Scope.Holds(path))
            return path;
        return actor.AreaPath.Length > 0 ? actor.AreaPath : throw Refused.Invalid("case.area-missing", "areaCode");
    }
}
