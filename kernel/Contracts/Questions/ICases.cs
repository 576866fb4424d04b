namespace Fourfold.Contracts;

/// <summary>Answers about cases. Coordinate owns them.</summary>
public interface ICases
{
    /// <summary>Whether there is such a case, and whoever acts may see it.</summary>
    Task<bool> IsVisible(CaseId id, CancellationToken ct);
}
