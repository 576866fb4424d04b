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
        CheckDue(request.DueAt, of, act);
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

    /// <summary>Refuses (422) a time that is over, too far, or after the deadline of a case that still has time.</summary>
    public static void CheckDue(DateTimeOffset? due, Case of, Act act)
    {
        if (due <= act.RecordedAt)
            throw Refused.Invalid("work-order.due-past", "dueAt");
        if (due > act.RecordedAt + Case.LongestTime)
            throw Refused.Invalid("case.due-too-late", "dueAt").With("mostDays", Case.LongestTime.TotalDays);
        if (due > of.DeadlineAt && of.DeadlineAt > act.RecordedAt)
            throw Refused.Invalid("work-order.due-after-case", "dueAt").With("deadlineAt", of.DeadlineAt);
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
