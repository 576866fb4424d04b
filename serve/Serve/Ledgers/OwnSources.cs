using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Patrols;
using Fourfold.Serve.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Ledgers;

/// <summary>Filled forms as lines of ledgers: that they were filled, never what was answered.</summary>
internal sealed class FormLedger(ServeDb db) : ILedgerSource
{
    public string Kind => "form";

    public async ValueTask<IReadOnlyList<LedgerEntry>> Newest(LedgerQuestion question, CancellationToken ct)
    {
        var rows = await db
            .Submissions.AsNoTracking()
            .Where(s => question.Codes.Contains(s.FormCode))
            .Newest(question, nameof(Submission.FilledAt))
            .ThenByDescending(s => s.Sequence)
            .Take(question.Take)
            .Select(s => new
            {
                s.Id,
                s.FilledAt,
                s.AreaPath,
                s.FormCode,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(s => new LedgerEntry(
                Kind,
                s.Id.Value,
                null,
                s.FilledAt,
                s.AreaPath,
                s.FormCode,
                null,
                null
            )),
        ];
    }
}

/// <summary>Walks as lines of ledgers: of which plan, and whether all of it was seen.</summary>
internal sealed class PatrolLedger(ServeDb db) : ILedgerSource
{
    public string Kind => "patrol";

    public async ValueTask<IReadOnlyList<LedgerEntry>> Newest(LedgerQuestion question, CancellationToken ct)
    {
        var rows = await db
            .Patrols.AsNoTracking()
            .Newest(question, nameof(Patrol.RecordedAt))
            .ThenByDescending(p => p.Id)
            .Take(question.Take)
            .Select(p => new
            {
                p.Id,
                p.RecordedAt,
                p.AreaPath,
                p.Points,
                p.Done,
                p.FinishedAt,
                Name = db.PatrolPlans.Where(plan => plan.Id == p.Plan).Select(plan => plan.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(p => new LedgerEntry(
                Kind,
                p.Id.Value,
                null,
                p.RecordedAt,
                p.AreaPath,
                null,
                p.Done >= p.Points ? "whole"
                    : p.FinishedAt is null ? "going"
                    : "part",
                p.Name
            )),
        ];
    }
}
