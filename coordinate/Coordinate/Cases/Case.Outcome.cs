using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases;

// One outcome a round, set by the centre after verification; what closes the case tells it to the others.
internal sealed partial class Case
{
    public string? Outcome { get; private set; }
    public string? OutcomeReason { get; private set; }

    [Personal(Sensitivity.Personal, "work the case")]
    public string? OutcomeNote { get; private set; }
    public PersonId? OutcomeBy { get; private set; }
    public DateTimeOffset? OutcomeAt { get; private set; }
    public Ratings? Rated { get; private set; }

    /// <summary>Outcomes of earlier rounds.</summary>
    public List<PastRound> Rounds { get; private set; } = [];

    /// <summary>Sets the outcome, once a round. Alerts not named inherit it.</summary>
    /// <param name="outcome">One of <see cref="OutcomeCodes"/>; its reason is of its own list.</param>
    /// <param name="reason">Code of the reason.</param>
    /// <param name="note">Words, needed for <c>other</c>.</param>
    /// <param name="apart">Alerts whose outcome differs.</param>
    /// <param name="act">Who, when.</param>
    public void Conclude(
        string outcome,
        string reason,
        string? note,
        IReadOnlyDictionary<AlertId, (string Outcome, string Reason)> apart,
        Act act
    )
    {
        if (Outcome is not null)
            throw new Refused("case.outcome-already-set").With("outcome", Outcome);
        if (State is not CaseState.Verified)
            throw new Refused("case.not-verified").With("state", State.Code());
        if (outcome == OutcomeCodes.Partly && !HasRequester)
            throw Refused.Invalid("outcome.partly-only-for-complaints", "outcome");
        foreach (var id in apart.Keys)
            if (alerts.TrueForAll(a => a.AlertId != id))
                throw Refused.Invalid("outcome.alert-not-in-case", "alerts").With("alertId", id.ToString());
        (Outcome, OutcomeReason, OutcomeNote) = (outcome, reason, note);
        (OutcomeBy, OutcomeAt) = (act.Actor.Person, act.RecordedAt);
        foreach (var alert in alerts)
            (alert.Outcome, alert.OutcomeReason) = apart.TryGetValue(alert.AlertId, out var own) ? own : (null, null);
        Note(
            "outcome",
            "outcome.set",
            act,
            new()
            {
                ["outcome"] = outcome,
                ["reason"] = reason,
                ["apart"] = apart.Count,
            },
            note
        );
        Raise(act);
    }

    private void NextRound()
    {
        Rounds = [.. Rounds, new PastRound(Round, Outcome, OutcomeReason, OutcomeAt, ClosedAt)];
        Round++;
        (Outcome, OutcomeReason, OutcomeNote, OutcomeBy, OutcomeAt) = (null, null, null, null, null);
        (Rated, ClosedAt, Extended) = (null, null, false);
        foreach (var alert in alerts)
            (alert.Outcome, alert.OutcomeReason) = (null, null);
    }

    private DateTimeOffset? LastClosedAt => Rounds.FindLast(r => r.ClosedAt is not null)?.ClosedAt;

    // A case that ends without an outcome (rejected, voided, withdrawn) must not leave its alerts without an answer. Those
    // that an earlier round has answered keep that answer: an appeal that leads nowhere proves nothing against it.
    private void TellUnanswered(string reason, Act act)
    {
        var unanswered = alerts.Where(a => LastClosedAt is not { } closed || a.JoinedAt > closed).ToList();
        if (unanswered.Count > 0)
            Tell(OutcomeCodes.Undetermined, reason, unanswered, act);
    }

    private void TellConclusion(string outcome, string reason, Act act) => Tell(outcome, reason, alerts, act);

    private void Tell(string outcome, string reason, IEnumerable<CaseAlert> of, Act act)
    {
        var told = new CaseConcluded(
            Id,
            outcome,
            [.. of.Select(a => new AlertOutcome(a.AlertId, a.Outcome ?? outcome, a.OutcomeReason ?? reason))],
            Simulated,
            act.RecordedAt
        );
        unsaid.Add(db => db.Publish(told));
    }
}

/// <summary>How an earlier round ended.</summary>
internal sealed record PastRound(
    int Round,
    string? Outcome,
    string? Reason,
    DateTimeOffset? OutcomeAt,
    DateTimeOffset? ClosedAt
);
