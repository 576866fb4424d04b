using Fourfold.Contracts;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>What the unit found and did.</summary>
/// <remarks>Personal data: <see cref="Note"/> and to whom seized goods were handed, for working the case.</remarks>
/// <param name="Result">One of <see cref="OutcomeCodes"/>, as the unit sees it; the centre sets the outcome.</param>
/// <param name="Reason">A code of the result's list.</param>
/// <param name="Note">Words, or null.</param>
/// <param name="Position">Where, or null.</param>
/// <param name="Photos">Stored files.</param>
/// <param name="Seized">What was taken.</param>
/// <param name="By">Who reported.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="ReceivedAt">When the server got it.</param>
internal sealed record WorkOrderReport(
    string Result,
    string Reason,
    string? Note,
    GeoPoint? Position,
    IReadOnlyList<FileId> Photos,
    IReadOnlyList<SeizedItem> Seized,
    PersonId? By,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt
);

/// <summary>Goods, animals or things that were taken, and who has them now.</summary>
/// <param name="Kind">A code of <see cref="SeizedKinds"/>.</param>
/// <param name="Number">How many or how much, more than 0.</param>
/// <param name="Unit">A unit the kind is counted in.</param>
/// <param name="HandedTo">Authority or person, 1 … 100 characters.</param>
/// <param name="Note">Words, or null.</param>
/// <param name="Hint"><c>quarantine.required</c> for live animals, or null.</param>
internal sealed record SeizedItem(string Kind, double Number, string Unit, string HandedTo, string? Note, string? Hint);
