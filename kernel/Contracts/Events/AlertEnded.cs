namespace Fourfold.Contracts;

/// <summary>An alert left a person's desk without a case, or late data refuted it.</summary>
/// <param name="Alert">Which alert.</param>
/// <param name="State"><c>dismissed</c>, <c>withdrawn</c>, <c>expired</c>, or <c>reopened</c> when a dismissal was undone.</param>
/// <param name="At">When, UTC.</param>
public sealed record AlertEnded(AlertId Alert, string State, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "sense.alert-ended";

    /// <inheritdoc/>
    public static int SchemaVersion => 1;

    /// <inheritdoc/>
    public string OrderingKey => Alert.ToString();
}
