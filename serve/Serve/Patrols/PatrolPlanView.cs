using Fourfold.Contracts;

namespace Fourfold.Serve.Patrols;

/// <summary>A plan and how it stands.</summary>
/// <param name="Id">The plan.</param>
/// <param name="GridId">Of the grid.</param>
/// <param name="GridCode">Of the grid.</param>
/// <param name="GridName">Of the grid.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">In the order of the way.</param>
/// <param name="EveryDays">Days from one walk to the next.</param>
/// <param name="ByHour">Local hour by which it is to be walked.</param>
/// <param name="DueAt">When it is to be walked next; today when that is over.</param>
/// <param name="LastAt">When it was last walked; null while it never was.</param>
/// <param name="Walks">In the last 30 days.</param>
/// <param name="WholeWalks">Those of them in which every point was seen.</param>
/// <param name="EndedAt">Since when it is no plan any more.</param>
/// <param name="Revision">Of the plan.</param>
internal sealed record PatrolPlanView(
    PatrolPlanId Id,
    GridId GridId,
    string GridCode,
    string GridName,
    string Name,
    IReadOnlyList<PatrolPointView> Points,
    int EveryDays,
    int ByHour,
    DateTimeOffset DueAt,
    DateTimeOffset? LastAt,
    int Walks,
    int WholeWalks,
    DateTimeOffset? EndedAt,
    int Revision
);

/// <summary>A point and how often it was seen in the last 30 days.</summary>
internal sealed record PatrolPointView(
    Guid Id,
    string Name,
    GeoPoint Position,
    int RadiusMetres,
    int Times,
    int ByHand
);
