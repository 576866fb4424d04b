using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Kernel.Tests.Areas;

[Trait("Needs", "Store")]
public sealed class AreaEndpointTests
{
    [Fact]
    public async Task The_tree_is_walked_from_the_province_down()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var root = (await (await client.GetAsync("/api/v1/areas")).Body()).GetProperty("items");
        Assert.Equal("46", root[0].GetProperty("code").GetString());
        var prefectures = (await (await client.GetAsync("/api/v1/areas?parent=46")).Body()).GetProperty("items");
        Assert.Equal(5, prefectures.GetArrayLength());
        var nada = await (await client.GetAsync("/api/v1/areas/460400100")).Body();
        Assert.Equal("那大镇", nada.GetProperty("name").GetString());
        Assert.Equal("460400", nada.GetProperty("parent").GetString());
        Assert.Equal(9, nada.GetProperty("level").GetInt32());
        Assert.Equal("area.unknown", await (await client.GetAsync("/api/v1/areas/99")).Problem(404));
    }

    [Fact]
    public async Task Pages_of_children_neither_skip_nor_repeat()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await (await client.GetAsync($"/api/v1/areas?parent=4690&limit=4&cursor={cursor}")).Body();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("code").GetString()));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        Assert.Equal(15, seen.Count);
        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task A_search_finds_by_name_with_upper_levels_first()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        var found = (await (await client.GetAsync("/api/v1/areas?q=澄迈")).Body()).GetProperty("items");
        Assert.Equal("469023", found[0].GetProperty("code").GetString());
    }
}
