namespace Fourfold.Contracts;

/// <summary>Sense asks a person to answer. Carries a copy of all that Coordinate must show.</summary>
public sealed record AlertRaised(AlertSummary Alert) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "sense.alert-raised";

    /// <inheritdoc/>
    public static int SchemaVersion => 1;

    /// <inheritdoc/>
    public string OrderingKey => Alert.Id.ToString();
}
