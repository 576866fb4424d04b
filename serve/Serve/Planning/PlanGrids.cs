using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Planning;

/// <summary>How full the grids of a county or a smaller area are, and what would even it out. Numbers only: no names of people.</summary>
internal static class PlanGrids
{
    /// <summary>Most grids of one answer, half of them the fullest; the numbers count all of them.</summary>
    public const int Most = 200;

    /// <summary>Most proposals, of the fullest grids first. Who has taken so many asks again.</summary>
    public const int MostProposals = 100;

    private const int MostInCounty = 5_000;

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
        IReadOnlyList<ProposedGrid> Grids,
        int Into,
        int WorkersBefore,
        int WorkersAfter,
        double LoadBefore,
        double LoadAfter
    );

    /// <summary>What is shown of a grid beside a proposal.</summary>
    internal sealed record ProposedGrid(
        GridId Id,
        string Code,
        string Name,
        double WorkHours,
        double Load,
        [property: OneOf(GridPlanner.Fit, GridPlanner.Overloaded, GridPlanner.Idle, GridPlanner.Unstaffed)]
            string Verdict,
        GeoPoint? Position
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
        GeoPoint? Position
    );

    /// <summary>What a plan is made of, of each grid.</summary>
    internal sealed record Planned(
        GridId Id,
        string Code,
        string Name,
        string Kind,
        string? Use,
        string AreaPath,
        int Households,
        double SquareMetres,
        double? Latitude,
        double? Longitude,
        int Boundary
    )
    {
        public DrawnGrid Drawn => new(Id, Boundary);
    }

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
        KnownEdges known,
        CancellationToken ct
    )
    {
        if (areas.Find(area) is not { Level: >= 6 } of)
            throw Refused.Invalid("plan.area-too-large", "area");
        if (!db.Actor.Scope.Holds(of.Path))
            throw Refused.Invalid("area.out-of-scope", "area");
        var grids = await Grids(db, of.Path, ct);
        var figures = await cases.ByPath(of.Path, ct);
        var staff = await Staffed(db, of.Path, ct);
        var limits = PlanLimits.Default;
        var loads = grids
            .Values.Select(g => GridPlanner.Judge(Work(g, figures, staff), limits))
            .OrderByDescending(l => l.Load)
            .ThenBy(l => l.Work.Code, StringComparer.Ordinal)
            .ToList();
        var edges = new Edges(grids, known);
        var proposals = GridPlanner.Propose(loads, limits, edges.AreShared);
        if (edges.LacksBoundaries)
        {
            await edges.Read(db, of.Path, ct);
            proposals = GridPlanner.Propose(loads, limits, edges.AreShared);
        }
        var byCode = loads.ToDictionary(l => l.Work.Code, StringComparer.Ordinal);
        return TypedResults.Ok(
            new PlanView(
                of.Code,
                loads.Count,
                loads.Count(l => l.Verdict == GridPlanner.Overloaded),
                loads.Count(l => l.Verdict == GridPlanner.Idle),
                loads.Count(l => l.Verdict == GridPlanner.Unstaffed),
                loads.Sum(l => l.Work.Workers),
                loads.Count == 0 ? 0 : Math.Round(loads.Average(l => l.Load), 3),
                limits,
                [.. loads.Take(Most / 2).Select(l => View(l, grids[l.Work.Code]))],
                [
                    .. loads
                        .Skip(Math.Max(Most / 2, loads.Count - (Most / 2)))
                        .Reverse()
                        .Select(l => View(l, grids[l.Work.Code])),
                ],
                [.. loads.Select(l => new Mark(grids[l.Work.Code].Id, Math.Round(l.Load, 3), l.Verdict))],
                [.. proposals.Take(MostProposals).Select(p => View(p, grids, byCode))]
            )
        );
    }

    // By code.
    private static async Task<Dictionary<string, Planned>> Grids(ServeDb db, string path, CancellationToken ct) =>
        await ListGrids
            .Chosen(db.Grids.AsNoTracking().ToBeServed(), path, null, null, closed: false)
            .OrderBy(g => g.Code)
            .Take(MostInCounty)
            .Select(g => new Planned(
                g.Id,
                g.Code,
                g.Name,
                g.Kind,
                g.Use,
                g.AreaPath,
                g.Households,
                g.SquareMetres,
                g.Latitude,
                g.Longitude,
                g.Boundary
            ))
            .ToDictionaryAsync(g => g.Code, StringComparer.Ordinal, ct);

    private static ProposalView View(
        PlanProposal proposal,
        Dictionary<string, Planned> grids,
        Dictionary<string, GridLoad> loads
    ) =>
        new(
            proposal.Kind,
            [.. proposal.Grids.Select(code => Proposed(loads[code], grids[code]))],
            proposal.Into,
            proposal.WorkersBefore,
            proposal.WorkersAfter,
            Math.Round(proposal.LoadBefore, 3),
            Math.Round(proposal.LoadAfter, 3)
        );

    private static ProposedGrid Proposed(GridLoad load, Planned grid) =>
        new(
            grid.Id,
            grid.Code,
            grid.Name,
            Math.Round(load.WorkHours, 1),
            Math.Round(load.Load, 3),
            load.Verdict,
            load.Work.Position
        );

    // How many of those who serve each grid are there; none of whom are, zero.
    private static async Task<Dictionary<GridId, int>> Staffed(ServeDb db, string path, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var (low, high) = AreaScope.Below(path);
        var absent = db.Leaves.Where(l => l.From <= now && l.Until > now).Select(l => l.AbsentPost);
        var posts = await db
            .GridPosts.AsNoTracking()
            .Serving(now)
            .Where(p => string.Compare(p.AreaPath, low) >= 0 && string.Compare(p.AreaPath, high) < 0)
            // Not asked of each post on its own: no index leads from a post to its leaves.
            .Select(p => new { p.GridId, Away = absent.Contains(p.Post) })
            .ToListAsync(ct);
        return posts.GroupBy(p => p.GridId).ToDictionary(g => g.Key, g => g.Count(p => !p.Away));
    }

    private static GridWork Work(
        Planned grid,
        IReadOnlyDictionary<string, CaseFigures> figures,
        Dictionary<GridId, int> staff
    )
    {
        var cases = figures.GetValueOrDefault(grid.AreaPath);
        return new GridWork(
            grid.Code,
            grid.Households,
            grid.SquareMetres,
            grid is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null,
            cases?.Open ?? 0,
            cases?.New ?? 0,
            staff.GetValueOrDefault(grid.Id),
            staff.ContainsKey(grid.Id)
        );
    }

    private static LoadView View(GridLoad load, Planned grid) =>
        new(
            grid.Id,
            grid.Code,
            grid.Name,
            load.Work.Households,
            load.Work.OpenCases,
            load.Work.CasesAMonth,
            load.Work.Workers,
            Math.Round(load.WalkingHours, 1),
            Math.Round(load.WorkHours, 1),
            Math.Round(load.Load, 3),
            load.Verdict,
            load.Work.Position
        );
}
