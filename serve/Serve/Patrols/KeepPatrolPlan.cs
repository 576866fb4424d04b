using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Patrols;

/// <summary>Makes a plan for a grid, changes it, ends it.</summary>
internal static class KeepPatrolPlan
{
    /// <summary>Most plans of one grid that are in force.</summary>
    public const int MostOfGrid = 20;

    /// <param name="GridId">The grid.</param>
    /// <param name="Name">1 … 60 characters.</param>
    /// <param name="Points">In the order of the way, 1 … 40.</param>
    /// <param name="EveryDays">Days from one walk to the next, 1 … 92.</param>
    /// <param name="ByHour">Local hour by which it is to be walked, 1 … 24.</param>
    internal sealed record PlanRequest(
        GridId GridId,
        string Name,
        IReadOnlyList<PointRequest> Points,
        int EveryDays = 1,
        int ByHour = 18
    );

    /// <inheritdoc cref="PlanRequest"/>
    internal sealed record PlanChange(
        string Name,
        IReadOnlyList<PointRequest> Points,
        int EveryDays,
        int ByHour,
        int? ExpectedRevision = null
    );

    /// <param name="Name">1 … 60 characters.</param>
    /// <param name="Position">Its middle.</param>
    /// <param name="RadiusMetres">10 … 500.</param>
    /// <param name="Id">Of a point there was before; without one it is a new point.</param>
    internal sealed record PointRequest(string Name, GeoPoint Position, int RadiusMetres = 40, Guid? Id = null);

    internal sealed record EndPlan(int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder plans)
    {
        plans
            .MapPost("", Make)
            .WithName("MakePatrolPlan")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.PatrolsWrite);
        plans
            .MapPut("/{id}", Change)
            .WithName("ChangePatrolPlan")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.PatrolsWrite);
        plans
            .MapPost("/{id}/end", End)
            .WithName("EndPatrolPlan")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.PatrolsWrite);
    }

    private static async Task<Created<PatrolPlanView>> Make(
        PlanRequest request,
        GridDesk grids,
        PatrolDesk desk,
        ServeDb db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var grid = await grids.Find(request.GridId, ct);
        grid.RequireOpen();
        if (await db.PatrolPlans.CountAsync(p => p.GridId == grid.Id && p.EndedAt == null, ct) >= MostOfGrid)
            throw new Refused("patrol-plan.too-many").With("most", MostOfGrid);
        var now = db.Clock.GetUtcNow();
        var plan = new PatrolPlan
        {
            Id = Ids.New<PatrolPlanId>(db.Clock),
            GridId = grid.Id,
            AreaPath = grid.AreaPath,
            Name = Name(request.Name, "name"),
            Points = Points(request.Points, [], db.Clock),
            EveryDays = Within(request.EveryDays, 1, PatrolPlan.MostDays, "everyDays"),
            ByHour = Within(request.ByHour, 1, 24, "byHour"),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.PatrolPlans.Add(plan);
        await Save(db, plan, "made", ct);
        ExpectedRevision.Show(http, plan.Revision);
        return TypedResults.Created($"/api/v1/patrol-plans/{plan.Id}", (await desk.Show([plan], ct))[0]);
    }

    private static async Task<Ok<PatrolPlanView>> Change(
        PatrolPlanId id,
        PlanChange request,
        ExpectedRevision known,
        PatrolDesk desk,
        ServeDb db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var plan = await desk.Find(id, ct);
        var shown = (await desk.Show([plan], ct))[0];
        known.Meets(request.ExpectedRevision, plan.Revision, () => shown);
        plan.RequireOpen();
        plan.Name = Name(request.Name, "name");
        plan.Points = Points(request.Points, plan.Points, db.Clock);
        plan.EveryDays = Within(request.EveryDays, 1, PatrolPlan.MostDays, "everyDays");
        plan.ByHour = Within(request.ByHour, 1, 24, "byHour");
        plan.UpdatedAt = db.Clock.GetUtcNow();
        plan.Revision++;
        await Save(db, plan, "changed", ct);
        ExpectedRevision.Show(http, plan.Revision);
        return TypedResults.Ok((await desk.Show([plan], ct))[0]);
    }

    private static async Task<Ok<PatrolPlanView>> End(
        PatrolPlanId id,
        EndPlan request,
        ExpectedRevision known,
        PatrolDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        var plan = await desk.Find(id, ct);
        var shown = (await desk.Show([plan], ct))[0];
        known.Meets(request.ExpectedRevision, plan.Revision, () => shown);
        plan.End(db.Clock.GetUtcNow());
        plan.Revision++;
        await Save(db, plan, "ended", ct);
        return TypedResults.Ok((await desk.Show([plan], ct))[0]);
    }

    private static async Task Save(ServeDb db, PatrolPlan plan, string what, CancellationToken ct)
    {
        db.Audit(
            $"patrol-plan.{what}",
            "patrol-plan",
            plan.Id.ToString(),
            new { Points = plan.Points.Count, plan.Revision }
        );
        db.Tell("patrol-plan", plan.Id.ToString(), plan.Revision, what, plan.AreaPath);
        await db.SaveChangesAsync(ct);
    }

    private static string Name(string name, string field) =>
        name.Trim() is { Length: > 0 and <= PatrolPlan.LongestName } trimmed
            ? trimmed
            : throw Refused.Invalid("patrol-plan.name-length", field).With("most", PatrolPlan.LongestName);

    private static int Within(int number, int least, int most, string field) =>
        number >= least && number <= most
            ? number
            : throw Refused.Invalid("request.out-of-range", field).With("minimum", least).With("maximum", most);

    private static List<PatrolPoint> Points(
        IReadOnlyList<PointRequest> given,
        List<PatrolPoint> before,
        TimeProvider clock
    )
    {
        if (given.Count is 0 or > PatrolPlan.MostPoints)
            throw Refused.Invalid("patrol-plan.points-count", "points").With("most", PatrolPlan.MostPoints);
        var points = new List<PatrolPoint>(given.Count);
        foreach (var (index, point) in given.Index())
        {
            var at = $"points[{index}]";
            if (!point.Position.IsValid)
                throw Refused.Invalid("position.out-of-range", at + ".position");
            // An id that is not of this plan, or given twice, would mix up two places.
            var id = before.Exists(p => p.Id == point.Id) && !points.Exists(p => p.Id == point.Id) ? point.Id : null;
            points.Add(
                new PatrolPoint(
                    id ?? Ids.NewGuid(clock),
                    Name(point.Name, at + ".name"),
                    point.Position,
                    Within(point.RadiusMetres, PatrolPoint.LeastRadius, PatrolPoint.MostRadius, at + ".radiusMetres")
                )
            );
        }
        return points;
    }
}
