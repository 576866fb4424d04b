namespace Fourfold.Contracts;

/// <summary>The centre set a case's outcome and closed it. Sense counts its rules' precision from this.</summary>
/// <param name="Case">Which case.</param>
/// <param name="Outcome">One of <see cref="OutcomeCodes"/>.</param>
/// <param name="Alerts">The outcome of each linked alert: the case's, unless set apart.</param>
/// <param name="Simulated">The case came from simulated data and is counted apart.</param>
/// <param name="At">When, UTC.</param>
public sealed record CaseConcluded(
    CaseId Case,
    string Outcome,
    IReadOnlyList<AlertOutcome> Alerts,
    bool Simulated,
    DateTimeOffset At
) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "coordinate.case-concluded";

    /// <inheritdoc/>
    public static int SchemaVersion => 1;

    /// <inheritdoc/>
    public string OrderingKey => Case.ToString();
}

/// <summary>What became of one alert of a concluded case.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Outcome">One of <see cref="OutcomeCodes"/>.</param>
/// <param name="Reason">Code of the reason, from the list of the outcome.</param>
public sealed record AlertOutcome(AlertId Alert, string Outcome, string Reason);
