using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Overview;

/// <summary>Grids that nobody serves now: how many there are below each area, and the first by name.</summary>
internal static class CountUnstaffed
{
    /// <summary>Most grids that are named.</summary>
    public const int MostNamed = 50;

    /// <param name="AreaCode">Of the area.</param>
    /// <param name="Grids">Grids there are, without micro-grids.</param>
    /// <param name="Unstaffed">Those of them that nobody serves.</param>
    /// <param name="Below">Of the areas right below.</param>
    /// <param name="Named">The first of them.</param>
    internal sealed record UnstaffedView(
        string AreaCode,
        int Grids,
        int Unstaffed,
        IReadOnlyList<AreaUnstaffed> Below,
        IReadOnlyList<NamedGrid> Named
    );

    internal sealed record AreaUnstaffed(string AreaCode, string Name, int Grids, int Unstaffed);

    internal sealed record NamedGrid(GridId Id, string Code, string Name, string? VillageName);

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapGet("/unstaffed", Handle)
            .WithName("CountUnstaffedGrids")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridWorkersRead);

    private static async Task<Ok<UnstaffedView>> Handle(
        string? area,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var path = string.IsNullOrEmpty(area) ? db.Actor.AreaPath : area;
        if (path.Length is 0 or > 15 || !path.All(char.IsAsciiDigit) || !db.Actor.Scope.Holds(path))
            throw Refused.Invalid("area.out-of-scope", "area");
        var now = db.Clock.GetUtcNow();
        var (low, high) = AreaScope.Below(path);
        var open = db
            .Grids.AsNoTracking()
            .ToBeServed()
            .Where(g => string.Compare(g.AreaPath, low) >= 0 && string.Compare(g.AreaPath, high) < 0);
        var served = db.GridPosts.Serving(now);
        var all = await open.Select(g => g.AreaPath).ToListAsync(ct);
        var without = await open.Where(g => !served.Any(p => p.GridId == g.Id))
            .OrderBy(g => g.AreaPath)
            .ThenBy(g => g.Code)
            .Select(g => new Unserved(g.Id, g.Code, g.Name, g.AreaPath))
            .ToListAsync(ct);
        var children = areas.ShownChildrenOf(path);
        var grids = AreaShares.ByChild(children, all, p => p);
        var missing = AreaShares.ByChild(children, without, g => g.Path);
        return TypedResults.Ok(
            new UnstaffedView(
                path,
                all.Count,
                without.Count,
                [
                    .. children.Select(c => new AreaUnstaffed(
                        c.Code,
                        c.Name,
                        grids[c.Code].Count,
                        missing[c.Code].Count
                    )),
                ],
                [
                    .. without
                        .Take(MostNamed)
                        .Select(g => new NamedGrid(g.Id, g.Code, g.Name, areas.Find(g.Code[..12])?.Name)),
                ]
            )
        );
    }

    private sealed record Unserved(GridId Id, string Code, string Name, string Path);
}
