using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Sealing;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Audit;

/// <summary>Reckons every chain anew and holds it against its signed head: finds rows that were changed, taken out or cut off.</summary>
internal static class VerifyAudit
{
    private const int BatchSize = 1_000;

    // Reading every audit row is work; one at a time is enough.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    internal sealed record Response(IReadOnlyList<Partition> Partitions);

    /// <param name="Name">The module.</param>
    /// <param name="Sealed">Rows in the chain.</param>
    /// <param name="Unsealed">Rows that wait for the sealer.</param>
    /// <param name="Head">Hash of the last row, hex.</param>
    /// <param name="Ok">Whether all is as it was written.</param>
    /// <param name="FirstGap">Place in the chain of the first row that is missing or not as it was, or null.</param>
    /// <param name="Signed">Whether the signed head is there, ours, and met by the chain.</param>
    internal sealed record Partition(
        string Name,
        long Sealed,
        long Unsealed,
        string Head,
        bool Ok,
        long? FirstGap,
        bool Signed
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audit/verification", Handle)
            .WithName("VerifyAudit")
            .WithTags("Audit")
            .NeedsPurpose(Permission.AuditRead, Purposes.Audit);

    private static async Task<Ok<Response>> Handle(
        IEnumerable<RegisteredDb> modules,
        IServiceProvider services,
        KernelDb kernel,
        SealingKey key,
        CancellationToken ct
    )
    {
        await OneAtATime.WaitAsync(ct);
        try
        {
            var heads = await kernel.AuditHeads.AsNoTracking().ToDictionaryAsync(h => h.Partition, ct);
            var found = new List<Partition>();
            foreach (var module in modules)
                found.Add(
                    await Verify(module.Module, module.In(services), heads.GetValueOrDefault(module.Module), key, ct)
                );
            return TypedResults.Ok(new Response(found));
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<Partition> Verify(
        string name,
        ModuleDb db,
        AuditHead? head,
        SealingKey key,
        CancellationToken ct
    )
    {
        var (n, hash, atHead, gap) = (0L, AuditChain.Start, head?.Sealed == 0 ? AuditChain.Start : null, (long?)null);
        while (gap is null)
        {
            var done = n;
            var rows = await db
                .AuditRows.AsNoTracking()
                .Where(r => r.SealedAs > done)
                .OrderBy(r => r.SealedAs)
                .Take(BatchSize)
                .ToListAsync(ct);
            foreach (var row in rows)
            {
                hash = AuditChain.HashOf(name, n + 1, row, hash);
                if (row.SealedAs != n + 1 || row.Hash is null || !hash.AsSpan().SequenceEqual(row.Hash))
                {
                    gap = n + 1;
                    break;
                }
                n++;
                if (n == head?.Sealed)
                    atHead = hash;
            }
            if (rows.Count < BatchSize)
                break;
        }
        var signed = head is null
            ? n == 0
            : key.Verifies(head.SignedBytes(), head.Signature) && atHead?.AsSpan().SequenceEqual(head.Hash) == true;
        // The chain is whole in itself but shorter than what was signed: its end was cut off.
        if (gap is null && head is not null && n < head.Sealed)
            gap = n + 1;
        var unsealed = await db.AuditRows.LongCountAsync(r => r.SealedAs == null, ct);
        return new Partition(name, n, unsealed, Convert.ToHexStringLower(hash), gap is null && signed, gap, signed);
    }
}
