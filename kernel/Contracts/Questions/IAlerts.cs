namespace Fourfold.Contracts;

/// <summary>Answers about alerts. Sense owns them; Coordinate opens cases from the answer.</summary>
public interface IAlerts
{
    /// <summary>The alert as it is now, if the asking person may see it; null otherwise.</summary>
    ValueTask<AlertSummary?> Find(AlertId id, CancellationToken ct);
}
