using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Leading;

/// <summary>The list of an area's weekly meeting: what somebody put there, and what the rules find among the open cases.</summary>
/// <remarks>
/// Leaves the area filter as <see cref="ReadRisks"/> does. Of the same kind in the same place are cases of one class whose
/// positions round to the same thousandth of a degree (some 110 m): <see cref="Times"/> of them within <see cref="Lately"/>.
/// </remarks>
internal static class ReadMeeting
{
    /// <summary>Most cases of one meeting: more are not talked about in a morning.</summary>
    public const int Most = 100;
    public const int Times = 3;
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    // A province's cases of a month are not looked through for it; its counties' meetings do.
    private const int CountyDigits = 6;
    private const int MostLookedThrough = 20_000;
    private const double Thousandths = 1000;

    /// <param name="AreaCode">Whose meeting it is.</param>
    /// <param name="Name">Of the area; null for a grid.</param>
    /// <param name="Items">What was put there first, then by the weight of the reasons, the most pressing first.</param>
    /// <param name="At">When it was made.</param>
    internal sealed record MeetingView(
        string AreaCode,
        string? Name,
        IReadOnlyList<MeetingItem> Items,
        DateTimeOffset At
    );

    /// <param name="Case">The case.</param>
    /// <param name="Reasons">Why it is talked about: some of <see cref="MeetingReasons"/>.</param>
    internal sealed record MeetingItem(CaseItem Case, IReadOnlyList<string> Reasons);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/meeting", Handle)
            .WithName("ReadMeeting")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesRead, CasePurposes.All);

    private static async Task<Ok<MeetingView>> Handle(
        string? area,
        CoordinateDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var path = LedArea.Of(area, db.Actor);
        var picked = await db
            .MeetingPicks.AsNoTracking()
            .Where(p => p.AreaPath == path)
            .Select(p => p.CaseId)
            .ToListAsync(ct);
        var repeated = await Repeated(db, path, ct);
        var byRule = await ReadRisks
            .OpenIn(db, path)
            .Where(c => c.Overdue || c.Card != null || c.Round > 1)
            .OrderBy(c => c.DeadlineAt)
            .ThenBy(c => c.Number)
            .Take(Most)
            .ToListAsync(ct);
        // A case that somebody put there is shown also when it has ended meanwhile, if it may be seen.
        CaseId[] others = [.. picked.Union(repeated).Except(byRule.Select(c => c.Id)).Take(Most)];
        var more = await db.Cases.AsNoTracking().Where(c => others.Contains(c.Id)).ToListAsync(ct);
        var items = byRule
            .Concat(more)
            .Select(c => (Case: c, Reasons: Reasons(c, picked, repeated)))
            .OrderBy(i => MeetingReasons.All.ToList().IndexOf(i.Reasons[0]))
            .ThenBy(i => i.Case.DeadlineAt)
            .ThenBy(i => i.Case.Number, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        await ReadRisks.WriteDown(db, items.Select(i => i.Case), ct);
        return TypedResults.Ok(
            new MeetingView(
                path,
                areas.Find(path)?.Name,
                [.. items.Select(i => new MeetingItem(CaseViewer.Item(i.Case), i.Reasons))],
                db.Clock.GetUtcNow()
            )
        );
    }

    private static List<string> Reasons(Case of, List<CaseId> picked, HashSet<CaseId> repeated)
    {
        (bool Holds, string Reason)[] all =
        [
            (picked.Contains(of.Id), MeetingReasons.Picked),
            (of.IsOpen && of.Card is not null, MeetingReasons.Supervised),
            (of.IsOpen && of.Overdue, MeetingReasons.Overdue),
            (of.IsOpen && of.Round > 1, MeetingReasons.Reopened),
            (repeated.Contains(of.Id), MeetingReasons.Repeated),
        ];
        return [.. all.Where(r => r.Holds).Select(r => r.Reason)];
    }

    // The open ones of those that came up again and again in one place.
    private static async Task<HashSet<CaseId>> Repeated(CoordinateDb db, string path, CancellationToken ct)
    {
        if (path.Length < CountyDigits)
            return [];
        var since = db.Clock.GetUtcNow() - Lately;
        var lately = db
            .Cases.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .AsNoTracking()
            .Within(AreaScope.Below(path))
            .Where(c => c.RecordedAt >= since && c.Latitude != null && c.DuplicateOf == null);
        var places = await lately
            .OrderByDescending(c => c.RecordedAt)
            .Take(MostLookedThrough)
            .GroupBy(c => new
            {
                c.Class,
                Latitude = Math.Round(c.Latitude * Thousandths ?? 0),
                Longitude = Math.Round(c.Longitude * Thousandths ?? 0),
            })
            .Where(g => g.Count() >= Times)
            .Select(g => g.Key)
            .ToListAsync(ct);
        if (places.Count == 0)
            return [];
        string[] classes = [.. places.Select(p => p.Class).Distinct(StringComparer.Ordinal)];
        var open = await lately
            .Where(c => c.IsOpen && classes.Contains(c.Class))
            .Select(c => new
            {
                c.Id,
                Place = new
                {
                    c.Class,
                    Latitude = Math.Round(c.Latitude * Thousandths ?? 0),
                    Longitude = Math.Round(c.Longitude * Thousandths ?? 0),
                },
            })
            .ToListAsync(ct);
        var known = places.ToHashSet();
        return [.. open.Where(c => known.Contains(c.Place)).Select(c => c.Id)];
    }
}
