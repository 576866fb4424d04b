using System.Globalization;
using System.Text.Json;
using Fourfold.Kernel.Calendars;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Kernel.Audit;

/// <summary>Once a day lays the signed heads into <c>data/audit/YYYY-MM-DD.json</c>, to be copied where this server's administrator cannot write.</summary>
internal sealed class WriteAuditHeads(KernelDb db, IConfiguration configuration) : IRecurringJob
{
    private static readonly JsonSerializerOptions Indented = new(StoredJson.Options) { WriteIndented = true };

    public async Task Run(JobRun run, CancellationToken ct)
    {
        var heads = await db.AuditHeads.AsNoTracking().OrderBy(h => h.Partition).ToListAsync(ct);
        if (heads.Count == 0)
            return;
        var day = db
            .Clock.GetUtcNow()
            .ToOffset(WorkingDays.Offset)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var file = Path.Combine(configuration["Fourfold:Data"] ?? "data", "audit", $"{day}.json");
        var shown = heads.Select(h => new
        {
            h.Partition,
            h.Sealed,
            Hash = Convert.ToHexStringLower(h.Hash),
            h.At,
            h.KeyId,
            Signature = Convert.ToBase64String(h.Signature),
        });
        DurableFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(shown, Indented));
    }
}
