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
/// one takes part in are found apart and merged. First the numbers of a page are found in indexes alone, then its rows are
/// read. Open cases are few and are walked in order. Of the others, a small area's are sorted; where there are more, the
/// order is walked until a page is full, which is soon. Measured by <c>./fourfold bench cases</c>.
/// </remarks>
internal sealed class CaseList(CoordinateDb db, Actor actor, TimeProvider clock)
{
    /// <summary>Most cases from outside that are looked through; a unit takes part in a few at a time.</summary>
    private const int MaxOutside = 1000;

    /// <summary>Up to so many cases an area is small: sorting them takes 2 ms, and walking past a million others 400.</summary>
    public int SmallArea { get; init; } = 5000;

    /// <summary>The rows, in order.</summary>
    public async Task<List<Case>> Read(CaseQuery query, CancellationToken ct)
    {
        var all = db.Cases.IgnoreQueryFilters([ModuleDb.AreaFilter]).AsNoTracking();
        var inside = query.ByDeadline ? Walking(all, actor.Scope) : await Inside(all, ct);
        var numbers = await Cut(inside, query).ToListAsync(ct);
        if (await Outside(ct) is { Count: > 0 } ids)
            numbers.AddRange(await Cut(all.Where(c => ids.Contains(c.Id)), query).ToListAsync(ct));
        if (numbers.Count == 0)
            return [];
        var rows = await all.Where(c => numbers.Contains(c.Number)).ToListAsync(ct);
        return
        [
            .. (
                query.ByDeadline
                    ? rows.OrderBy(c => c.DeadlineAt).ThenBy(c => c.Number, StringComparer.Ordinal)
                    : rows.OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Number, StringComparer.Ordinal)
            ).Take(query.Take),
        ];
    }

    private async Task<IQueryable<Case>> Inside(IQueryable<Case> all, CancellationToken ct)
    {
        var (low, high) = actor.Scope;
        var inside = all.Where(c => string.Compare(c.AreaPath, low) >= 0 && string.Compare(c.AreaPath, high) < 0)
            .OrderBy(c => c.AreaPath);
        // The limit takes nothing away: it keeps the planners from thinking of any other index than the area's.
        return await inside.Skip(SmallArea).AnyAsync(ct) ? Walking(all, actor.Scope) : inside.Take(2 * SmallArea);
    }

    // Something is done to the column so that the planners keep off the area's index.
    internal static IQueryable<Case> Walking(IQueryable<Case> cases, AreaScope scope)
    {
        var (low, high) = scope;
        return cases.Where(c => string.Compare(c.AreaPath + "", low) >= 0 && string.Compare(c.AreaPath + "", high) < 0);
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

    private static IQueryable<string> Cut(IQueryable<Case> cases, CaseQuery query)
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
        return cases.Take(query.Take).Select(c => c.Number);
    }
}
