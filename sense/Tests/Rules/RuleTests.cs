using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Rules;

[Trait("Needs", "Store")]
public sealed class RuleTests
{
    private static readonly TestActor ShiftLead = new(Roles.ShiftLead);

    [Fact]
    public async Task An_empty_store_begins_with_all_rules_and_their_published_defaults()
    {
        await using var box = await FourfoldBox.Start();
        var rules = await Rules(box);
        Assert.Equal(
            ["ais-silence", "dark-vessel", "false-position", "ghost-vessel", "swapped-identity", "zone-entry"],
            rules.Select(r => r.GetProperty("code").GetString())
        );
        Assert.Equal([2, 3, 2, 3, 2, 3], rules.Select(r => r.GetProperty("level").GetInt32()));
        Assert.Equal(360, rules[0].GetProperty("parameters").GetProperty("floorSeconds").GetDouble());
        Assert.All(rules, r => Assert.True(r.GetProperty("enabled").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, rules[0].GetProperty("precision").GetProperty("mean").ValueKind);
    }

    [Fact]
    public async Task A_revision_is_a_new_version_and_the_old_one_stays_as_it_was()
    {
        await using var box = await FourfoldBox.Start();
        var id = (await Rules(box))[0].GetProperty("id").GetString();
        using var client = box.As(ShiftLead);
        var draft = new
        {
            parameters = new { floorSeconds = 600 },
            level = 1,
            enabled = true,
            note = "night watch",
            expectedVersion = 1,
        };
        using var revised = await client.PostAsJsonAsync($"/api/v1/rules/{id}/versions", draft);
        Assert.Equal(HttpStatusCode.Created, revised.StatusCode);
        using var stale = await client.PostAsJsonAsync($"/api/v1/rules/{id}/versions", draft);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var versions = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/rules/{id}/versions")).GetProperty(
            "items"
        );
        Assert.Equal([2, 1], versions.EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
        Assert.Equal(
            [600, 360],
            versions.EnumerateArray().Select(v => v.GetProperty("parameters").GetProperty("floorSeconds").GetInt32())
        );
    }

    [Theory]
    [InlineData("""{"parameters":{"floorSeconds":1},"level":2,"enabled":true,"note":"x"}""", "parameter.out-of-range")]
    [InlineData("""{"parameters":{"colour":1},"level":2,"enabled":true,"note":"x"}""", "parameter.unknown")]
    [InlineData("""{"parameters":{},"level":5,"enabled":true,"note":"x"}""", "rule.level")]
    [InlineData("""{"parameters":{},"level":2,"enabled":true,"note":" "}""", "rule.note-missing")]
    [InlineData(
        """{"parameters":{},"level":2,"enabled":true,"note":"x","zoneIds":["0195a000-0000-7000-8000-000000000001"]}""",
        "zone.unknown"
    )]
    public async Task A_version_that_no_detector_can_work_with_is_refused(string body, string code)
    {
        await using var box = await FourfoldBox.Start();
        var id = (await Rules(box))[0].GetProperty("id").GetString();
        using var client = box.As(ShiftLead);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"/api/v1/rules/{id}/versions", content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static Task<List<JsonElement>> Rules(FourfoldBox box) =>
        FourfoldBox.Eventually(
            "all rules",
            async () =>
            {
                using var client = box.As(TestActor.DutyOfficer);
                var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/rules");
                return page.GetProperty("items").EnumerateArray().ToList();
            },
            rules => rules.Count == Fourfold.Behaviour.DetectorKind.All.Count
        );
}
