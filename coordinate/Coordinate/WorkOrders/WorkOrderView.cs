using System.Text.Json.Serialization;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Privacy;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>A work order as its unit and the desk see it. Personal data inside the report and the history.</summary>
internal sealed record WorkOrderView : IShowsPersonalData
{
    string IShowsPersonalData.SubjectKind => "work-order";
    string IShowsPersonalData.SubjectId => Id.ToString();
    public required WorkOrderId Id { get; init; }
    public required string Number { get; init; }
    public required int Revision { get; init; }
    public required CaseId CaseId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>Two digits of the event class list, as the case is classed now.</summary>
    public required string CaseClass { get; init; }
    public required WorkOrderState State { get; init; }
    public required string Title { get; init; }
    public required string Instruction { get; init; }
    public required UnitRef Unit { get; init; }
    public required PostRef? Post { get; init; }
    public required GeoPoint? Position { get; init; }

    [OneOf(1, 2, 3, 4)]
    public required int Level { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required bool Overdue { get; init; }
    public required PersonRef? AcceptedBy { get; init; }

    /// <summary>Steps this person may go now; the kind of the command is <c>work-order.</c> and the step.</summary>
    public required IReadOnlyList<string> Allowed { get; init; }
    public required RoutingWhy Routing { get; init; }

    /// <summary>Why it was sent: the case's first alert; null in lists of a case, which shows its alerts beside.</summary>
    public required WorkOrderAlert? Alert { get; init; }
    public required ReportView? Report { get; init; }

    /// <summary>Oldest first; empty in lists.</summary>
    public required IReadOnlyList<WorkOrderStepView> History { get; init; }
    public required bool Simulated { get; init; }
}

/// <summary>The post a work order was given to.</summary>
internal sealed record PostRef(PostId Id, string PersonName);

/// <summary>What the person on the way must know of the alert.</summary>
internal sealed record WorkOrderAlert(
    AlertId Id,
    [OneOf(1, 2, 3, 4)] int Level,
    IReadOnlyList<Reason> Reasons,
    AlertSubject Subject,
    Guid TrackId
);

/// <summary>A report with names.</summary>
internal sealed record ReportView(
    [OneOf(typeof(OutcomeCodes))] string Result,
    string Reason,
    string? Note,
    GeoPoint? Position,
    IReadOnlyList<FileId> Photos,
    IReadOnlyList<SeizedItem> Seized,
    PersonRef? By,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt
);

/// <summary>
/// One step with its three times; <c>at</c> is the device's, or when it was received. <c>videos</c> and <c>sounds</c> are
/// those of the photos that are videos and spoken words.
/// </summary>
internal sealed record WorkOrderStepView(
    [property: JsonPropertyName("step")] string Name,
    WorkOrderState State,
    PersonRef? Actor,
    string Unit,
    DateTimeOffset At,
    DateTimeOffset? DeviceAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset RecordedAt,
    string? Reason,
    string? Text,
    GeoPoint? Position,
    IReadOnlyList<FileId> Photos,
    IReadOnlyList<FileId> Videos,
    IReadOnlyList<FileId> Sounds
);
