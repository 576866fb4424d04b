using Fourfold.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Files;

/// <summary>Removes bytes that no row names: what was written just before a crash or a refusal.</summary>
internal sealed partial class SweepFiles(KernelDb db, ContentFolder folder, ILogger<SweepFiles> log) : IRecurringJob
{
    private const int BatchSize = 500;

    // Bytes are written before their row, so young ones may still get it.
    private static readonly TimeSpan Young = TimeSpan.FromHours(24);

    public async Task Run(JobRun run, CancellationToken ct)
    {
        // Files carry the system's time of writing, whatever clock the rows go by.
        var limit = TimeProvider.System.GetUtcNow() - Young;
        var removed = 0;
        foreach (var batch in folder.All().Where(f => f.At < limit).Chunk(BatchSize))
        {
            var hashes = batch.Select(f => f.Hash).OfType<string>().ToList();
            // The job acts as the system, whose scope holds every area.
            var named = await db.Files.Where(f => hashes.Contains(f.Sha256)).Select(f => f.Sha256).ToListAsync(ct);
            foreach (var (hash, file, _) in batch)
            {
                if (hash is not null && named.Contains(hash, StringComparer.Ordinal))
                    continue;
                if (folder.DeleteOld(hash, file, limit))
                    removed++;
            }
        }
        if (removed > 0)
            Swept(log, removed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that no row names were removed")]
    private static partial void Swept(ILogger log, int count);
}
