using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Seeding;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Grids.Topology;
using Fourfold.Serve.Seeding;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Serve.Tests.Seeding;

[Trait("Needs", "Store")]
public sealed class ProvinceTests
{
    private static readonly DateTimeOffset Until = new(2026, 3, 18, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_county_made_up_twice_with_one_seed_is_the_same_to_the_byte()
    {
        await using var box = await FourfoldBox.Start();
        var (one, two, other) = (await Hash(box, 46), await Hash(box, 46), await Hash(box, 47));
        Assert.Equal(one, two);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task Made_up_grids_tile_their_villages()
    {
        await using var box = await FourfoldBox.Start();
        var made = await Make(box, 46);
        Assert.Equal(made.Grids.Count, made.Boundaries.Count);
        Assert.All(made.Grids, g => Assert.True(g.Synthetic));
        var codes = made.Grids.ToDictionary(g => g.Id, g => g.Code);
        foreach (var village in made.Boundaries.GroupBy(b => b.AreaPath[..12]).Take(25))
        {
            var outline = Outline.Stored(made.Outlines.Single(o => o.Path == village.Key).Geometry);
            var plane = Plane.Around(outline);
            var faults = TopologyCheck.OfAll(
                [.. village.Select(b => new GridShape(codes[b.GridId], plane.ToShape(Outline.Stored(b.Geometry))))],
                new ParentOutline(village.Key, outline),
                plane
            );
            Assert.Empty(faults);
        }
    }

    private static async Task<string> Hash(FourfoldBox box, int seed)
    {
        var made = await Make(box, seed);
        var text = new StringBuilder();
        foreach (var grid in made.Grids)
            text.Append(grid.Id).Append(grid.Code).Append(grid.Name).Append(grid.Households).Append(grid.Kind);
        foreach (var boundary in made.Boundaries)
            text.Append(boundary.Geometry);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // 五指山市: small, so that a test need not draw the province.
    private static Task<ProvinceGrids.Made> Make(FourfoldBox box, int seed) =>
        box.Inside(services =>
        {
            var areas = services.GetRequiredService<IAreaDirectory>();
            var plan = new ProvincePlan(seed, 0, Until, (_, _, _) => { });
            foreach (var township in areas.ChildrenOf("469001"))
            foreach (var village in areas.ChildrenOf(township.Code))
                for (var n = 1; n <= 3; n++)
                    plan.Add(new SeededGrid($"{village.Code}{n:000}", n, village));
            return Task.FromResult(
                services.GetServices<IProvinceSeed>().OfType<ProvinceGrids>().Single().Make(plan, default)
            );
        });
}
