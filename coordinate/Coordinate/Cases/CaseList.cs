using System.Globalization;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>What is asked of the list.</summary>
/// <param name="Open">Only open ones, only ended ones, or all.</param>
/// <param name="ByDeadline">The most pressing first; otherwise the newest first.</param>
/// <param name="State">Only this state, or null.</param>
/// <param name="After">The last row seen, or null for the beginning.</param>
/// <param name="Take">Rows.</param>
internal sealed record CaseQuery(bool? Open, bool ByDeadline, CaseState? State, CaseKey? After, int Take);

/// <summary>Where a list goes on: the time it is ordered by and the number, which is unique, of the last row shown.</summary>
internal sealed record CaseKey(DateTimeOffset At, string Number)
{
    /// <summary>Reads a cursor; null without one, 422 for one that is not ours.</summary>
    public static CaseKey? Read(string? cursor)
    {
        if (Page.Key(cursor, 2) is not [var at, var number])
            return null;
        return
            long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms)
            && ms is > -62_135_596_800_000 and < 253_402_300_800_000
            ? new CaseKey(DateTimeOffset.FromUnixTimeMilliseconds(ms), number)
            : throw Refused.Invalid("request.cursor-malformed", "cursor");
    }

    /// <summary>The parts of the cursor.</summary>
    public static string[] Of(DateTimeOffset at, string number) =>
        [at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), number];
}

/// <summary>Reads lists of cases fast at a million rows.</summary>
/// <remarks>
/// Leaves the query filter, because its "or takes part" would keep both stores from any index: the area's cases and the few
/// one takes part in are read apart and merged. Scopes of a county and wider walk the index of the order and look at the
/// area of each row; narrower ones read the rows of their area.
/// </remarks>
internal sealed class CaseList(CoordinateDb db, Actor actor, TimeProvider clock)
{
    // Digits of a county's path: down to here, walking the order finds its fifty rows sooner.
    private const int WidestByArea = 6;

    /// <summary>Most cases from outside that are looked through; a unit takes part in a few at a time.</summary>
    private const int MaxOutside = 1000;

    /// <summary>The rows, in order.</summary>
    public async Task<List<Case>> Read(CaseQuery query, CancellationToken ct)
    {
        var all = db.Cases.IgnoreQueryFilters([ModuleDb.AreaFilter]).AsNoTracking();
        var inside = await Cut(InScope(all, actor.Scope), query).ToListAsync(ct);
        if (await Outside(ct) is not { Count: > 0 } ids)
            return inside;
        var outside = await Cut(all.Where(c => ids.Contains(c.Id)), query).ToListAsync(ct);
        var merged = inside.Concat(outside).DistinctBy(c => c.Id);
        return
        [
            .. (
                query.ByDeadline
                    ? merged.OrderBy(c => c.DeadlineAt).ThenBy(c => c.Number, StringComparer.Ordinal)
                    : merged
                        .OrderByDescending(c => c.RecordedAt)
                        .ThenByDescending(c => c.Number, StringComparer.Ordinal)
            ).Take(query.Take),
        ];
    }

    internal static IQueryable<Case> InScope(IQueryable<Case> cases, AreaScope scope)
    {
        var (low, high) = scope;
        return low.Length > WidestByArea
            ? cases.Where(c => string.Compare(c.AreaPath, low) >= 0 && string.Compare(c.AreaPath, high) < 0)
            // Something is done to the column so that the planners keep off the area's index.
            : cases.Where(c => string.Compare(c.AreaPath + "", low) >= 0 && string.Compare(c.AreaPath + "", high) < 0);
    }

    private async Task<List<Contracts.CaseId>> Outside(CancellationToken ct)
    {
        if (actor.Unit is not { } unit)
            return [];
        var now = clock.GetUtcNow();
        return await db
            .Participants.AsNoTracking()
            .Where(p => p.Unit == unit && p.Until > now)
            .OrderByDescending(p => p.Until)
            .Select(p => p.CaseId)
            .Take(MaxOutside)
            .ToListAsync(ct);
    }

    private static IQueryable<Case> Cut(IQueryable<Case> cases, CaseQuery query)
    {
        cases = query.Open switch
        {
            true => cases.Where(c => c.IsOpen),
            false => cases.Where(c => !c.IsOpen && c.State != CaseState.Draft),
            null => cases,
        };
        if (query.State is { } state)
            cases = cases.Where(c => c.State == state);
        // The first comparison alone lets the index be entered in the middle; the second one finds the place in a tie.
        if (query.After is var (at, number))
            cases = query.ByDeadline
                ? cases.Where(c => c.DeadlineAt >= at && (c.DeadlineAt > at || string.Compare(c.Number, number) > 0))
                : cases.Where(c => c.RecordedAt <= at && (c.RecordedAt < at || string.Compare(c.Number, number) < 0));
        cases = query.ByDeadline
            ? cases.OrderBy(c => c.DeadlineAt).ThenBy(c => c.Number)
            : cases.OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Number);
        return cases.Take(query.Take);
    }
}
