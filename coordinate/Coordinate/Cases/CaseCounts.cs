using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Counts the cases of a county by place, in indexes alone, and tells of what was just counted to all who ask.</summary>
internal sealed class CaseCounts(CoordinateDb db, KnownCounts known) : ICaseFigures
{
    private const int CountyLength = 6;

    public async ValueTask<IReadOnlyDictionary<string, CaseFigures>> ByPath(string areaPath, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(areaPath.Length, CountyLength);
        var county = areaPath[..CountyLength];
        var now = db.Clock.GetUtcNow();
        if (known.Find(county, now) is { } figures)
            return areaPath == county ? figures : Below(areaPath, figures);
        // Less than a county is counted faster than the whole county would be for it.
        var counted = await Count(areaPath, now, ct);
        if (areaPath == county)
            known.Keep(county, counted, now);
        return counted;
    }

    // Of the area asked for alone: that is what the asker may see.
    private static Dictionary<string, CaseFigures> Below(
        string areaPath,
        IReadOnlyDictionary<string, CaseFigures> figures
    ) => figures.Where(f => f.Key.StartsWith(areaPath, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    private async Task<IReadOnlyDictionary<string, CaseFigures>> Count(
        string areaPath,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var since = now - CaseFigures.NewFor;
        // One after the other: each is a part of an index of its own, both at once are all cases the area ever had.
        var open = await ByPath(areaPath, cases => cases.Where(c => c.IsOpen), ct);
        var recent = await ByPath(areaPath, cases => cases.Where(c => c.RecordedAt >= since), ct);
        return open
            .Keys.Union(recent.Keys, StringComparer.Ordinal)
            .ToDictionary(
                path => path,
                path => new CaseFigures(open.GetValueOrDefault(path), recent.GetValueOrDefault(path)),
                StringComparer.Ordinal
            );
    }

    // How many of such there are in each place; places without are left out.
    private async Task<Dictionary<string, int>> ByPath(
        string areaPath,
        Func<IQueryable<Case>, IQueryable<Case>> such,
        CancellationToken ct
    )
    {
        var (low, high) = AreaScope.Below(areaPath);
        // Leaves the filter: its "or takes part" keeps both stores from the index, and those are not of the area asked for.
        return await such(db.Cases.IgnoreQueryFilters([ModuleDb.AreaFilter]).AsNoTracking())
            .Where(c => string.Compare(c.AreaPath, low) >= 0 && string.Compare(c.AreaPath, high) < 0)
            .GroupBy(c => c.AreaPath)
            .Select(g => new { g.Key, Cases = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Cases, StringComparer.Ordinal, ct);
    }
}
