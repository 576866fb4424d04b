using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Ledgers;

/// <summary>Filled forms as lines of ledgers: that they were filled, never what was answered.</summary>
internal sealed class FormLedger(ServeDb db) : ILedgerSource
{
    public string Kind => "form";

    public async ValueTask<IReadOnlyList<LedgerEntry>> Newest(LedgerQuestion question, CancellationToken ct)
    {
        var (low, high) = AreaScope.Below(question.AreaPath);
        var (from, until) = (question.From, question.Until);
        var rows = await db
            .Submissions.AsNoTracking()
            .Where(s => question.Codes.Contains(s.FormCode) && s.FilledAt >= from && s.FilledAt < until)
            .Where(s => string.Compare(s.AreaPath, low) >= 0 && string.Compare(s.AreaPath, high) < 0)
            .OrderByDescending(s => s.FilledAt)
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
        var (low, high) = AreaScope.Below(question.AreaPath);
        var (from, until) = (question.From, question.Until);
        var rows = await db
            .Patrols.AsNoTracking()
            .Where(p => p.RecordedAt >= from && p.RecordedAt < until)
            .Where(p => string.Compare(p.AreaPath, low) >= 0 && string.Compare(p.AreaPath, high) < 0)
            .Join(
                db.PatrolPlans,
                p => p.Plan,
                plan => plan.Id,
                (p, plan) =>
                    new
                    {
                        p.Id,
                        p.RecordedAt,
                        p.AreaPath,
                        p.Points,
                        p.Done,
                        p.FinishedAt,
                        plan.Name,
                    }
            )
            .OrderByDescending(p => p.RecordedAt)
            .ThenByDescending(p => p.Id)
            .Take(question.Take)
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
