using Fourfold.Contracts;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>What a work order is to say; unit and due time are already decided.</summary>
internal sealed record WorkOrderDraft(
    WorkOrderId Id,
    UnitSummary Unit,
    PostSummary? Post,
    RoutingWhy Routing,
    string Title,
    string Instruction,
    DateTimeOffset DueAt
);

/// <summary>Why this unit: a code with numbers.</summary>
/// <param name="Code"><c>routing.sector</c>, <c>routing.area</c>, <c>routing.nearest</c>, <c>routing.nearest-straight</c>, or <c>routing.chosen</c> by a person.</param>
/// <param name="Parameters">Distance, department and the like.</param>
internal sealed record RoutingWhy(string Code, IReadOnlyDictionary<string, object?> Parameters);
