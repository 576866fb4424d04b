using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Units;

/// <summary>Units by name, department and area (with all below it).</summary>
internal static class ListUnits
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/units", List)
            .WithName("ListUnits")
            .WithTags("Units")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.DirectoryRead);
        api.MapGet("/units/{id}", Read)
            .WithName("ReadUnit")
            .WithTags("Units")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.DirectoryRead);
    }

    private static async Task<Ok<Page<UnitView>>> List(
        [AsParameters] Query query,
        UnitDirectory units,
        CancellationToken ct
    )
    {
        var take = Page.Limit(query.Limit);
        IEnumerable<Unit> found = await units.List(ct);
        if (query.Area is { Length: > 0 } area)
            found = found.Where(u => u.AreaPath.StartsWith(area, StringComparison.Ordinal));
        if (query.Department is { Length: > 0 } department)
            found = found.Where(u => u.Department == department);
        if (!string.IsNullOrWhiteSpace(query.Q))
            found = found.Where(u => u.Name.Contains(query.Q.Trim(), StringComparison.OrdinalIgnoreCase));
        if (Page.Key(query.Cursor, 2) is [var path, var id])
            found = found.Where(u => IsAfter(u, path, id));
        var rows = found.Take(take + 1).ToList();
        return TypedResults.Ok(
            Page.Of(rows, take, u => UnitView.Of(u, query.Geometry ?? false), u => [u.AreaPath, u.Id.ToString()])
        );
    }

    private static bool IsAfter(Unit unit, string path, string id) =>
        string.CompareOrdinal(unit.AreaPath, path) is var order
        && (order > 0 || (order == 0 && Ids.TryParse<UnitId>(id, out var last) && unit.Id.Value > last.Value));

    private static async Task<Ok<UnitView>> Read(UnitId id, KernelDb db, CancellationToken ct) =>
        TypedResults.Ok(
            UnitView.Of(
                await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct)
                    ?? throw Refused.NotFound("unit.unknown"),
                withGeometry: true
            )
        );

    internal sealed record Query
    {
        public string? Q { get; init; }
        public string? Department { get; init; }
        public string? Area { get; init; }
        public bool? Geometry { get; init; }
        public int? Limit { get; init; }
        public string? Cursor { get; init; }
    }
}
