using System.Reflection;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Storage;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Privacy;

[Trait("Needs", "Store")]
public sealed class PersonalDataTests
{
    [Fact]
    public async Task Every_row_with_personal_columns_names_sensitivity_and_key_in_its_table()
    {
        await using var box = await FourfoldBox.Start();
        var seen = 0;
        await box.Inside(services =>
        {
            foreach (var module in services.GetServices<RegisteredDb>())
            foreach (var entity in Designed(module.In(services)).GetEntityTypes())
            {
                var personal = entity
                    .GetProperties()
                    .Where(p => p.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null)
                    .ToList();
                if (personal.Count == 0)
                    continue;
                seen += personal.Count;
                Assert.True(
                    typeof(IHoldsPersonalData).IsAssignableFrom(entity.ClrType),
                    $"{entity.ClrType.Name} has personal columns and no key"
                );
                Assert.All(
                    personal,
                    p => Assert.StartsWith("personal: ", p.GetComment() ?? "", StringComparison.Ordinal)
                );
            }
            return Task.FromResult(0);
        });
        Assert.True(seen >= 4);
    }

    private static IModel Designed(DbContext db) =>
        ((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<IServiceProvider>)db)
            .Instance.GetRequiredService<IDesignTimeModel>()
            .Model;
}
