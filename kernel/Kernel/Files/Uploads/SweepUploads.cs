using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Ends uploads that were left in the middle, and removes bytes that no open upload has.</summary>
internal sealed partial class SweepUploads(
    KernelDb db,
    UploadFolder folder,
    KernelMetrics metrics,
    ILogger<SweepUploads> log
) : IRecurringJob
{
    private const int BatchSize = 500;

    // A row is there before its bytes; those of a twin that lost are younger than this.
    private static readonly TimeSpan Young = TimeSpan.FromHours(1);

    public async Task Run(JobRun run, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var ended = 0;
        while (true)
        {
            var over = await db
                .Uploads.Where(u => u.State == UploadState.Open && u.ExpiresAt <= now)
                .OrderBy(u => u.ExpiresAt)
                .Take(BatchSize)
                .ToListAsync(ct);
            if (over.Count == 0)
                break;
            foreach (var upload in over)
                upload.End(now);
            await db.SaveChangesAsync(ct);
            ended += over.Count;
        }
        metrics.UploadsExpired(ended);
        var removed = await RemoveLeftovers(ct);
        if (ended + removed > 0)
            Swept(log, ended, removed);
    }

    private async Task<int> RemoveLeftovers(CancellationToken ct)
    {
        var removed = 0;
        // Files carry the system's time of writing, whatever clock the rows go by.
        var limit = TimeProvider.System.GetUtcNow() - Young;
        foreach (var batch in folder.All().Chunk(BatchSize))
        {
            var ids = batch.Select(f => f.Id).ToList();
            var states = await db
                .Uploads.Where(u => ids.Contains(u.Id))
                .Select(u => new { u.Id, u.State })
                .ToDictionaryAsync(u => u.Id, u => u.State, ct);
            foreach (var (id, at) in batch)
            {
                var known = states.TryGetValue(id, out var state);
                if (known ? state is UploadState.Open : at >= limit)
                    continue;
                folder.Delete(id);
                removed++;
            }
        }
        return removed;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Ended} uploads were ended by time, the bytes of {Removed} removed"
    )]
    private static partial void Swept(ILogger log, int ended, int removed);
}
