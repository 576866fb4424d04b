using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>Decides who is to do it and until when.</summary>
internal sealed class WorkOrderDrafts(
    IUnitDirectory units,
    IPeople people,
    Deadlines.Deadlines deadlines,
    CaseDesk desk
)
{
    /// <summary>A draft with unit and due time; 422 names what is wrong.</summary>
    public async Task<WorkOrderDraft> Make(
        IssueWorkOrder.IssueWorkOrderRequest request,
        Case of,
        Act act,
        CancellationToken ct
    )
    {
        var instruction = request.Instruction.Trim();
        if (instruction.Length is 0 or > WorkOrderMap.MaxInstruction)
            throw Refused
                .Invalid("work-order.instruction-length", "instruction")
                .With("most", WorkOrderMap.MaxInstruction);
        if (request.Title?.Length > WorkOrderMap.MaxTitle)
            throw Refused.Invalid("work-order.title-length", "title").With("most", WorkOrderMap.MaxTitle);
        if (request.DueAt is { } asked && asked <= act.RecordedAt)
            throw Refused.Invalid("work-order.due-past", "dueAt");
        var (unit, why) = await Choose(request, of, act, ct);
        return new WorkOrderDraft(
            desk.NewWorkOrderId(),
            unit,
            request.PostId is { } post ? await Post(post, unit, ct) : null,
            why,
            request.Title?.Trim() ?? "",
            instruction,
            request.DueAt?.ToUniversalTime()
                ?? await deadlines.OfWorkOrder(of.Urgency, act.RecordedAt, of.DeadlineAt, ct)
        );
    }

    private async Task<(UnitSummary Unit, RoutingWhy Why)> Choose(
        IssueWorkOrder.IssueWorkOrderRequest request,
        Case of,
        Act act,
        CancellationToken ct
    )
    {
        if (request.UnitId is { } chosen)
            return (
                await units.Find(chosen, ct) ?? throw Refused.Invalid("unit.unknown", "unitId"),
                new RoutingWhy("routing.chosen", new Dictionary<string, object?>(StringComparer.Ordinal))
            );
        if (of.Position is not { } place)
            throw Refused.Invalid("work-order.place-missing", "unitId");
        var department = request.Department ?? act.Limits.AlertDepartment;
        var routing =
            await units.Route(place, department, ct)
            ?? throw Refused.Invalid("routing.none", "department").With("department", department);
        return (
            routing.Unit,
            new RoutingWhy(
                routing.Code,
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["unit"] = routing.Unit.Name,
                    ["department"] = department,
                    ["distanceMetres"] = routing.DistanceMetres is { } metres ? Math.Round(metres) : null,
                    ["synthetic"] = routing.Unit.Synthetic,
                }
            )
        );
    }

    private async Task<PostSummary> Post(PostId id, UnitSummary unit, CancellationToken ct) =>
        await people.FindPost(id, ct) is { } post && post.Unit == unit.Id
            ? post
            : throw Refused.Invalid("work-order.post-not-of-unit", "postId");
}
