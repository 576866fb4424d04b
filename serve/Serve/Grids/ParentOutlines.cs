using Fourfold.Geo;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Grids;

/// <summary>The area that grids must lie in.</summary>
/// <param name="Code">Of a grid (for its micro-grids), village, township, county or prefecture.</param>
/// <param name="Area">Its outline.</param>
internal sealed record ParentOutline(string Code, MultiPolygon Area)
{
    private const int VillageDigits = 12;

    /// <summary>Whether its grids together are to fill it: above the village too many are missing for gaps to tell anything.</summary>
    public bool IsFilled => Code.Length >= VillageDigits;
}

/// <summary>What the grids of a village are held against, drawn or brought by a file: the smallest area above them whose outline is known.</summary>
internal sealed class ParentOutlines(ServeDb db)
{
    // The villages of a county without outlines of their own come one after the other and have the same one.
    private ParentOutline? last;

    /// <summary>The parent of a village's grids, or null when no outline above them is known.</summary>
    /// <param name="village">Its code, 12 digits.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="brought">Outlines by path that stand for those in the store.</param>
    public async Task<ParentOutline?> Of(
        string village,
        CancellationToken ct,
        IReadOnlyDictionary<string, MultiPolygon>? brought = null
    )
    {
        string[] above = [village, village[..9], village[..6], village[..4]];
        var stored = await db
            .Outlines.AsNoTracking()
            .Where(o => above.Contains(o.Path))
            .OrderByDescending(o => o.Path.Length)
            .Select(o => o.Path)
            .FirstOrDefaultAsync(ct);
        if (Array.Find(above, path => path == stored || brought?.ContainsKey(path) == true) is not { } path)
            return null;
        if (brought?.GetValueOrDefault(path) is { } area)
            return new ParentOutline(path, area);
        if (last?.Code != path)
            last = new ParentOutline(
                path,
                Outline.Stored(await db.Outlines.Where(o => o.Path == path).Select(o => o.Geometry).FirstAsync(ct))
            );
        return last;
    }
}
