using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Cases as lines of ledgers, by their class.</summary>
internal sealed class CaseLedger(CoordinateDb db) : ILedgerSource
{
    public string Kind => "case";

    public async ValueTask<IReadOnlyList<LedgerEntry>> Newest(LedgerQuestion question, CancellationToken ct)
    {
        // Leaves the filter, whose "or takes part" keeps both stores from any index: the area was held against the actor's before.
        var rows = await db
            .Cases.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .AsNoTracking()
            .Where(c => question.Codes.Contains(c.Class) && c.State != CaseState.Draft)
            .Newest(question, nameof(Case.RecordedAt))
            .ThenByDescending(c => c.Number)
            .Take(question.Take)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(c => new LedgerEntry(
                Kind,
                c.Id.Value,
                c.Number,
                c.RecordedAt,
                c.AreaPath,
                c.Class,
                c.State.Code(),
                c.Title.Text
            )),
        ];
    }
}
