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
    /// <param name="Signed">Whether the signed heads, also those in the files of the days, are ours and met by the chain.</param>
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
        AuditHeadFiles files,
        CancellationToken ct
    )
    {
        await OneAtATime.WaitAsync(ct);
        try
        {
            var heads = await kernel.AuditHeads.AsNoTracking().ToListAsync(ct);
            var written = TryRead(files);
            var found = new List<Partition>();
            foreach (var module in modules)
            {
                var signed = heads.Concat(written ?? []).Where(h => h.Partition == module.Module).ToList();
                var sound = written is not null && signed.All(h => h.KeyId != key.Id || IsOurs(h, key));
                found.Add(await Verify(module, services, new Signed(signed, sound), ct));
            }
            return TypedResults.Ok(new Response(found));
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static bool IsOurs(AuditHead head, SealingKey key) => key.Verifies(head.SignedBytes(), head.Signature);

    private static IReadOnlyList<AuditHead>? TryRead(AuditHeadFiles files)
    {
        try
        {
            return files.Read();
        }
        catch (InvalidDataException)
        {
            return null; // Then nothing is said to be as it was signed.
        }
    }

    private static async Task<Partition> Verify(
        RegisteredDb module,
        IServiceProvider services,
        Signed signed,
        CancellationToken ct
    )
    {
        var db = module.In(services);
        var (n, hash, gap) = (0L, AuditChain.Start, (long?)null);
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
                hash = AuditChain.HashOf(module.Module, n + 1, row, hash);
                if (row.SealedAs != n + 1 || row.Hash is null || !hash.AsSpan().SequenceEqual(row.Hash))
                {
                    gap = n + 1;
                    break;
                }
                signed.Reached(++n, hash);
            }
            if (rows.Count < BatchSize)
                break;
        }
        // The chain is whole in itself but shorter than what was signed: its end was cut off.
        if (gap is null && n < signed.Longest)
            gap = n + 1;
        var isMet = signed.IsMet(n);
        var unsealed = await db.AuditRows.LongCountAsync(r => r.SealedAs == null, ct);
        return new Partition(
            module.Module,
            n,
            unsealed,
            Convert.ToHexStringLower(hash),
            gap is null && isMet,
            gap,
            isMet
        );
    }

    /// <summary>The heads of one chain that were signed, in the database and in the files of the days.</summary>
    private sealed class Signed(IReadOnlyList<AuditHead> heads, bool sound)
    {
        private readonly ILookup<long, AuditHead> at = heads.ToLookup(h => h.Sealed);
        private bool differs = !sound;

        /// <summary>Rows in the longest chain that was signed.</summary>
        public long Longest { get; } = heads.Select(h => h.Sealed).DefaultIfEmpty().Max();

        /// <summary>Holds the n-th hash against what was signed.</summary>
        public void Reached(long n, byte[] hash) =>
            differs |= at[n].Any(head => !hash.AsSpan().SequenceEqual(head.Hash));

        /// <summary>Whether a chain of n rows met all that was signed. One without any rows needs none.</summary>
        public bool IsMet(long n) => !differs && n >= Longest && (heads.Count > 0 || n == 0);
    }
}
