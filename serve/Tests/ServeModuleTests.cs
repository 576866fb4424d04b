using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Serve.Tests;

[Trait("Needs", "Store")]
public sealed class ServeModuleTests
{
    [Fact]
    public async Task Its_tables_are_there_when_the_server_starts()
    {
        await using var box = await FourfoldBox.Start();
        var left = await box.Inside(services =>
            services.GetRequiredService<ServeDb>().Database.GetPendingMigrationsAsync()
        );
        Assert.Empty(left);
    }
}
