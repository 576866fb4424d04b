using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Ledgers;

/// <summary>What was entered once is in every ledger that it belongs to, page by page and as a file.</summary>
[Trait("Needs", "Store")]
public sealed class LedgerTests
{
    private const string Month = "month=2026-03";

    [Fact]
    public async Task One_entry_is_in_every_ledger_it_belongs_to_and_pages_lose_and_repeat_nothing()
    {
        await using var box = await Start();
        // All of one instant, but the last: pages end in the middle of it.
        var opened = new List<string>();
        for (var n = 0; n < 5; n++)
            opened.Add(await Open(box, "02"));
        await Open(box, "01");
        var walk = await Walk(box);
        box.Box.Clock.Advance(TimeSpan.FromMinutes(1));
        opened.Add(await Open(box, "07"));

        var seen = new List<JsonElement>();
        var cursor = "";
        do
        {
            var page = await Ok(box.Head.GetAsync($"/api/v1/ledgers/hazards?{Month}&limit=2{cursor}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        } while (cursor is not null);
        Assert.Equal(opened[^1], Id(seen[0]));
        Assert.Equal([.. opened.Append(walk).Order()], seen.Select(Id).Order());
        Assert.Equal(["patrol"], (await Lines(box, "patrols")).Select(Kind));
        Assert.Contains(walk, (await Lines(box, "sea")).Select(Id));
        Assert.Equal(["01"], (await Lines(box, "disputes")).Select(l => l.GetProperty("code").GetString()));
        Assert.Equal("going", (await Lines(box, "patrols")).Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task Each_sees_their_own_area_and_a_month_is_a_month_of_the_place()
    {
        await using var box = await Start();
        var here = await Open(box, "02");
        await Open(box, "02", Neighbour);
        var clerk = box.As(Roles.CentreClerk, Village);
        var own = await Ok(clerk.GetAsync($"/api/v1/ledgers/hazards?{Month}"));
        Assert.Equal([here], own.GetProperty("items").EnumerateArray().Select(Id));
        await Refused(
            HttpStatusCode.Forbidden,
            "area.outside",
            clerk.GetAsync($"/api/v1/ledgers/hazards?{Month}&area={Neighbour}")
        );
        Assert.Single(await Lines(box, "hazards", $"&area={Village}"));
        var before = await Ok(box.Head.GetAsync("/api/v1/ledgers/hazards?month=2026-02"));
        Assert.Empty(before.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_told_and_who_may_not_is_refused()
    {
        await using var box = await Start();
        await Refused(
            HttpStatusCode.NotFound,
            "ledger.unknown",
            box.Head.GetAsync($"/api/v1/ledgers/everything?{Month}")
        );
        foreach (var month in new[] { "2026-13", "2026-3", "0001-01", "x" })
            await Refused(
                HttpStatusCode.UnprocessableEntity,
                "ledger.month-malformed",
                box.Head.GetAsync($"/api/v1/ledgers/hazards?month={month}")
            );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "area.unknown",
            box.Head.GetAsync($"/api/v1/ledgers/hazards?{Month}&area=99")
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "request.cursor-malformed",
            box.Head.GetAsync($"/api/v1/ledgers/hazards?{Month}&cursor=LTUfMA")
        );
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            box.As(Roles.GridWorker, Village, Purposes.FieldWork).GetAsync($"/api/v1/ledgers/hazards?{Month}")
        );
    }

    [Fact]
    public async Task A_month_is_given_out_as_a_table_that_computes_nothing()
    {
        await using var box = await Start();
        await Open(box, "02", title: "=HYPERLINK(\"x\")");
        await Open(box, "02", title: "堤上有洞");
        using var answer = await box.Head.GetAsync($"/api/v1/ledgers/hazards/export?{Month}&format=csv");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, text.TrimEnd().Split('\n').Length);
        Assert.Contains("堤上有洞", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "request.unknown-value",
            box.Head.GetAsync($"/api/v1/ledgers/hazards/export?{Month}&format=geojson")
        );
    }

    private static async Task<string> Open(
        ServeBox box,
        string eventClass,
        string area = Village,
        string title = "seen on the way"
    ) =>
        Id(
            await Ok(
                box.As(Roles.CentreClerk, area)
                    .PostAsJsonAsync(
                        "/api/v1/cases",
                        new
                        {
                            origin = "patrol",
                            title,
                            @class = eventClass,
                            urgency = 3,
                            level = 4,
                        }
                    )
            )
        );

    private static async Task<string> Walk(ServeBox box)
    {
        var plan = await Ok(
            box.Head.PostAsJsonAsync(
                "/api/v1/patrol-plans",
                new
                {
                    gridId = Id(await box.Draw(Square(0, 0))),
                    name = "along the dyke",
                    everyDays = 1,
                    points = new[] { new { name = "gate", position = new { latitude = 19.504, longitude = 109.504 } } },
                }
            )
        );
        var now = box.Box.Clock.GetUtcNow();
        var walk = Guid.CreateVersion7(now);
        var start = new
        {
            id = Guid.CreateVersion7(now),
            kind = "patrol.start",
            target = walk,
            expectedRevision = 0,
            deviceTime = now,
            payload = new { planId = Id(plan) },
        };
        await Ok(
            box.As(Roles.GridWorker, Village, Purposes.FieldWork)
                .PostAsJsonAsync("/api/v1/commands", new { commands = new[] { start } })
        );
        return walk.ToString();
    }

    private static async Task<JsonElement[]> Lines(ServeBox box, string code, string more = "") =>
        [
            .. (await Ok(box.Head.GetAsync($"/api/v1/ledgers/{code}?{Month}{more}")))
                .GetProperty("items")
                .EnumerateArray(),
        ];

    private static string? Kind(JsonElement line) => line.GetProperty("kind").GetString();
}
