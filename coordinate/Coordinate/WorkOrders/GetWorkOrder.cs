using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>One work order with its history and report; that somebody looked is written down.</summary>
internal static class GetWorkOrder
{
    public static void Map(IEndpointRouteBuilder orders) =>
        orders
            .MapGet("/{id}", Handle)
            .WithName("GetWorkOrder")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.WorkOrdersRead, CasePurposes.All);

    private static async Task<Ok<WorkOrderView>> Handle(
        WorkOrderId id,
        HttpContext http,
        CoordinateDb db,
        WorkOrderDesk orders,
        CaseDesk desk
    )
    {
        var ct = http.RequestAborted;
        var view = await orders.View(await orders.Get(id, ct), null, desk.Now(), ct);
        db.Audit("work-order.seen", "work-order", id.ToString());
        await db.SaveChangesAsync(ct);
        EntityTag.Show(http, view.Revision);
        return TypedResults.Ok(view);
    }
}
