using System.Text.Json.Serialization;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Privacy;

namespace Fourfold.Coordinate.Cases;

/// <summary>A unit with its name as it was then.</summary>
internal sealed record UnitRef(UnitId Id, string Name);

/// <summary>A person with the name of now.</summary>
internal sealed record PersonRef(PersonId Id, string Name);

/// <summary>A case in a list. Where its title is a person's words, looking at it is written down.</summary>
internal record CaseItem
{
    public required CaseId Id { get; init; }
    public required string Number { get; init; }
    public required int Revision { get; init; }
    public required CaseTitle Title { get; init; }
    public required CaseState State { get; init; }
    public required IReadOnlyList<string> Flags { get; init; }

    [OneOf(1, 2, 3, 4)]
    public required int Level { get; init; }
    public required int Urgency { get; init; }

    [OneOf(typeof(Origins))]
    public required string Origin { get; init; }
    public required string Class { get; init; }
    public required UnitRef? OwnerUnit { get; init; }
    public required UnitRef? HandlingUnit { get; init; }
    public required string AreaCode { get; init; }
    public required GeoPoint? Position { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset DeadlineAt { get; init; }

    /// <summary>Since when the clock stands, or null while it runs.</summary>
    public required DateTimeOffset? PausedAt { get; init; }
    public required bool Overdue { get; init; }

    [OneOf(typeof(OutcomeCodes))]
    public required string? Outcome { get; init; }
    public required bool Simulated { get; init; }
}

/// <summary>A case with all that belongs to it. Personal data inside: seen for a purpose, and written down.</summary>
internal sealed record CaseView : CaseItem, IShowsPersonalData
{
    string IShowsPersonalData.SubjectKind => "case";
    string IShowsPersonalData.SubjectId => Id.ToString();
    public required DateTimeOffset ObservedAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required int Round { get; init; }
    public required IReadOnlyList<PastRound> Rounds { get; init; }
    public required PersonRef? ReportedBy { get; init; }

    /// <summary>The resident it was reported for, as long as that is kept; for who reads cases.</summary>
    public required RequesterView? Requester { get; init; }

    /// <summary>What it was reported with; pictures of work orders lie with these.</summary>
    public required IReadOnlyList<CaseFile> Files { get; init; }

    /// <summary>The grid it was reported in.</summary>
    public required GridId? GridId { get; init; }

    /// <summary><c>yellow</c> or <c>red</c> while supervised.</summary>
    [OneOf("yellow", "red")]
    public required string? Card { get; init; }
    public required CaseId? DuplicateOf { get; init; }
    public required ConclusionView? Conclusion { get; init; }
    public required IReadOnlyList<AllowedTransition> Allowed { get; init; }

    /// <summary>Whether this person may set the outcome now.</summary>
    public required bool OutcomeAllowed { get; init; }

    /// <summary>Whether this person may give out a work order now.</summary>
    public required bool WorkOrderAllowed { get; init; }
    public required IReadOnlyList<CaseAlertView> Alerts { get; init; }
    public required IReadOnlyList<WorkOrderView> WorkOrders { get; init; }

    /// <summary>The last 500, oldest first; earlier ones by <c>GET /cases/{id}/timeline</c>.</summary>
    public required IReadOnlyList<TimelineView> Timeline { get; init; }
    public required IReadOnlyList<HandView> Hands { get; init; }
    public required IReadOnlyList<Summons> Summoned { get; init; }
    public required IReadOnlyList<ParticipantView> Participants { get; init; }
    public required IReadOnlyList<Step> Stepper { get; init; }
}

/// <summary>Who to tell how it ended.</summary>
/// <param name="Name">How they want to be called, or null.</param>
/// <param name="Phone">Where to reach them, or null.</param>
/// <param name="Until">When this is deleted.</param>
internal sealed record RequesterView(string? Name, string? Phone, DateTimeOffset Until);

/// <summary>What the centre concluded.</summary>
internal sealed record ConclusionView(
    [OneOf(typeof(OutcomeCodes))] string Outcome,
    string Reason,
    string? Note,
    PersonRef? By,
    DateTimeOffset? At,
    Ratings? Ratings
);

/// <summary>A transition this person may make now.</summary>
/// <param name="Transition">Its name.</param>
/// <param name="To">The state it leads to; the present one when only a flag changes.</param>
/// <param name="Needs">Members the request must have.</param>
/// <param name="Reasons">What <c>reason</c> may be; <c>other</c> needs a note.</param>
internal sealed record AllowedTransition(
    string Transition,
    CaseState To,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Reasons
);

/// <summary>An alert of the case as it was when it came in.</summary>
internal sealed record CaseAlertView(
    AlertSummary Alert,
    DateTimeOffset JoinedAt,
    [OneOf(typeof(OutcomeCodes))] string? Outcome,
    string? OutcomeReason
);

/// <summary>One thing that happened.</summary>
internal sealed record TimelineView(
    int Sequence,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt,
    DateTimeOffset RecordedAt,
    [OneOf("case", "alert", "work-order", "note", "deadline", "outcome")] string Kind,
    PersonRef? Actor,
    string? Program,
    string Role,
    UnitRef? Unit,
    string Code,
    IReadOnlyDictionary<string, object?> Parameters,
    string? Text
);

/// <summary>A hand the case went through, and for how long.</summary>
/// <param name="Role"><c>owner</c> or <c>handler</c>.</param>
/// <param name="Unit">Which unit.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when; null while it lies there.</param>
/// <param name="Seconds">How long, until now when it still lies there.</param>
internal sealed record HandView(
    [OneOf("owner", "handler")] string Role,
    UnitRef? Unit,
    DateTimeOffset From,
    DateTimeOffset? Until,
    double Seconds
);

/// <summary>A unit from outside that takes part.</summary>
internal sealed record ParticipantView(UnitRef Unit, DateTimeOffset Until);

/// <summary>Observation → track → alert → case → work order → outcome.</summary>
/// <param name="Name">Which step.</param>
/// <param name="At">When it was reached, or null.</param>
/// <param name="Code">What it says.</param>
/// <param name="Parameters">Its numbers and names.</param>
internal sealed record Step(
    [property: JsonPropertyName("step")]
    [OneOf("observation", "track", "alert", "case", "workOrder", "outcome")]
        string Name,
    DateTimeOffset? At,
    string Code,
    IReadOnlyDictionary<string, object?> Parameters
);
