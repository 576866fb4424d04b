using System.Globalization;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids.Topology;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Grids;

/// <summary>Adds a grid to a village.</summary>
internal static class DrawGrid
{
    /// <summary>The grid.</summary>
    /// <param name="VillageCode">12 digits; of a micro-grid its parent's.</param>
    /// <param name="Name">1 … 60 characters.</param>
    /// <param name="Kind">One of <see cref="GridKinds"/>.</param>
    /// <param name="Code">15 digits; without one, the next number of the village.</param>
    /// <param name="Use">Of a special grid one of <see cref="SpecialUses"/>.</param>
    /// <param name="ParentId">Of a micro-grid the comprehensive grid it is part of.</param>
    /// <param name="Households">Households.</param>
    /// <param name="Residents">Residents.</param>
    /// <param name="Geometry">GeoJSON Polygon or MultiPolygon; null while it is not drawn.</param>
    /// <param name="AcceptFaults">Overlaps and what lies outside the parent were seen and are meant.</param>
    internal sealed record DrawRequest(
        string VillageCode,
        string Name,
        [OneOf(typeof(GridKinds))] string Kind,
        string? Code = null,
        [OneOf(typeof(SpecialUses))] string? Use = null,
        GridId? ParentId = null,
        int Households = 0,
        int Residents = 0,
        JsonElement? Geometry = null,
        bool AcceptFaults = false
    );

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapPost("", Handle)
            .WithName("DrawGrid")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsWrite);

    private static async Task<Created<GridDetail>> Handle(
        DrawRequest request,
        GridDesk desk,
        ServeDb db,
        IAreaDirectory areas,
        HttpContext http,
        CancellationToken ct
    )
    {
        var village = desk.Village(request.VillageCode, db.Actor);
        GridRules.Kind(request.Kind, request.Use);
        var parent = await Parent(request, desk, ct);
        var outline = request.Geometry is { } geometry ? Outline.Read(geometry, "geometry") : null;
        var code = request.Code is null
            ? (await GridRules.NextCodes(db, village.Code, 1, ct))[0]
            : GridRules.Code(request.Code, village);
        if (await db.Grids.AnyAsync(g => g.Code == code, ct))
            throw Refused.Invalid("grid.code-taken", "code").With("code", code);
        var now = db.Clock.GetUtcNow();
        var grid = new Grid
        {
            Id = Ids.New<GridId>(db.Clock),
            Code = code,
            Name = GridRules.Name(request.Name),
            Kind = request.Kind,
            Use = request.Use,
            Parent = parent?.Id,
            AreaPath = parent?.AreaPath ?? code,
            Households = GridRules.People(request.Households, "households"),
            Residents = GridRules.People(request.Residents, "residents"),
            CreatedAt = now,
            UpdatedAt = now,
        };
        List<TopologyFault> faults = [];
        if (outline is not null)
        {
            (faults, _) = await desk.Check(outline, GridPlace.Of(grid) with { Self = null }, ct);
            await desk.Put(grid, outline, GridDesk.Accepted(faults, request.AcceptFaults), ct);
        }
        db.Grids.Add(grid);
        db.Audit(
            "grid.drawn",
            "grid",
            grid.Id.ToString(),
            new
            {
                grid.Code,
                grid.Kind,
                Faults = faults.Count,
            }
        );
        db.Tell("grid", grid.Id.ToString(), grid.Revision, "drawn", grid.AreaPath);
        await db.SaveChangesAsync(ct);
        ExpectedRevision.Show(http, grid.Revision);
        return TypedResults.Created($"/api/v1/grids/{grid.Id}", GridDetail.Of(grid, outline?.GeoJson, areas, faults));
    }

    private static async Task<Grid?> Parent(DrawRequest request, GridDesk desk, CancellationToken ct)
    {
        if (request.Kind != GridKinds.Micro)
            return request.ParentId is null ? null : throw Refused.Invalid("grid.parent-not-wanted", "parentId");
        var parent = await desk.Find(request.ParentId ?? throw Refused.Invalid("grid.parent-missing", "parentId"), ct);
        parent.RequireOpen();
        return parent.Kind == GridKinds.Comprehensive && parent.VillageCode == request.VillageCode
            ? parent
            : throw Refused.Invalid("grid.parent-unfit", "parentId").With("code", parent.Code);
    }
}

/// <summary>What a grid's words and numbers may be.</summary>
internal static class GridRules
{
    /// <summary>Three digits number the grids of a village.</summary>
    public const int MostInVillage = 999;

    /// <summary>The name without spaces around it.</summary>
    public static string Name(string name) =>
        name.Trim() is { Length: > 0 and <= Grid.LongestName } trimmed
            ? trimmed
            : throw Refused.Invalid("grid.name-length", "name").With("most", Grid.LongestName);

    /// <summary>A number of households or residents.</summary>
    public static int People(int count, string field) =>
        count is >= 0 and <= Grid.MostPeople
            ? count
            : throw Refused.Invalid("request.out-of-range", field).With("minimum", 0).With("maximum", Grid.MostPeople);

    /// <summary>The next free codes of a village. Those of closed grids are not given again, so the greatest that ever was counts.</summary>
    /// <exception cref="Refused">409 <c>grid.village-full</c>.</exception>
    public static async Task<string[]> NextCodes(ServeDb db, string village, int count, CancellationToken ct)
    {
        var (low, high) = AreaScope.Below(village);
        var last = await db
            .Grids.Where(g => string.Compare(g.Code, low) >= 0 && string.Compare(g.Code, high) < 0)
            .OrderByDescending(g => g.Code)
            .Select(g => g.Code)
            .FirstOrDefaultAsync(ct);
        var next = last is null ? 1 : int.Parse(last.AsSpan(12), CultureInfo.InvariantCulture) + 1;
        return next + count - 1 <= MostInVillage
            ?
            [
                .. Enumerable
                    .Range(next, count)
                    .Select(n => string.Create(CultureInfo.InvariantCulture, $"{village}{n:000}")),
            ]
            : throw new Refused("grid.village-full").With("most", MostInVillage);
    }

    /// <summary>A code of this village.</summary>
    public static string Code(string code, Area village) =>
        code.Length == 15
        && code.StartsWith(village.Code, StringComparison.Ordinal)
        && code.All(char.IsAsciiDigit)
        && code[12..] != "000"
            ? code
            : throw Refused.Invalid("grid.code-malformed", "code").With("village", village.Code);

    /// <summary>Refuses a kind that is none, and a use that does not go with it.</summary>
    public static void Kind(string kind, string? use)
    {
        if (!GridKinds.All.Contains(kind))
            throw Refused.Invalid("request.unknown-value", "kind").With("known", GridKinds.All);
        if (kind == GridKinds.Special != use is not null || (use is not null && !SpecialUses.All.Contains(use)))
            throw Refused.Invalid("grid.use-unfit", "use").With("known", SpecialUses.All);
    }
}
