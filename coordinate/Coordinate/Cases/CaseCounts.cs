using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Counts cases by place, in the area's index alone.</summary>
internal sealed class CaseCounts(CoordinateDb db) : ICaseFigures
{
    public async ValueTask<IReadOnlyDictionary<string, CaseFigures>> ByPath(
        string areaPath,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var (low, high) = AreaScope.Below(areaPath);
        // Leaves the filter: its "or takes part" keeps both stores from the index, and those are not of the area asked for.
        var rows = await db
            .Cases.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .AsNoTracking()
            .Where(c => string.Compare(c.AreaPath, low) >= 0 && string.Compare(c.AreaPath, high) < 0)
            .GroupBy(c => c.AreaPath)
            .Select(g => new
            {
                Path = g.Key,
                Open = g.Count(c => c.IsOpen),
                New = g.Count(c => c.RecordedAt >= since),
            })
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.Path, r => new CaseFigures(r.Open, r.New), StringComparer.Ordinal);
    }
}
