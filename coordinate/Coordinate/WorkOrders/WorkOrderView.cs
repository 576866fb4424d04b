using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>A work order as its unit and the desk see it. Personal data inside the report and the history.</summary>
internal sealed record WorkOrderView
{
    public required WorkOrderId Id { get; init; }
    public required string Number { get; init; }
    public required int Revision { get; init; }
    public required CaseId CaseId { get; init; }
    public required string CaseNumber { get; init; }
    public required WorkOrderState State { get; init; }
    public required CaseTitle Title { get; init; }
    public required string Instruction { get; init; }
    public required UnitRef Unit { get; init; }
    public required PostRef? Post { get; init; }
    public required GeoPoint? Position { get; init; }
    public required int Level { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required bool Overdue { get; init; }
    public required string? AcceptedBy { get; init; }

    /// <summary>Kinds of commands this person may send for it now.</summary>
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
internal sealed record PostRef(PostId Id, string Person);

/// <summary>What the person on the way must know of the alert.</summary>
internal sealed record WorkOrderAlert(
    AlertId Id,
    int Level,
    IReadOnlyList<Reason> Reasons,
    AlertSubject Subject,
    Guid TrackId
);

/// <summary>A report with names.</summary>
internal sealed record ReportView(
    string Result,
    string Reason,
    string? Note,
    GeoPoint? Position,
    IReadOnlyList<FileId> Photos,
    IReadOnlyList<SeizedItem> Seized,
    string? By,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt
);

/// <summary>One step with its three times.</summary>
/// <param name="Kind">issued, accept, set-out, arrive, report, return, note, verify, send-back, cancel, deadline-yellow, deadline-red.</param>
/// <param name="State">The state it led to.</param>
/// <param name="Actor">Name of the person, or null for the timer.</param>
/// <param name="Unit">Name of the person's unit.</param>
/// <param name="At">The device's time, or when it was received.</param>
/// <param name="DeviceTime">By the device's clock; null when done online.</param>
/// <param name="ReceivedAt">When the server got it.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Reason">A code, or null.</param>
/// <param name="Text">The person's own words, or null.</param>
/// <param name="Position">Where, or null.</param>
/// <param name="Photos">Stored files.</param>
internal sealed record WorkOrderStepView(
    string Kind,
    WorkOrderState State,
    string? Actor,
    string Unit,
    DateTimeOffset At,
    DateTimeOffset? DeviceTime,
    DateTimeOffset ReceivedAt,
    DateTimeOffset RecordedAt,
    string? Reason,
    string? Text,
    GeoPoint? Position,
    IReadOnlyList<FileId> Photos
);
