using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Serve.Deletion;
using Fourfold.Serve.Forms;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Patrols;

/// <summary>Deletes walks and their check-ins, pictures too, 30 days after they came in, and writes down what it deleted in the chain of deletions.</summary>
internal sealed class DeletePatrols(ServeDb db, IFiles files) : IRecurringJob
{
    /// <summary>How long whereabouts of a worker are kept at most: the law's time, no setting.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>What stands in the chain in place of a form; no form can be called so.</summary>
    public const string Subject = "~patrols";

    /// <summary>What stands there in place of a field.</summary>
    public const string Field = "check-ins";

    private const int BatchSize = 200;

    // The rest comes at the next turn: a turn must end.
    private const int MostBatches = 500;

    // A walk that nobody said was over; its walker's phone lies in a drawer.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    public async Task Run(JobRun run, CancellationToken ct)
    {
        await ForgetWalkers(ct);
        for (var batch = 0; batch < MostBatches; batch++)
        {
            db.ChangeTracker.Clear();
            var limit = db.Clock.GetUtcNow() - Kept;
            var due = await db
                .Patrols.Include(p => p.CheckIns)
                .Where(p => p.RecordedAt <= limit)
                .OrderBy(p => p.RecordedAt)
                .ThenBy(p => p.Id)
                .Take(BatchSize)
                .ToListAsync(ct);
            if (due.Count == 0)
                return;
            // Before the rows go: after a crash in between, the next turn finds them again.
            foreach (var photo in due.SelectMany(p => p.CheckIns).SelectMany(c => c.Photos))
                await files.Forget(photo, ct);
            await WriteDown(due, ct);
            db.Patrols.RemoveRange(due);
            await db.SaveChangesAsync(ct);
            await run.Report(batch + 1, MostBatches);
        }
    }

    private async Task ForgetWalkers(CancellationToken ct)
    {
        var limit = db.Clock.GetUtcNow() - Longest;
        var left = await db
            .Patrols.Where(p => p.Walker != null && p.RecordedAt <= limit)
            .OrderBy(p => p.RecordedAt)
            .Take(BatchSize)
            .ToListAsync(ct);
        foreach (var walk in left)
            walk.Forget();
        await db.SaveChangesAsync(ct);
    }

    private async Task WriteDown(List<Patrol> due, CancellationToken ct)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(db.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        var before = await db.Deletions.OrderByDescending(d => d.Number).FirstOrDefaultAsync(ct);
        foreach (
            var group in due.GroupBy(p => AreaPaths.CountyOf(p.AreaPath)).OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var walk in group)
                digest.AppendData(walk.Id.Value.ToByteArray(bigEndian: true));
            before = DeletionRecord.After(
                before,
                at,
                (Subject, 0, Field, group.Key, (int)Kept.TotalDays),
                group.Count(),
                digest.GetHashAndReset()
            );
            db.Deletions.Add(before);
            db.Audit(
                "retention.patrols-deleted",
                "patrol",
                "*",
                new
                {
                    before.Number,
                    before.County,
                    before.Count,
                    Hash = Convert.ToHexStringLower(before.Hash),
                }
            );
        }
    }
}
