using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Serve.Patrols;

/// <summary>Finds plans and says how they stand: when they are due, and how often each point was seen lately. Numbers of places, never of people.</summary>
internal sealed class PatrolDesk(ServeDb db, IOptions<ServeOptions> options)
{
    /// <summary>Hours that local time is ahead of UTC.</summary>
    public double UtcOffsetHours => options.Value.UtcOffsetHours;

    /// <summary>The plan, if its grid is one of the actor's area.</summary>
    /// <exception cref="Refused">404 <c>patrol-plan.unknown</c>.</exception>
    public async Task<PatrolPlan> Find(PatrolPlanId id, CancellationToken ct) =>
        await db.PatrolPlans.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw Refused.NotFound("patrol-plan.unknown");

    /// <summary>Those grids that the actor serves now, under their own post or one they stand in for.</summary>
    public async Task<IReadOnlyList<GridId>> Served(CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        PostId[] posts = db.Actor.Post is { } own ? [own, .. db.Actor.StandsInFor] : [.. db.Actor.StandsInFor];
        return await db
            .GridPosts.AsNoTracking()
            .Where(p => posts.Contains(p.Post))
            .Serving(now)
            .Select(p => p.GridId)
            .Distinct()
            .ToListAsync(ct);
    }

    /// <summary>A page of plans as they are shown.</summary>
    public async Task<IReadOnlyList<PatrolPlanView>> Show(IReadOnlyList<PatrolPlan> plans, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var since = now - DeletePatrols.Kept;
        var ids = plans.Select(p => p.Id).ToArray();
        var grids = plans.Select(p => p.GridId).Distinct().ToArray();
        var names = await db
            .Grids.AsNoTracking()
            .Where(g => grids.Contains(g.Id))
            .Select(g => new
            {
                g.Id,
                g.Code,
                g.Name,
            })
            .ToDictionaryAsync(g => g.Id, ct);
        var walks = await db
            .Patrols.AsNoTracking()
            .Where(w => ids.Contains(w.Plan) && w.StartedAt >= since)
            .GroupBy(w => w.Plan)
            .Select(g => new
            {
                Plan = g.Key,
                Walks = g.Count(),
                Whole = g.Count(w => w.Done >= w.Points),
            })
            .ToDictionaryAsync(w => w.Plan, ct);
        var seen = await Seen(ids, since, ct);
        return
        [
            .. plans.Select(p => new PatrolPlanView(
                p.Id,
                p.GridId,
                names[p.GridId].Code,
                names[p.GridId].Name,
                p.Name,
                [.. p.Points.Select(point => Point(point, seen.GetValueOrDefault((p.Id, point.Id))))],
                p.EveryDays,
                p.ByHour,
                p.DueAt(now, UtcOffsetHours),
                p.LastAt,
                walks.GetValueOrDefault(p.Id)?.Walks ?? 0,
                walks.GetValueOrDefault(p.Id)?.Whole ?? 0,
                p.EndedAt,
                p.Revision
            )),
        ];
    }

    private async Task<Dictionary<(PatrolPlanId, Guid), PointCount>> Seen(
        PatrolPlanId[] plans,
        DateTimeOffset since,
        CancellationToken ct
    ) =>
        await db
            .CheckIns.AsNoTracking()
            .Join(
                db.Patrols.Where(w => plans.Contains(w.Plan) && w.StartedAt >= since),
                c => c.PatrolId,
                w => w.Id,
                (c, w) =>
                    new
                    {
                        w.Plan,
                        c.PointId,
                        c.ByHand,
                    }
            )
            .GroupBy(c => new { c.Plan, c.PointId })
            .Select(g => new
            {
                g.Key.Plan,
                g.Key.PointId,
                Times = g.Count(),
                ByHand = g.Count(c => c.ByHand),
            })
            .ToDictionaryAsync(g => (g.Plan, g.PointId), g => new PointCount(g.Times, g.ByHand), ct);

    private static PatrolPointView Point(PatrolPoint point, PointCount? seen) =>
        new(point.Id, point.Name, point.Position, point.RadiusMetres, seen?.Times ?? 0, seen?.ByHand ?? 0);

    private sealed record PointCount(int Times, int ByHand);
}
