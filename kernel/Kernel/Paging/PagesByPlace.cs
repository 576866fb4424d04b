using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Paging;

/// <summary>Lists in the order of the place, and of one place by the id: about the order in which they were made.</summary>
public static class PagesByPlace
{
    private const string Id = "Id";

    /// <summary>The page after a cursor. Of one place there are few: the ids of the place where the last page ended are read to find where it goes on.</summary>
    /// <param name="rows">Of an entity whose key is <c>Id</c>.</param>
    /// <param name="limit">What was asked for; see <see cref="Page.Limit"/>.</param>
    /// <param name="cursor">Where the last page ended, or null.</param>
    /// <param name="id">The key of a row.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Refused">422 <c>request.limit-range</c>, <c>request.cursor-malformed</c>.</exception>
    public static async Task<Page<TRow>> ByPlace<TRow, TId>(
        this IQueryable<TRow> rows,
        int? limit,
        string? cursor,
        Func<TRow, TId> id,
        CancellationToken ct
    )
        where TRow : class, IInArea
        where TId : struct, IId<TId>
    {
        var take = Page.Limit(limit);
        var shown = 0;
        if (Page.Key(cursor, 2) is [var path, var key])
        {
            if (!Ids.TryParse<TId>(key, out var last))
                throw Refused.Invalid("request.cursor-malformed", "cursor");
            rows = rows.Where(r => string.Compare(r.AreaPath, path) >= 0);
            var there = await rows.Where(r => r.AreaPath == path).Select(r => EF.Property<TId>(r, Id)).ToListAsync(ct);
            // Counted, not looked for: the last row may be gone from the list since.
            shown = there.Count(one => one.Value <= last.Value);
        }
        var found = await rows.OrderBy(r => r.AreaPath)
            .ThenBy(r => EF.Property<TId>(r, Id))
            .Skip(shown)
            .Take(take + 1)
            .ToListAsync(ct);
        return Page.Cut(found, take, r => [r.AreaPath, id(r).Value.ToString()]);
    }
}
