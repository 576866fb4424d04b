using System.Text.Json.Serialization;
using Fourfold.Coordinate.Cases.Machine;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>Where a work order stands.</summary>
[JsonConverter(typeof(Kebab<WorkOrderState>))]
internal enum WorkOrderState
{
    /// <summary>已派出: the unit has not answered.</summary>
    Issued,

    /// <summary>已接收.</summary>
    Accepted,

    /// <summary>在途.</summary>
    UnderWay,

    /// <summary>到场.</summary>
    OnScene,

    /// <summary>已反馈, waiting for verification.</summary>
    Reported,

    /// <summary>核查通过.</summary>
    Verified,

    /// <summary>退回 by the unit.</summary>
    Returned,

    /// <summary>撤销 by the desk.</summary>
    Cancelled,
}

/// <summary>One row of a work order's life.</summary>
/// <param name="From">The states it may begin in.</param>
/// <param name="Name">Its name; commands are called <c>work-order.</c> and this.</param>
/// <param name="To">Where it leads; null when the state stays.</param>
/// <param name="ByUnit">Done by the unit that has it; otherwise by the desk, or by the case's own transitions.</param>
/// <param name="Meaning">What it is for.</param>
internal sealed record WorkOrderStep(
    IReadOnlyList<WorkOrderState> From,
    string Name,
    WorkOrderState? To,
    bool ByUnit,
    string Meaning
);

/// <summary>The life of a work order as data. What is not in this table is refused.</summary>
internal static class WorkOrderMachine
{
    /// <summary>Somebody of the unit still has something to do.</summary>
    public static readonly IReadOnlyList<WorkOrderState> Open =
    [
        WorkOrderState.Issued,
        WorkOrderState.Accepted,
        WorkOrderState.UnderWay,
        WorkOrderState.OnScene,
    ];

    /// <summary>All steps.</summary>
    public static readonly IReadOnlyList<WorkOrderStep> Steps =
    [
        new([WorkOrderState.Issued], "accept", WorkOrderState.Accepted, true, "the unit takes it; signs the case"),
        new([WorkOrderState.Accepted], "set-out", WorkOrderState.UnderWay, true, "on the way"),
        // Whoever stands beside the place already has no way to go.
        new([WorkOrderState.Accepted, WorkOrderState.UnderWay], "arrive", WorkOrderState.OnScene, true, "at the place"),
        new(
            [WorkOrderState.Accepted, WorkOrderState.UnderWay, WorkOrderState.OnScene],
            "report",
            WorkOrderState.Reported,
            true,
            "the last one resolves the case"
        ),
        new(Open, "return", WorkOrderState.Returned, true, "with a reason"),
        new([.. Open, WorkOrderState.Reported], "note", null, true, "words and pictures at any time"),
        new([WorkOrderState.Reported], "verify", WorkOrderState.Verified, false, "with the case's verify_pass"),
        new([WorkOrderState.Reported], "send-back", WorkOrderState.Accepted, false, "with the case's verify_fail"),
        new(Open, "cancel", WorkOrderState.Cancelled, false, "by the desk, or with transfer, merge and void"),
    ];

    /// <summary>Whether the unit still has something to do.</summary>
    public static bool IsOpen(this WorkOrderState state) => state <= WorkOrderState.OnScene;

    /// <summary>The step of this name from this state, or null when it is not allowed there.</summary>
    public static WorkOrderStep? Find(WorkOrderState from, string name) =>
        Steps.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal) && s.From.Contains(from));
}
