using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>Gives work to a unit: the one that was chosen, or the one whose sector it is.</summary>
internal static class IssueWorkOrder
{
    /// <param name="Instruction">What is to be done.</param>
    /// <param name="Title">A short name, or none.</param>
    /// <param name="UnitId">The unit; without one the routing decides and says why.</param>
    /// <param name="PostId">One post of the unit, or anyone of it.</param>
    /// <param name="DueAt">Until when; without one, by the case's urgency.</param>
    /// <param name="Department">Which department the routing looks among; police without one.</param>
    /// <param name="ExpectedRevision">The case's revision the person saw, if that matters; or <c>If-Match</c>.</param>
    public sealed record IssueWorkOrderRequest(
        string Instruction,
        string? Title = null,
        UnitId? UnitId = null,
        PostId? PostId = null,
        DateTimeOffset? DueAt = null,
        string? Department = null,
        int? ExpectedRevision = null
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/work-orders", Handle)
            .WithName("IssueWorkOrder")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesAssign, CasePurposes.All);

    private static async Task<Created<WorkOrderView>> Handle(
        CaseId id,
        IssueWorkOrderRequest request,
        ExpectedRevision known,
        HttpContext http,
        CaseDesk desk,
        WorkOrderDrafts drafts,
        CaseViewer viewer,
        CancellationToken ct
    )
    {
        WorkOrder? issued = null;
        var changed = await desk.Change(
            id,
            known.Header ?? request.ExpectedRevision,
            "work-order-issued",
            async (found, act) => issued = found.Issue(await drafts.Make(request, found, act, ct), act),
            ct
        );
        var names = await viewer.Names([.. WorkOrderViewer.People(issued!)], ct); // Set by the change.
        var view = WorkOrderViewer.Whole(issued!, desk.Now(), names, WorkOrderCase.Of(changed)); // As above.
        EntityTag.Show(http, view.Revision);
        return TypedResults.Created($"/api/v1/work-orders/{view.Id}", view);
    }
}
