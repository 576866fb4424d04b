using Fourfold.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Audit;

/// <summary>Lays the signed heads into the file of the day, to be copied where this server's administrator cannot write.</summary>
internal sealed class WriteAuditHeads(KernelDb db, AuditHeadFiles files) : IRecurringJob
{
    public async Task Run(JobRun run, CancellationToken ct)
    {
        var heads = await db.AuditHeads.AsNoTracking().OrderBy(h => h.Partition).ToListAsync(ct);
        if (heads.Count > 0)
            files.Write(db.Clock.GetUtcNow(), heads);
    }
}
