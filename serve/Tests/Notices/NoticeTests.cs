using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Tests.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Notices;

[Trait("Needs", "Store")]
public sealed class NoticeTests
{
    [Fact]
    public async Task Workers_of_the_area_read_it_and_the_sender_sees_how_many_have()
    {
        await using var box = await Start();
        var (one, two) = (await Staff.Join(box, "one"), await Staff.Join(box, "two"));
        var elsewhere = await Staff.Join(box, "elsewhere", area: Neighbour);
        var grid = await box.Draw(Square(0, 0));
        await one.Serve(box, grid);
        await two.Serve(box, grid);
        var sent = await Send(box, "460400100");
        Assert.Equal((2, 0), (sent.GetProperty("receivers").GetInt32(), sent.GetProperty("read").GetInt32()));

        var got = Assert.Single(await Items(one.Client));
        Assert.Equal("台风", got.GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, got.GetProperty("readAt").ValueKind);
        Assert.Empty(await Items(elsewhere.Client));
        await Read(one, sent);
        await Read(one, sent);
        Assert.NotEqual(JsonValueKind.Null, Assert.Single(await Items(one.Client)).GetProperty("readAt").ValueKind);
        var listed = (await Ok(box.Head.GetAsync("/api/v1/notices/sent"))).GetProperty("items")[0];
        Assert.Equal((2, 1), (listed.GetProperty("receivers").GetInt32(), listed.GetProperty("read").GetInt32()));
    }

    [Fact]
    public async Task Who_has_read_is_told_for_a_purpose_and_written_down()
    {
        await using var box = await Start();
        var (one, two) = (await Staff.Join(box, "one"), await Staff.Join(box, "two"));
        var grid = await box.Draw(Square(0, 0));
        await one.Serve(box, grid);
        await two.Serve(box, grid);
        var sent = await Send(box, Village);
        await Read(one, sent);
        var readers = (await Ok(box.Head.GetAsync($"/api/v1/notices/{Id(sent)}/readers"))).GetProperty("items");
        Assert.Equal(["two", "one"], readers.EnumerateArray().Select(r => r.GetProperty("name").GetString()));
        Assert.Equal(
            1,
            await box.Box.Inside(s =>
                s.GetRequiredService<ServeDb>().AuditRows.CountAsync(r => r.Action == "notice.readers-seen")
            )
        );
        await Refused(
            HttpStatusCode.Forbidden,
            "purpose.missing",
            box.As(Roles.CentreHead, "46", Purposes.Statistics).GetAsync($"/api/v1/notices/{Id(sent)}/readers")
        );
    }

    // One of them reads between the pages: nobody comes twice, and nobody is left out.
    [Fact]
    public async Task Who_has_read_is_told_page_by_page()
    {
        await using var box = await Start();
        var grid = await box.Draw(Square(0, 0));
        var names = new[] { "one", "two", "three", "four", "five" };
        var staff = new List<Staff>();
        foreach (var name in names)
        {
            staff.Add(await Staff.Join(box, name));
            await staff[^1].Serve(box, grid);
        }
        var sent = await Send(box, Village);
        await Read(staff[0], sent);
        var (told, cursor) = (new List<string>(), "");
        for (var pages = 0; pages == 0 || cursor.Length > 0; pages++)
        {
            var page = await Ok(box.Head.GetAsync($"/api/v1/notices/{Id(sent)}/readers?limit=2&cursor={cursor}"));
            told.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("name").GetString()!));
            cursor = page.GetProperty("next").GetString() ?? "";
            box.Box.Clock.Advance(TimeSpan.FromSeconds(1));
            if (pages == 0)
                await Read(staff[Array.IndexOf(names, told[0])], sent);
        }
        Assert.Equal(names.Order(), told.Order());
        Assert.Equal("one", told[^1]);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "request.cursor-malformed",
            box.Head.GetAsync($"/api/v1/notices/{Id(sent)}/readers?cursor=eA")
        );
    }

    [Fact]
    public async Task One_that_is_over_or_taken_back_is_shown_no_more()
    {
        await using var box = await Start();
        var worker = await Staff.Join(box, "one");
        var (first, _) = (await Send(box, Village), await Send(box, Village));
        Assert.Equal(2, (await Items(worker.Client)).Count);
        await Ok(box.Head.PostAsync($"/api/v1/notices/{Id(first)}/withdraw", null));
        Assert.Single(await Items(worker.Client));
        await Refused(
            HttpStatusCode.Conflict,
            "notice.over",
            box.Head.PostAsync($"/api/v1/notices/{Id(first)}/withdraw", null)
        );
        box.Box.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await Items(worker.Client));
        // Read without a line while it was on, told later.
        await Read(worker, first);
    }

    [Fact]
    public async Task Nobody_sends_beyond_their_area_and_workers_send_none()
    {
        await using var box = await Start();
        var clerk = box.As(Roles.CentreClerk, "460400");
        await Refused(
            HttpStatusCode.Forbidden,
            "area.outside",
            clerk.PostAsJsonAsync("/api/v1/notices", Body(box, "46"))
        );
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            (await Staff.Join(box, "one")).Client.PostAsJsonAsync("/api/v1/notices", Body(box, Village))
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "notice.until-range",
            clerk.PostAsJsonAsync("/api/v1/notices", Body(box, "460400", days: 61))
        );
        var sent = await Send(box, "46");
        await Refused(
            HttpStatusCode.NotFound,
            "notice.unknown",
            clerk.PostAsync($"/api/v1/notices/{Id(sent)}/withdraw", null)
        );
    }

    private static object Body(ServeBox box, string area, int days = 1) =>
        new
        {
            area,
            title = "台风",
            text = "今晚八点前把渔排上的人都劝上岸",
            urgent = true,
            until = box.Box.Clock.GetUtcNow().AddDays(days),
        };

    private static Task<JsonElement> Send(ServeBox box, string area) =>
        Ok(box.Head.PostAsJsonAsync("/api/v1/notices", Body(box, area)));

    private static async Task Read(Staff who, JsonElement notice) =>
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await who.Client.PostAsync($"/api/v1/notices/{Id(notice)}/read", null)).StatusCode
        );

    private static async Task<List<JsonElement>> Items(HttpClient client) =>
        [.. (await Ok(client.GetAsync("/api/v1/notices"))).GetProperty("items").EnumerateArray()];
}
