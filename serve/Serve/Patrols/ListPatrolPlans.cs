using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Patrols;

/// <summary>Plans of an area, by their place; those of one's own grids; and one of them.</summary>
internal static class ListPatrolPlans
{
    // Who serves five grids with eight ways each still has them all on the phone.
    private const int MostOwn = 50;

    internal sealed record OwnPlans(IReadOnlyList<PatrolPlanView> Items);

    public static void Map(IEndpointRouteBuilder plans)
    {
        plans
            .MapGet("", List)
            .WithName("ListPatrolPlans")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);
        plans.MapGet("/mine", Mine).WithName("ListOwnPatrolPlans").Needs(Permission.PatrolsWalk);
        plans
            .MapGet("/{id}", Read)
            .WithName("ReadPatrolPlan")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.GridsRead);
    }

    private static async Task<Ok<Page<PatrolPlanView>>> List(
        string? area,
        bool? ended,
        int? limit,
        string? cursor,
        ServeDb db,
        PatrolDesk desk,
        CancellationToken ct
    )
    {
        var rows = db.PatrolPlans.AsNoTracking();
        rows = ended is true ? rows.Where(p => p.EndedAt != null) : rows.Where(p => p.EndedAt == null);
        rows = rows.WithinNamed(area);
        var page = await rows.ByPlace(limit, cursor, p => p.Id, ct);
        return TypedResults.Ok(page.Showing(await desk.Show(page.Items, ct)));
    }

    private static async Task<Ok<OwnPlans>> Mine(ServeDb db, PatrolDesk desk, CancellationToken ct)
    {
        var grids = await desk.Served(ct);
        var plans = await db
            .PatrolPlans.AsNoTracking()
            .Where(p => p.EndedAt == null && grids.Contains(p.GridId))
            .OrderBy(p => p.AreaPath)
            .ThenBy(p => p.Id)
            .Take(MostOwn)
            .ToListAsync(ct);
        return TypedResults.Ok(new OwnPlans(await desk.Show(plans, ct)));
    }

    private static async Task<Ok<PatrolPlanView>> Read(
        PatrolPlanId id,
        PatrolDesk desk,
        HttpContext http,
        CancellationToken ct
    )
    {
        var plan = await desk.Find(id, ct);
        Kernel.Storage.ExpectedRevision.Show(http, plan.Revision);
        return TypedResults.Ok((await desk.Show([plan], ct))[0]);
    }
}
