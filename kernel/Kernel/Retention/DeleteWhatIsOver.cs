using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Storage;

namespace Fourfold.Kernel.Retention;

/// <summary>Deletes rows whose time is over, rule by rule, and writes down how many.</summary>
internal sealed class DeleteWhatIsOver(
    IEnumerable<Keep> rules,
    IEnumerable<RegisteredDb> modules,
    IServiceProvider services
) : IRecurringJob
{
    public async Task Run(JobRun run, CancellationToken ct)
    {
        foreach (var module in modules)
        {
            var db = module.In(services);
            foreach (var rule in rules.Where(r => r.AppliesTo(db)))
            {
                // The count and the deletion stand or fall together.
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var count = await rule.Delete(db, db.Clock.GetUtcNow(), ct);
                if (count == 0)
                    continue;
                db.Audit("retention.deleted", "rows", rule.Name, new { count });
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
            }
        }
    }
}
