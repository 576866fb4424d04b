using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Grids;

/// <summary>What a map's window shows: the boundaries of at most 400 grids, or, of more, how many lie in each township or county, within its outline.</summary>
internal static class MapGrids
{
    /// <summary>Most boundaries of one window; four hundred are some 300 kB and too small to be told apart beyond.</summary>
    public const int MostBoundaries = 400;

    // Beyond so many, townships are too many dots too.
    private const int MostInTownships = 4_000;

    /// <summary>Most characters of outlines in one answer; beyond it places are numbers alone. The made-up province has 125,000 of its counties.</summary>
    public const int MostOutlines = 500_000;

    /// <summary>Either boundaries or clusters.</summary>
    internal sealed record GridMap(IReadOnlyList<MapGrid> Grids, IReadOnlyList<GridCluster> Clusters);

    internal sealed record MapGrid(
        GridId Id,
        string Code,
        string Name,
        [property: OneOf(typeof(GridKinds))] string Kind,
        int Households,
        bool Synthetic,
        JsonElement? Geometry
    );

    /// <summary>Grids of one township or county in the window; its outline in WGS 84 degrees, where one is known.</summary>
    internal sealed record GridCluster(
        string AreaCode,
        string? Name,
        GeoPoint Position,
        int Grids,
        int Households,
        JsonElement? Geometry
    );

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapGet("/map", Handle)
            .WithName("MapGrids")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);

    private static async Task<Ok<GridMap>> Handle(
        double west,
        double south,
        double east,
        double north,
        bool? micro,
        string? area,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        if (!(west < east && south < north) || Math.Abs(west) > 180 || Math.Abs(east) > 180)
            throw Refused.Invalid("request.position-range", "west");
        var onlyMicro = micro ?? false;
        var ids = await db
            .Boundaries.AsNoTracking()
            .WithinNamed(area)
            .Where(b => b.Until == null && b.Micro == onlyMicro)
            .Where(b => b.South <= north && b.North >= south && b.West <= east && b.East >= west)
            .OrderBy(b => b.South)
            .Select(b => b.GridId)
            .Take(MostBoundaries + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(
            ids.Count > MostBoundaries
                ? new GridMap([], await Clusters(db, areas, area, (west, south, east, north), ct))
                : new GridMap(await Drawn(db, ids, ct), [])
        );
    }

    private static async Task<IReadOnlyList<MapGrid>> Drawn(ServeDb db, List<GridId> ids, CancellationToken ct)
    {
        var rows = await db
            .Boundaries.AsNoTracking()
            .Where(b => b.Until == null && ids.Contains(b.GridId))
            .Join(
                db.Grids,
                b => b.GridId,
                g => g.Id,
                (b, g) =>
                    new
                    {
                        g.Id,
                        g.Code,
                        g.Name,
                        g.Kind,
                        g.Households,
                        g.Synthetic,
                        b.Geometry,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Code, StringComparer.Ordinal)
                .Select(r => new MapGrid(r.Id, r.Code, r.Name, r.Kind, r.Households, r.Synthetic, Json.Of(r.Geometry))),
        ];
    }

    private static async Task<IReadOnlyList<GridCluster>> Clusters(
        ServeDb db,
        IAreaDirectory areas,
        string? area,
        (double West, double South, double East, double North) window,
        CancellationToken ct
    )
    {
        var (west, south, east, north) = window;
        var inside = db
            .Grids.AsNoTracking()
            .WithinNamed(area)
            .Where(g => g.ClosedAt == null && g.Kind != GridKinds.Micro)
            .Where(g => g.Latitude >= south && g.Latitude <= north && g.Longitude >= west && g.Longitude <= east);
        var townships = await inside
            .GroupBy(g => g.AreaPath.Substring(0, 9))
            .Select(g => new Sum(
                g.Key,
                g.Count(),
                g.Sum(x => x.Households),
                g.Sum(x => x.Latitude ?? 0),
                g.Sum(x => x.Longitude ?? 0)
            ))
            .ToListAsync(ct);
        var level = townships.Sum(t => t.Grids) > MostInTownships ? 6 : 9;
        var places = townships
            .GroupBy(t => t.Code[..level], StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var outlines = await Outlines(db, [.. places.Select(p => p.Key)], ct);
        return [.. places.Select(p => Cluster(p.Key, [.. p], areas, outlines.GetValueOrDefault(p.Key)))];
    }

    private static async Task<Dictionary<string, string>> Outlines(ServeDb db, string[] codes, CancellationToken ct)
    {
        var known = db.Outlines.AsNoTracking().Where(o => codes.Contains(o.Path));
        return await known.SumAsync(o => o.Geometry.Length, ct) > MostOutlines
            ? []
            : await known.ToDictionaryAsync(o => o.Path, o => o.Geometry, StringComparer.Ordinal, ct);
    }

    private static GridCluster Cluster(string code, Sum[] parts, IAreaDirectory areas, string? outline)
    {
        var grids = parts.Sum(p => p.Grids);
        return new GridCluster(
            code,
            areas.Find(code)?.Name,
            new GeoPoint(parts.Sum(p => p.Latitudes) / grids, parts.Sum(p => p.Longitudes) / grids),
            grids,
            parts.Sum(p => p.Households),
            Json.Of(outline)
        );
    }

    private sealed record Sum(string Code, int Grids, int Households, double Latitudes, double Longitudes);
}
