using System.Data.Common;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fourfold.Server.Seeding;

/// <summary><c>admin seed</c>: fills a store with a made-up province, all of it in one transaction or nothing.</summary>
public static class SeedProvince
{
    /// <summary>Fills the store that the options name. No server may run on it.</summary>
    /// <param name="options">Which store.</param>
    /// <param name="plan">What is to be made.</param>
    /// <param name="ct">Stops it; nothing is left.</param>
    /// <exception cref="InvalidOperationException">The store holds what nobody made up, or was filled before.</exception>
    public static async Task Run(ServerOptions options, ProvincePlan plan, CancellationToken ct)
    {
        var isNew =
            string.IsNullOrEmpty(options.Database)
            && !File.Exists(Path.Combine(options.Data, FourfoldServer.DatabaseFile));
        await using var app = await FourfoldServer.Build(options with { Demonstration = false }, ct: ct);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("province");
        var parts = scope.ServiceProvider.GetServices<IProvinceSeed>().OrderBy(p => p.Order).ToList();
        foreach (var part in parts)
            if (await part.Real(ct) is { } real)
                throw new InvalidOperationException(
                    $"the store holds {real}; a province is made up in a store without real rows, once"
                );
        ModuleDb[] modules =
        [
            .. scope.ServiceProvider.GetServices<RegisteredDb>().Select(m => m.In(scope.ServiceProvider)),
        ];
        await modules[0].Database.OpenConnectionAsync(ct);
        await using (var transaction = await modules[0].Database.BeginTransactionAsync(ct))
        {
            await Share(modules, transaction.GetDbTransaction(), ct);
            foreach (var part in parts)
                await part.Seed(plan, ct);
            await transaction.CommitAsync(ct);
        }
        if (!string.IsNullOrEmpty(options.Database))
            await Settle(modules[0], ct);
        // A folder that holds nothing but what is made up is shown as the demonstration it is.
        if (isNew)
            Demonstration.Demonstration.Mark(options);
    }

    // PostgreSQL would count the rows some minutes later, and until then choose its ways as if there were none.
    private static Task Settle(ModuleDb db, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        return db.Database.ExecuteSqlRawAsync("vacuum (analyze)", ct);
    }

    // All modules write in one transaction, on one connection.
    private static async Task Share(ModuleDb[] modules, DbTransaction transaction, CancellationToken ct)
    {
        foreach (var module in modules.Skip(1))
        {
            module.Database.SetDbConnection(modules[0].Database.GetDbConnection());
            await module.Database.UseTransactionAsync(transaction, ct);
        }
    }
}
