namespace Fourfold.Contracts;

/// <summary>Something happened that people in the field should hear of with their phones in their pockets. Says no more than that.</summary>
/// <param name="Kind">One of <see cref="PushKinds"/>: the phone has a sentence for each.</param>
/// <param name="Subject">Id of the thing to open, never shown.</param>
/// <param name="Urgent">Whether a phone that saves its battery is to be woken.</param>
/// <param name="Posts">Whose it is; who stands in for them hears of it too.</param>
/// <param name="Unit">The unit whose people all hear of it, or null.</param>
/// <param name="Permission">What those of the unit must be allowed to do.</param>
/// <param name="Person">One person more, or null.</param>
/// <param name="Except">Who did it and need not be told, or null.</param>
/// <param name="At">When, UTC.</param>
public sealed record PushAsked(
    string Kind,
    string Subject,
    bool Urgent,
    IReadOnlyList<PostId> Posts,
    UnitId? Unit,
    string? Permission,
    PersonId? Person,
    PersonId? Except,
    DateTimeOffset At
) : IEvent
{
    /// <summary>Most posts in one event; who has more writes several.</summary>
    public const int MostPosts = 500;

    /// <inheritdoc/>
    public static string Name => "kernel.push-asked";

    /// <inheritdoc/>
    public static int SchemaVersion => 1;

    /// <inheritdoc/>
    public string OrderingKey => Subject;
}

/// <summary>What a phone can be told of.</summary>
public static class PushKinds
{
    /// <summary>A work order was issued.</summary>
    public const string WorkOrderIssued = "work-order-issued";

    /// <summary>A reported work order came back.</summary>
    public const string WorkOrderSentBack = "work-order-sent-back";

    /// <summary>A work order was taken back.</summary>
    public const string WorkOrderCancelled = "work-order-cancelled";

    /// <summary>A resident asked.</summary>
    public const string Question = "question";

    /// <summary>A notice to workers.</summary>
    public const string Notice = "notice";
}
