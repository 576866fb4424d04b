using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Storage;

/// <summary>Brings every module's tables to this program's schema before anything else starts.</summary>
public sealed partial class Migrator(
    IServiceScopeFactory scopes,
    IStore store,
    IEnumerable<RegisteredDb> modules,
    ILogger<Migrator> log
)
{
    /// <summary>Applies what is pending, under the store's lock; does nothing else when nothing is.</summary>
    /// <exception cref="InvalidDataException">A newer program has been at these tables; nothing is changed.</exception>
    public async Task Migrate(CancellationToken ct)
    {
        await using var held = await store.LockForMigration(ct);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var module in modules)
            await RefuseNewer(module.Module, module.In(scope.ServiceProvider), ct);
        foreach (var module in modules)
        {
            var db = module.In(scope.ServiceProvider);
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            if (pending.Count == 0)
                continue;
            await db.Database.MigrateAsync(ct);
            Migrated(log, module.Module, pending.Count, pending[^1]);
        }
    }

    private static async Task RefuseNewer(string module, ModuleDb db, CancellationToken ct)
    {
        // To ask for what was applied where nothing was yet is logged as a failure by PostgreSQL's provider, three times a module.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new InvalidDataException(
                $"the tables of {module} were written by a newer Fourfold ({unknown[^1]}); "
                    + "start that one, or restore a backup made with this one"
            );
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Module {Module}: {Count} migrations applied, now at {Last}"
    )]
    private static partial void Migrated(ILogger log, string module, int count, string last);
}
