using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Sealing;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Audit;

/// <summary>Chains what was written since the last turn, module by module, and signs each chain's head.</summary>
/// <remarks>Beside the transaction that writes the row, so that no request waits for the chain; the unique place in it keeps two servers from sealing the same.</remarks>
internal sealed class SealAudit(
    IEnumerable<RegisteredDb> modules,
    IServiceProvider services,
    KernelDb kernel,
    SealingKey key
) : IRecurringJob
{
    private const int BatchSize = 500;

    public async Task Run(JobRun run, CancellationToken ct)
    {
        foreach (var module in modules)
            while (await SealBatch(module, ct) == BatchSize) { }
    }

    private async Task<int> SealBatch(RegisteredDb module, CancellationToken ct)
    {
        var db = module.In(services);
        db.ChangeTracker.Clear();
        var rows = await db
            .AuditRows.Where(r => r.SealedAs == null)
            .OrderBy(r => r.Sequence)
            .Take(BatchSize)
            .ToListAsync(ct);
        if (rows.Count == 0)
            return 0;
        var last = await db
            .AuditRows.AsNoTracking()
            .Where(r => r.SealedAs != null)
            .OrderByDescending(r => r.SealedAs)
            .Select(r => new { r.SealedAs, r.Hash })
            .FirstOrDefaultAsync(ct);
        var (n, hash) = (last?.SealedAs ?? 0, last?.Hash ?? AuditChain.Start);
        // Rows that were cut off the end leave a hole for ever: the chain goes on behind what was signed, not in its place.
        var head = await kernel.AuditHeads.FirstOrDefaultAsync(h => h.Partition == module.Module, ct);
        if (head is not null && head.Sealed > n)
            (n, hash) = (head.Sealed, head.Hash);
        foreach (var row in rows)
        {
            hash = AuditChain.HashOf(module.Module, ++n, row, hash);
            (row.SealedAs, row.Hash) = (n, hash);
        }
        await db.SaveChangesAsync(ct);
        await SignHead(module.Module, n, hash, ct);
        return rows.Count;
    }

    // After the seal: a crash between the two leaves a head that is behind, which is no gap.
    private async Task SignHead(string partition, long n, byte[] hash, CancellationToken ct)
    {
        var head = await kernel.AuditHeads.FirstOrDefaultAsync(h => h.Partition == partition, ct);
        if (head is null)
            kernel.AuditHeads.Add(
                head = new AuditHead
                {
                    Partition = partition,
                    Sealed = 0,
                    Hash = hash,
                    At = default,
                    KeyId = "",
                    Signature = [],
                }
            );
        (head.Sealed, head.Hash, head.At, head.KeyId) = (n, hash, kernel.Clock.GetUtcNow(), key.Id);
        head.Signature = key.Sign(head.SignedBytes());
        await kernel.SaveChangesAsync(ct);
    }
}
