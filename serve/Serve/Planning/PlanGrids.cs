using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Planning;

/// <summary>How full the grids of a county or a smaller area are, and what would even it out. Numbers only: no names of people.</summary>
internal static class PlanGrids
{
    /// <summary>Most grids and most proposals of one answer, the fullest first; the numbers count all of them.</summary>
    public const int Most = 200;

    private const int MostInCounty = 5_000;
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>The plan of an area.</summary>
    internal sealed record PlanView(
        string Area,
        int Grids,
        int Overloaded,
        int Idle,
        int Unstaffed,
        int Workers,
        double MeanLoad,
        PlanLimits Limits,
        IReadOnlyList<LoadView> Fullest,
        IReadOnlyList<LoadView> Emptiest,
        IReadOnlyList<Mark> Marks,
        IReadOnlyList<ProposalView> Proposals
    );

    /// <summary>A <see cref="PlanProposal"/> with its grids as they are.</summary>
    internal sealed record ProposalView(
        [property: OneOf(GridPlanner.Split, GridPlanner.Merger, GridPlanner.Staff)] string Kind,
        IReadOnlyList<LoadView> Grids,
        int Into,
        int WorkersBefore,
        int WorkersAfter,
        double LoadBefore,
        double LoadAfter
    );

    /// <summary>What a map shows of each grid.</summary>
    internal sealed record Mark(
        GridId Id,
        double Load,
        [property: OneOf(GridPlanner.Fit, GridPlanner.Overloaded, GridPlanner.Idle, GridPlanner.Unstaffed)]
            string Verdict
    );

    /// <summary>One grid's load.</summary>
    internal sealed record LoadView(
        GridId Id,
        string Code,
        string Name,
        int Households,
        int OpenCases,
        int CasesAMonth,
        int Workers,
        double WalkingHours,
        double WorkHours,
        double Load,
        [property: OneOf(GridPlanner.Fit, GridPlanner.Overloaded, GridPlanner.Idle, GridPlanner.Unstaffed)]
            string Verdict,
        GeoPoint? Position,
        double SquareMetres
    );

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapGet("/plan", Handle)
            .WithName("PlanGrids")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);

    private static async Task<Ok<PlanView>> Handle(
        string area,
        ServeDb db,
        IAreaDirectory areas,
        ICaseFigures cases,
        CancellationToken ct
    )
    {
        if (areas.Find(area) is not { Level: >= 6 } of)
            throw Refused.Invalid("plan.area-too-large", "area");
        if (!db.Actor.Scope.Holds(of.Path))
            throw Refused.Invalid("area.out-of-scope", "area");
        var grids = await ListGrids
            .Chosen(db.Grids.AsNoTracking(), of.Path, null, null, closed: false)
            .Where(g => g.Kind != GridKinds.Micro)
            .OrderBy(g => g.Code)
            .Take(MostInCounty)
            .ToListAsync(ct);
        var figures = await cases.ByPath(of.Path, db.Clock.GetUtcNow() - Month, ct);
        var workers = await Workers(db, of.Path, ct);
        var limits = PlanLimits.Default;
        var loads = grids
            .Select(g => GridPlanner.Judge(Work(g, figures, workers), limits))
            .OrderByDescending(l => l.Load)
            .ToList();
        var ids = grids.ToDictionary(g => g.Code, g => (g.Id, g.Name), StringComparer.Ordinal);
        var byCode = loads.ToDictionary(l => l.Work.Code, l => View(l, ids), StringComparer.Ordinal);
        var idle = loads.Where(l => l.Verdict == GridPlanner.Idle).Select(l => ids[l.Work.Code].Id).ToHashSet();
        var edges = await Edges.Of(db, [.. grids.Where(g => idle.Contains(g.Id))], ct);
        var proposals = GridPlanner.Propose(loads, limits, edges.AreShared).Take(Most);
        return TypedResults.Ok(
            new PlanView(
                of.Code,
                loads.Count,
                loads.Count(l => l.Verdict == GridPlanner.Overloaded),
                idle.Count,
                loads.Count(l => l.Verdict == GridPlanner.Unstaffed),
                loads.Sum(l => l.Work.Workers),
                loads.Count == 0 ? 0 : Math.Round(loads.Average(l => l.Load), 3),
                limits,
                [.. loads.Take(Most / 2).Select(l => byCode[l.Work.Code])],
                [
                    .. loads
                        .Skip(Math.Max(Most / 2, loads.Count - (Most / 2)))
                        .Reverse()
                        .Select(l => byCode[l.Work.Code]),
                ],
                [.. loads.Select(l => new Mark(ids[l.Work.Code].Id, Math.Round(l.Load, 3), l.Verdict))],
                [.. proposals.Select(p => View(p, byCode))]
            )
        );
    }

    private static ProposalView View(PlanProposal proposal, Dictionary<string, LoadView> byCode) =>
        new(
            proposal.Kind,
            [.. proposal.Grids.Select(code => byCode[code])],
            proposal.Into,
            proposal.WorkersBefore,
            proposal.WorkersAfter,
            Math.Round(proposal.LoadBefore, 3),
            Math.Round(proposal.LoadAfter, 3)
        );

    private static async Task<Dictionary<GridId, int>> Workers(ServeDb db, string path, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var (low, high) = AreaScope.Below(path);
        return await db
            .GridPosts.AsNoTracking()
            .Where(p => string.Compare(p.AreaPath, low) >= 0 && string.Compare(p.AreaPath, high) < 0)
            .Where(p => p.From <= now && (p.Until == null || p.Until > now))
            .Where(p => !db.Leaves.Any(l => l.AbsentPost == p.Post && l.From <= now && l.Until > now))
            .GroupBy(p => p.GridId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    private static GridWork Work(
        Grid grid,
        IReadOnlyDictionary<string, CaseFigures> figures,
        Dictionary<GridId, int> workers
    )
    {
        var cases = figures.GetValueOrDefault(grid.AreaPath);
        return new GridWork(
            grid.Code,
            grid.Households,
            grid.SquareMetres,
            grid.Position,
            cases?.Open ?? 0,
            cases?.New ?? 0,
            workers.GetValueOrDefault(grid.Id)
        );
    }

    private static LoadView View(GridLoad load, Dictionary<string, (GridId Id, string Name)> ids) =>
        new(
            ids[load.Work.Code].Id,
            load.Work.Code,
            ids[load.Work.Code].Name,
            load.Work.Households,
            load.Work.OpenCases,
            load.Work.CasesAMonth,
            load.Work.Workers,
            Math.Round(load.WalkingHours, 1),
            Math.Round(load.WorkHours, 1),
            Math.Round(load.Load, 3),
            load.Verdict,
            load.Work.Position,
            load.Work.SquareMetres
        );
}
