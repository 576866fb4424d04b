using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>Work orders: my own, my unit's, or all I may see; open ones by their due time, all of them newest first. Which were looked at is written down.</summary>
internal static class ListWorkOrders
{
    public static void Map(IEndpointRouteBuilder orders) =>
        orders
            .MapGet("", Handle)
            .WithName("ListWorkOrders")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.WorkOrdersRead, CasePurposes.All);

    private static async Task<Ok<Page<WorkOrderView>>> Handle(
        string? scope,
        bool? open,
        int? limit,
        string? cursor,
        CoordinateDb db,
        CaseDesk desk,
        CaseViewer viewer,
        CancellationToken ct
    )
    {
        var act = desk.Now();
        var size = Page.Limit(limit);
        var mine = Scoped(db.WorkOrders.AsNoTracking(), scope ?? "unit", act.Actor);
        var rows = await Ordered(mine, open ?? true, CaseKey.Read(cursor)).Take(size + 1).ToListAsync(ct);
        var shown = rows.Take(size).ToList();
        if (shown.Count > 0)
        {
            db.Audit("work-orders.listed", "work-order", "*", new { Ids = shown.Select(w => w.Id) });
            await db.SaveChangesAsync(ct);
        }
        var names = await viewer.Names([.. shown.SelectMany(WorkOrderViewer.People)], ct);
        var cases = await WorkOrderCase.Of(db, shown, ct);
        return TypedResults.Ok(
            Page.Of(
                rows,
                size,
                w => WorkOrderViewer.Item(w, act, names, cases[w.CaseId]),
                w => CaseKey.Of(open ?? true ? w.DueAt : w.IssuedAt, w.Number)
            )
        );
    }

    private static IQueryable<WorkOrder> Scoped(IQueryable<WorkOrder> orders, string scope, Actor actor)
    {
        // Those of people on leave come to who stands in for them.
        PostId?[] meanwhile = [.. actor.StandsInFor.Select(p => (PostId?)p)];
        var (unit, post, person) = (actor.Unit ?? default, actor.Post ?? default, actor.Person ?? default);
        return scope switch
        {
            "mine" => orders.Where(w =>
                (w.Unit == unit && (w.Post == post || w.AcceptedBy == person)) || meanwhile.Contains(w.Post)
            ),
            "unit" => orders.Where(w => w.Unit == unit || meanwhile.Contains(w.Post)),
            "all" => orders,
            _ => throw Refused.Invalid("work-orders.scope-unknown", "scope"),
        };
    }

    private static IQueryable<WorkOrder> Ordered(IQueryable<WorkOrder> orders, bool open, CaseKey? after)
    {
        if (open)
        {
            if (after is var (due, number))
                orders = orders.Where(w => w.DueAt >= due && (w.DueAt > due || string.Compare(w.Number, number) > 0));
            return orders.Where(w => w.IsOpen).OrderBy(w => w.DueAt).ThenBy(w => w.Number);
        }
        if (after is var (issued, last))
            orders = orders.Where(w =>
                w.IssuedAt <= issued && (w.IssuedAt < issued || string.Compare(w.Number, last) < 0)
            );
        return orders.OrderByDescending(w => w.IssuedAt).ThenByDescending(w => w.Number);
    }
}
