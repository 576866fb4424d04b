namespace Fourfold.Contracts;

/// <summary>A case was opened from an alert, or an alert was joined to one; from here on the case carries it.</summary>
/// <param name="Alert">The alert; Sense sets it to <c>in-case</c>.</param>
/// <param name="Case">The case that took it over.</param>
/// <param name="CaseNumber">The readable number of the case.</param>
/// <param name="By">Who decided, or null for a rule.</param>
/// <param name="At">When, UTC.</param>
public sealed record AlertJoinedCase(AlertId Alert, CaseId Case, string CaseNumber, PersonId? By, DateTimeOffset At)
    : IEvent
{
    /// <inheritdoc/>
    public static string Name => "coordinate.alert-joined-case";

    /// <inheritdoc/>
    public static int SchemaVersion => 1;

    /// <inheritdoc/>
    public string OrderingKey => Case.ToString();
}
