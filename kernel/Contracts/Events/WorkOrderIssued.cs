namespace Fourfold.Contracts;

/// <summary>A piece of work was given to a unit, or one of its posts.</summary>
public sealed record WorkOrderIssued(
    WorkOrderId WorkOrder,
    CaseId Case,
    UnitId Unit,
    PostId? Post,
    DateTimeOffset DueAt,
    bool Simulated,
    DateTimeOffset At
) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "coordinate.work-order-issued";

    /// <inheritdoc/>
    public static int SchemaVersion => 1;

    /// <inheritdoc/>
    public string OrderingKey => Case.ToString();
}
