using Fourfold.Kernel.Storage;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Storage;

[Trait("Needs", "Store")]
public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_of_this_store_are_up_to_date_with_the_model()
    {
        await using var box = await FourfoldBox.Start();
        await box.Inside(services =>
        {
            foreach (var module in services.GetServices<RegisteredDb>())
                Assert.False(
                    module.In(services).Database.HasPendingModelChanges(),
                    $"the model of {module.Module} has changed: make its migration for both stores"
                );
            return Task.FromResult(0);
        });
    }

    [Fact]
    public async Task A_store_of_an_earlier_schema_is_brought_up_and_keeps_its_rows()
    {
        await using var box = await FourfoldBox.Start();
        await box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            var migrator = ((IInfrastructure<IServiceProvider>)db).Instance.GetRequiredService<IMigrator>();
            var all = db.Database.GetMigrations().ToList();
            Assert.True(all.Count >= 2, "the kernel has a first schema and at least one step after it");
            await migrator.MigrateAsync(all[0]);
            await db.Database.ExecuteSqlRawAsync(FirstSchemaUnit(TestStore.IsPostgres));
            Assert.Contains(all[1], await db.Database.GetPendingMigrationsAsync());
            await services.GetRequiredService<Migrator>().Migrate(default);
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            var unit = await db.Units.SingleAsync();
            Assert.Equal(("旧单位", "police", "46"), (unit.Name, unit.Department, unit.AreaPath));
            return 0;
        });
    }

    // As the first released program wrote it.
    private static string FirstSchemaUnit(bool postgres) =>
        $"""
            insert into {(postgres ? "kernel.units" : "kernel_units")}
                (id, name, department, area_code, area_path, jurisdiction_areas, synthetic, revision)
            values ('01950000-0000-7000-8000-000000000001',
                '旧单位', 'police', '46', '46', '["46"]', {(postgres ? "false" : "0")}, 0)
            """;
}
