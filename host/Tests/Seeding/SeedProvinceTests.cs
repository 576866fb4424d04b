using Fourfold.Contracts;
using Fourfold.Coordinate;
using Fourfold.Kernel;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Units;
using Fourfold.Serve;
using Fourfold.Server;
using Fourfold.Server.Seeding;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Host.Tests.Seeding;

/// <summary>On a store of its own: 五指山市 with all units of the province, for the whole takes a minute.</summary>
[Trait("Needs", "Store")]
public sealed class SeedProvinceTests
{
    [Fact]
    public async Task A_province_is_made_up_once_and_works_like_a_real_one()
    {
        var options = await Fresh();
        var plan = Plan();
        await SeedProvince.Run(options, plan, default);
        Assert.Equal(ProvincePlan.Centres, plan.CentreList.Count);
        Assert.Equal(
            "the store holds a province already; a province is made up in a store without real rows, once",
            (
                await Assert.ThrowsAsync<InvalidOperationException>(() => SeedProvince.Run(options, Plan(), default))
            ).Message
        );
        await using var box = await FourfoldBox.On(options with { Demonstration = false });
        await box.Inside(async services =>
        {
            var (kernel, serve) = (services.GetRequiredService<KernelDb>(), services.GetRequiredService<ServeDb>());
            var coordinate = services.GetRequiredService<CoordinateDb>();
            Assert.Equal(plan.GridList.Count, await serve.Grids.CountAsync(g => g.Synthetic && g.Boundary == 1));
            Assert.Equal(plan.WorkerList.Count, await serve.GridPosts.CountAsync(p => p.Synthetic));
            Assert.Equal(ProvincePlan.Commissioners, await kernel.Posts.CountAsync(p => p.Role == Roles.Commissioner));
            Assert.False(await kernel.People.AnyAsync(p => !p.Synthetic || p.PasswordHash != null));
            Assert.False(await kernel.Units.AnyAsync(u => !u.Synthetic));
            Assert.Equal(300, await coordinate.Cases.CountAsync(c => c.Simulated));
            Assert.True(await coordinate.WorkOrders.AnyAsync(w => w.Post != null));
            return 0;
        });
        // What was made up can be read as everything else.
        using var head = box.As(new TestActor(Roles.CentreHead, "469001", Purposes.CaseWork));
        foreach (
            var path in new[]
            {
                "cases?scope=all",
                "grids",
                "grid-workers",
                "grids/plan?area=469001",
                "grids/map?west=109&south=18.5&east=110&north=19",
                "work-orders?scope=all",
            }
        )
        {
            using var answer = await head.GetAsync($"/api/v1/{path}");
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task A_store_with_a_real_unit_is_refused_and_one_that_is_stopped_stays_empty()
    {
        var options = await Fresh();
        using var stop = new CancellationTokenSource();
        var plan = new ProvincePlan(46, 300, Until, (_, _, _) => stop.Cancel()) { Within = "469001" };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SeedProvince.Run(options, plan, stop.Token));
        await using var box = await FourfoldBox.On(options);
        await box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            Assert.False(await db.Units.AnyAsync() || await db.People.AnyAsync());
            db.Units.Add(
                new Unit
                {
                    Id = Ids.New<UnitId>(db.Clock),
                    Name = "real",
                    Department = "police",
                    AreaCode = "46",
                    AreaPath = "46",
                    Parent = null,
                    JurisdictionAreas = [],
                    JurisdictionGeometry = null,
                    Latitude = null,
                    Longitude = null,
                    Synthetic = false,
                }
            );
            return await db.SaveChangesAsync();
        });
        Assert.Contains(
            "holds units",
            (
                await Assert.ThrowsAsync<InvalidOperationException>(() => SeedProvince.Run(options, Plan(), default))
            ).Message
        );
    }

    private static readonly DateTimeOffset Until = new(2026, 3, 17, 16, 0, 0, TimeSpan.Zero);

    private static ProvincePlan Plan() => new(46, 300, Until, (_, _, _) => { }) { Within = "469001" };

    private static Task<ServerOptions> Fresh() =>
        TestStore.Empty(Directory.CreateTempSubdirectory("fourfold-seed-").FullName);
}
