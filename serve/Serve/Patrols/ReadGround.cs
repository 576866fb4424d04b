using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Fourfold.Serve.Patrols;

/// <summary>What a worker keeps on the phone: the grids they serve and those beside them, drawn with few enough corners for a weak line.</summary>
/// <remarks>Leaves the area filter for the neighbours: where the next grid lies and what it is called is on every map.</remarks>
internal static class ReadGround
{
    public const int MostOwn = 12;
    public const int MostNeighbours = 40;

    // Half a kilometre beyond one's own, in degrees; a little more in the west-east direction does no harm.
    private const double MarginDegrees = 0.005;

    // Some three metres: what a thumb on a map cannot tell apart.
    private const double ToleranceDegrees = 0.00003;
    private const int Decimals = 5;

    /// <param name="Own">Served by whoever asks, under their post or one they stand in for.</param>
    /// <param name="Neighbours">Beside them.</param>
    internal sealed record Ground(IReadOnlyList<GroundGrid> Own, IReadOnlyList<GroundGrid> Neighbours);

    /// <param name="Id">The grid.</param>
    /// <param name="Code">15 digits.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Rings">Longitude and latitude, outer edges and holes alike: drawn by even and odd.</param>
    internal sealed record GroundGrid(
        GridId Id,
        string Code,
        string Name,
        [property: OneOf(typeof(GridKinds))] string Kind,
        IReadOnlyList<IReadOnlyList<double[]>> Rings
    );

    public static void Map(IEndpointRouteBuilder grids) =>
        grids.MapGet("/mine", Handle).WithName("ReadGround").Needs(Permission.GridsRead);

    private static async Task<Ok<Ground>> Handle(ServeDb db, PatrolDesk desk, CancellationToken ct)
    {
        var served = await desk.Served(ct);
        var own = await Drawn(
            Present(db).Where(b => served.Contains(b.GridId)).OrderBy(b => b.AreaPath).Take(MostOwn),
            db,
            ct
        );
        if (own.Count == 0)
            return TypedResults.Ok(new Ground([], []));
        var ids = own.Select(o => o.Grid.Id).ToArray();
        var (west, east) = (own.Min(o => o.West) - MarginDegrees, own.Max(o => o.East) + MarginDegrees);
        var (south, north) = (own.Min(o => o.South) - MarginDegrees, own.Max(o => o.North) + MarginDegrees);
        var beside = Present(db)
            .Where(b => b.Until == null && !b.Micro && !ids.Contains(b.GridId))
            .Where(b => b.South <= north && b.North >= south && b.West <= east && b.East >= west)
            .OrderBy(b => b.South)
            .Take(MostNeighbours);
        var neighbours = await Drawn(beside, db, ct);
        return TypedResults.Ok(new Ground([.. own.Select(o => o.Grid)], [.. neighbours.Select(n => n.Grid)]));
    }

    private static IQueryable<GridBoundary> Present(ServeDb db) =>
        db.Boundaries.AsNoTracking().IgnoreQueryFilters([ModuleDb.AreaFilter]).Where(b => b.Until == null);

    private static async Task<IReadOnlyList<Piece>> Drawn(
        IQueryable<GridBoundary> boundaries,
        ServeDb db,
        CancellationToken ct
    )
    {
        var rows = await boundaries
            .Join(
                db.Grids.IgnoreQueryFilters([ModuleDb.AreaFilter]).Where(g => g.ClosedAt == null),
                b => b.GridId,
                g => g.Id,
                (b, g) => new { Boundary = b, Grid = g }
            )
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.Grid.Code, StringComparer.Ordinal)
                .Select(r => new Piece(
                    new GroundGrid(r.Grid.Id, r.Grid.Code, r.Grid.Name, r.Grid.Kind, Rings(r.Boundary.Geometry)),
                    r.Boundary.West,
                    r.Boundary.South,
                    r.Boundary.East,
                    r.Boundary.North
                )),
        ];
    }

    private static List<IReadOnlyList<double[]>> Rings(string geometry)
    {
        using var document = JsonDocument.Parse(geometry);
        var coordinates = document.RootElement.GetProperty("coordinates");
        var rings =
            document.RootElement.GetProperty("type").GetString() == "Polygon"
                ? coordinates.EnumerateArray()
                : coordinates.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray());
        return [.. rings.Select(Simpler)];
    }

    private static IReadOnlyList<double[]> Simpler(JsonElement ring)
    {
        var corners = ring.EnumerateArray().Select(p => new Coordinate(p[0].GetDouble(), p[1].GetDouble())).ToArray();
        var fewer = DouglasPeuckerLineSimplifier.Simplify(corners, ToleranceDegrees);
        // A ring that would be no area any more stays as it is.
        return
        [
            .. (fewer.Length >= 4 ? fewer : corners).Select(c =>
                new[] { Math.Round(c.X, Decimals), Math.Round(c.Y, Decimals) }
            ),
        ];
    }

    private sealed record Piece(GroundGrid Grid, double West, double South, double East, double North);
}
