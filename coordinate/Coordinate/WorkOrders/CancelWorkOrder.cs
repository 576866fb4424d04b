using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>The desk takes work back that is no longer needed.</summary>
internal static class CancelWorkOrder
{
    private static readonly string[] Reasons = ["not-needed", "wrong-unit", "other"];

    /// <param name="Reason"><c>not-needed</c>, <c>wrong-unit</c> or <c>other</c>, with a note.</param>
    /// <param name="Note">Words.</param>
    /// <param name="ExpectedRevision">The work order's revision the person saw; or <c>If-Match</c>.</param>
    public sealed record CancelWorkOrderRequest(string Reason, string? Note = null, int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder orders) =>
        orders
            .MapPost("/{id}/cancel", Handle)
            .WithName("CancelWorkOrder")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .NeedsPurpose(Permission.CasesAssign, CasePurposes.All);

    private static async Task<Ok<WorkOrderView>> Handle(
        WorkOrderId id,
        CancelWorkOrderRequest request,
        ExpectedRevision known,
        HttpContext http,
        WorkOrderDesk orders,
        CaseDesk desk
    )
    {
        var ct = http.RequestAborted;
        if (!Reasons.Contains(request.Reason, StringComparer.Ordinal))
            throw Refused.Invalid("work-order.reason-unknown", "reason").With("known", Reasons);
        if (request.Reason == "other" && string.IsNullOrWhiteSpace(request.Note))
            throw Refused.Invalid("case.note-missing", "note");
        if (request.Note?.Length > TimelineEntry.MaxText)
            throw Refused.Invalid("note.length", "note").With("most", TimelineEntry.MaxText);
        var expected = known.Of(request.ExpectedRevision);
        var seen = await orders.Get(id, ct);
        await desk.Change(
            seen.CaseId,
            null,
            "work-order-cancelled",
            async (found, act) =>
            {
                var order = found.WorkOrders.First(w => w.Id == id);
                if (order.Revision != expected)
                    throw Refused.Stale(expected, order.Revision, await orders.View(order, found, act, ct));
                found.Cancel(order, request.Reason, request.Note, act);
            },
            ct
        );
        var view = await orders.View(await orders.Get(id, ct), null, desk.Now(), ct);
        EntityTag.Show(http, view.Revision);
        return TypedResults.Ok(view);
    }
}
