using Fourfold.Contracts;
using Fourfold.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Alerts;

/// <summary>A case took an alert over.</summary>
internal sealed class NoteAlertInCase : IHandle<AlertJoinedCase, SenseDb>
{
    public async Task Handle(AlertJoinedCase happened, SenseDb db, CancellationToken ct)
    {
        var alert = await db.Alerts.FirstOrDefaultAsync(a => a.Id == happened.Alert, ct);
        if (alert is null || alert.CaseId == happened.Case)
            return;
        alert.JoinCase(happened.Case, happened.CaseNumber, happened.By, happened.At);
        db.Tell("alert", alert.Id.ToString(), alert.Revision, "in-case", alert.AreaPath);
    }
}

/// <summary>A case ended: its alerts take the outcome, and the rules that raised them are counted.</summary>
internal sealed class CountOutcome : IHandle<CaseConcluded, SenseDb>
{
    public async Task Handle(CaseConcluded happened, SenseDb db, CancellationToken ct)
    {
        foreach (var outcome in happened.Alerts)
        {
            var alert = await db.Alerts.FirstOrDefaultAsync(a => a.Id == outcome.Alert, ct);
            if (alert is null || alert.Outcome == outcome.Outcome)
                continue;
            var before = alert.Conclude(outcome.Outcome, outcome.Reason);
            db.Tell("alert", alert.Id.ToString(), alert.Revision, "concluded", alert.AreaPath);
            if (await db.Rules.FirstOrDefaultAsync(r => r.Id == alert.RuleId, ct) is not { } rule)
                continue;
            var counts = rule.CountsFor(alert.Simulated || happened.Simulated);
            if (before is not null)
                counts.Add(before, -1);
            counts.Add(outcome.Outcome, 1);
            rule.Revision++;
            db.Tell("rule", rule.Id.ToString(), rule.Version, "counted", "");
        }
    }
}
