using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Identity;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Seeding;

/// <summary>Who signs in with the demonstration's account of a grid worker finds a grid and a patrol of today.</summary>
[Trait("Needs", "Store")]
public sealed class DemonstrationGridTests
{
    private const string County = "469023";
    private const string Village = "469023101001";

    [Fact]
    public async Task The_grid_worker_and_lead_have_a_grid_with_a_patrol_and_a_second_start_adds_nothing()
    {
        await using var box = await Start();
        await Seed(box);
        await Seed(box);
        var grid = Assert.Single(await Items(box.Head, $"grids?area={Village}"));
        Assert.True(grid.GetProperty("synthetic").GetBoolean());
        foreach (var role in new[] { Roles.GridWorker, Roles.GridLead })
        {
            var plan = Assert.Single(await Items(await SignedIn(box, role), "patrol-plans/mine"));
            Assert.Equal(Id(grid), plan.GetProperty("gridId").GetString());
            Assert.Equal(3, plan.GetProperty("points").GetArrayLength());
        }
    }

    [Fact]
    public async Task In_a_village_that_has_grids_they_serve_the_first()
    {
        await using var box = await Start();
        var drawn = await box.Draw(Square(0, 0), Village);
        await box.Draw(Square(1, 0), Village);
        await Seed(box);
        Assert.Equal(2, (await Items(box.Head, $"grids?area={Village}")).Length);
        var plan = Assert.Single(await Items(await SignedIn(box, Roles.GridWorker), "patrol-plans/mine"));
        Assert.Equal(Id(drawn), plan.GetProperty("gridId").GetString());
    }

    private static Task Seed(ServeBox box) =>
        box.Box.Inside(async services =>
        {
            await services.GetRequiredService<DemonstrationSeeder>().Seed(CancellationToken.None);
            return true;
        });

    private static async Task<HttpClient> SignedIn(ServeBox box, string role)
    {
        var post = await box.Box.Inside(async services =>
        {
            services.GetRequiredService<ActorHolder>().Actor = Actor.System("test");
            var found = await services
                .GetRequiredService<IPeople>()
                .FindPosts([role], County, "", 10, CancellationToken.None);
            return Assert.Single(found).Post;
        });
        return box.Box.As(
            new TestActor(role, County, Purposes.FieldWork)
            {
                Person = post.Person.Value,
                Post = post.Id.Value,
                Unit = post.Unit.Value,
            }
        );
    }

    private static async Task<JsonElement[]> Items(HttpClient who, string path) =>
        [.. (await Ok(who.GetAsync($"/api/v1/{path}"))).GetProperty("items").EnumerateArray()];
}
