using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Leading;

/// <summary>What is at risk in an area: numbers of it and of the areas right below, and the most pressing cases. Numbers of places, never of people.</summary>
/// <remarks>Leaves the area filter: its "or takes part" keeps both stores from the index; the area is held against the actor's before.</remarks>
internal static class ReadRisks
{
    /// <summary>Due within this time is at risk.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>Most cases that are shown one by one.</summary>
    public const int MostCases = 50;

    /// <param name="AreaCode">Of the area.</param>
    /// <param name="Name">Of the area; null for a grid.</param>
    /// <param name="Numbers">Of all of it.</param>
    /// <param name="Below">Of the areas right below it.</param>
    /// <param name="Cases">Overdue, due within a day, supervised or waiting to be verified: the most pressing first.</param>
    /// <param name="At">When it was counted.</param>
    internal sealed record RisksView(
        string AreaCode,
        string? Name,
        RiskNumbers Numbers,
        IReadOnlyList<AreaRisks> Below,
        IReadOnlyList<CaseItem> Cases,
        DateTimeOffset At
    );

    /// <summary>Numbers of an area below.</summary>
    internal sealed record AreaRisks(string AreaCode, string Name, RiskNumbers Numbers);

    /// <param name="Open">Open cases.</param>
    /// <param name="Overdue">Those of them whose time is over.</param>
    /// <param name="Soon">Those whose time is over within a day.</param>
    /// <param name="Supervised">Those with a card.</param>
    /// <param name="ToVerify">Those that are done and wait to be verified.</param>
    /// <param name="OrdersOverdue">Open work orders whose time is over.</param>
    internal sealed record RiskNumbers(int Open, int Overdue, int Soon, int Supervised, int ToVerify, int OrdersOverdue)
    {
        public static RiskNumbers Sum(IEnumerable<Row> rows) =>
            rows.Aggregate(
                new RiskNumbers(0, 0, 0, 0, 0, 0),
                (sum, row) =>
                    new RiskNumbers(
                        sum.Open + row.Open,
                        sum.Overdue + row.Overdue,
                        sum.Soon + row.Soon,
                        sum.Supervised + row.Supervised,
                        sum.ToVerify + row.ToVerify,
                        sum.OrdersOverdue + row.OrdersOverdue
                    )
            );
    }

    internal sealed record Row(
        string Path,
        int Open,
        int Overdue,
        int Soon,
        int Supervised,
        int ToVerify,
        int OrdersOverdue
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/risks", Handle)
            .WithName("ReadRisks")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesRead, CasePurposes.All);

    private static async Task<Ok<RisksView>> Handle(
        string? area,
        CoordinateDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var path = LedArea.Of(area, db.Actor);
        var now = db.Clock.GetUtcNow();
        var rows = await Rows(db, path, now, ct);
        var children = areas.ShownChildrenOf(path);
        var shares = AreaShares.ByChild(children, rows, r => r.Path);
        var shown = await Pressing(db, path, now, ct);
        await WriteDown(db, shown, ct);
        return TypedResults.Ok(
            new RisksView(
                path,
                areas.Find(path)?.Name,
                RiskNumbers.Sum(rows),
                [.. children.Select(c => new AreaRisks(c.Code, c.Name, RiskNumbers.Sum(shares[c.Code])))],
                [.. shown.Select(CaseViewer.Item)],
                now
            )
        );
    }

    private static async Task<List<Row>> Rows(CoordinateDb db, string path, DateTimeOffset now, CancellationToken ct)
    {
        var soon = now + Soon;
        var cases = await OpenIn(db, path)
            .GroupBy(c => c.AreaPath)
            .Select(g => new Row(
                g.Key,
                g.Count(),
                g.Count(c => c.Overdue),
                g.Count(c => !c.Overdue && !c.Suspended && c.DeadlineAt < soon),
                g.Count(c => c.Card != null),
                g.Count(c => c.State == CaseState.Resolved),
                0
            ))
            .ToListAsync(ct);
        var orders = await db
            .WorkOrders.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .AsNoTracking()
            .Where(w => w.IsOpen && w.DueAt < now)
            .Within(AreaScope.Below(path))
            .GroupBy(w => w.AreaPath)
            .Select(g => new Row(g.Key, 0, 0, 0, 0, 0, g.Count()))
            .ToListAsync(ct);
        return [.. cases, .. orders];
    }

    private static Task<List<Case>> Pressing(CoordinateDb db, string path, DateTimeOffset now, CancellationToken ct)
    {
        var soon = now + Soon;
        return OpenIn(db, path)
            .Where(c => c.Overdue || c.DeadlineAt < soon || c.Card != null || c.State == CaseState.Resolved)
            .OrderBy(c => c.DeadlineAt)
            .ThenBy(c => c.Number)
            .Take(MostCases)
            .ToListAsync(ct);
    }

    /// <summary>Open cases of an area that is known to be the actor's.</summary>
    internal static IQueryable<Case> OpenIn(CoordinateDb db, string path) =>
        db
            .Cases.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .AsNoTracking()
            .Where(c => c.IsOpen)
            .Within(AreaScope.Below(path));

    /// <summary>A title that a person wrote may name somebody: that it was shown is written down.</summary>
    internal static Task WriteDown(CoordinateDb db, IEnumerable<Case> shown, CancellationToken ct)
    {
        var inWords = shown.Where(c => c.Title.Text is not null).Select(c => c.Id).ToArray();
        if (inWords.Length == 0)
            return Task.CompletedTask;
        db.Audit("cases.listed", "case", "*", new { Ids = inWords });
        return db.SaveChangesAsync(ct);
    }
}
