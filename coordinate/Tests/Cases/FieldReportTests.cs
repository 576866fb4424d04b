using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Privacy;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>What somebody in the field saw becomes a case, once, with what they said and for whom.</summary>
[Trait("Needs", "Store")]
public sealed class FieldReportTests
{
    [Fact]
    public async Task A_report_sent_twice_is_one_case_with_pictures_and_words()
    {
        await using var box = await Start();
        var (picture, voice) = (box.Photo(), box.Photo("audio/webm"));
        var report = Report(
            box,
            new
            {
                what = "damage",
                text = " 海堤塌了一块，有两米宽 ",
                position = Place,
                accuracyMetres = 6.2,
                photos = new[] { picture.Value, voice.Value },
            }
        );
        var first = await SendAll(box.Officer, report);
        var second = await SendAll(box.Officer, report);
        Assert.Equal([200, 200], [Status(first[0]), Status(second[0])]);

        var seen = await box.Case(Case(report));
        Assert.Equal("patrol", seen.GetProperty("origin").GetString());
        Assert.Equal("05", seen.GetProperty("class").GetString());
        Assert.Equal("reported", seen.GetProperty("state").GetString());
        Assert.Equal("海堤塌了一块，有两米宽", seen.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(
            ["picture", "sound"],
            seen.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("kind").GetString())
        );
        var told = seen.GetProperty("timeline").EnumerateArray().Single(e => Code(e) == "case.told");
        Assert.Equal(6, told.GetProperty("parameters").GetProperty("accuracyMetres").GetDouble());
        Assert.Equal(1, told.GetProperty("parameters").GetProperty("sounds").GetInt32());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("requester").ValueKind);
        Assert.Equal(1, await box.Box.Inside(s => s.GetRequiredService<CoordinateDb>().Cases.CountAsync()));
    }

    [Fact]
    public async Task Who_reported_sees_how_each_of_their_reports_stands_and_none_of_others()
    {
        await using var box = await Start();
        var (first, second) = (
            Report(box, new { what = "litter", position = Place }),
            Report(box, new { what = "damage", text = "塌了" })
        );
        await SendAll(box.Officer, first);
        box.Box.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAll(box.Officer, second);
        await SendAll(box.Colleague, Report(box, new { what = "quarrel" }));
        await box.Issue(Case(first));

        var page = await Ok(box.Officer.GetAsync("/api/v1/cases/reported?limit=1"));
        var newest = page.GetProperty("items").EnumerateArray().Single();
        Assert.Equal(Id(Case(second)), newest.GetProperty("id").GetGuid());
        Assert.Equal("reported", newest.GetProperty("state").GetString());
        Assert.Equal("塌了", newest.GetProperty("title").GetProperty("text").GetString());
        var cursor = page.GetProperty("next").GetString();
        var rest = await Ok(box.Officer.GetAsync($"/api/v1/cases/reported?limit=1&cursor={cursor}"));
        var oldest = rest.GetProperty("items").EnumerateArray().Single();
        Assert.Equal(Id(Case(first)), oldest.GetProperty("id").GetGuid());
        Assert.NotEqual("reported", oldest.GetProperty("state").GetString());
        Assert.NotEqual(JsonValueKind.Null, oldest.GetProperty("handledBy").ValueKind);
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
        await Refused(HttpStatusCode.Forbidden, "permission.missing", box.Clerk.GetAsync("/api/v1/cases/reported"));
    }

    [Fact]
    public async Task A_picture_that_comes_later_is_added_by_who_reported_and_by_nobody_else()
    {
        await using var box = await Start();
        var report = Report(box, new { what = "litter" });
        await SendAll(box.Officer, report);
        var later = Command(box, "case.add", Id(Case(report)), new { photos = new[] { box.Photo().Value } });
        Assert.Equal(404, Status((await SendAll(box.Colleague, later))[0]));
        Assert.Equal(200, Status((await SendAll(box.Officer, later))[0]));
        Assert.Equal(200, Status((await SendAll(box.Officer, later))[0]));
        var seen = await box.Case(Case(report));
        Assert.Equal(1, seen.GetProperty("files").GetArrayLength());
        Assert.Equal(2, seen.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Spoken_words_of_a_work_order_are_told_apart_from_its_pictures()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var (picture, voice) = (box.Photo(), box.Photo("audio/mp4"));
        await box.Send(box.Officer, "note", order, new { text = "", photos = new[] { picture.Value, voice.Value } });
        var step = (await box.Order(order)).GetProperty("history").EnumerateArray().Last();
        Assert.Equal([voice.Value], step.GetProperty("sounds").EnumerateArray().Select(s => s.GetGuid()));
        Assert.Equal(2, step.GetProperty("photos").GetArrayLength());
        Assert.Empty(step.GetProperty("videos").EnumerateArray());
    }

    [Fact]
    public async Task A_resident_is_kept_with_their_word_only_seen_by_the_desk_and_gone_after_180_days()
    {
        await using var box = await Start();
        var resident = new ResidentContact(false, "林阿婆", "0898 1234567");
        var refused = (await SendAll(box.Officer, Report(box, new { what = "other", onBehalf = resident })))[0];
        Assert.Equal("requester.no-consent", refused.GetProperty("problem").GetProperty("code").GetString());

        var report = Report(box, new { what = "other", onBehalf = resident with { Consent = true } });
        Assert.Equal(200, Status((await SendAll(box.Officer, report))[0]));
        var seen = await box.Case(Case(report), box.Clerk);
        Assert.Equal("citizen", seen.GetProperty("origin").GetString());
        var kept = seen.GetProperty("requester");
        Assert.Equal("林阿婆", kept.GetProperty("name").GetString());
        Assert.Equal(box.Box.Clock.GetUtcNow().AddDays(180), kept.GetProperty("until").GetDateTimeOffset());
        // Who reported it works no cases, and sees nothing of the resident afterwards.
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            box.Officer.GetAsync($"/api/v1/cases/{Id(Case(report))}")
        );

        var rule = box
            .Box.Services.GetServices<Fourfold.Kernel.Retention.Keep>()
            .Single(k => k.Name == nameof(CaseRequester));
        var now = box.Box.Clock.GetUtcNow();
        async Task<int> GoneBy(int days) =>
            await box.Box.Inside(s =>
                rule.Delete(s.GetRequiredService<CoordinateDb>(), now.AddDays(days), CancellationToken.None)
            );
        Assert.Equal(0, await GoneBy(179));
        Assert.Equal(1, await GoneBy(181));
        Assert.Equal(JsonValueKind.Null, (await box.Case(Case(report), box.Clerk)).GetProperty("requester").ValueKind);
    }

    [Theory]
    [InlineData("""{"what":"flood"}""", "report.kind-unknown")]
    [InlineData("""{"what":"other","position":{"latitude":91,"longitude":0}}""", "position.out-of-range")]
    [InlineData("""{"what":"other","accuracyMetres":-1}""", "request.out-of-range")]
    [InlineData("""{"what":"other","gridId":"0198f5b0-0000-7000-8000-000000000001"}""", "grid.unknown")]
    [InlineData("""{"what":"other","onBehalf":{"consent":true,"phone":"call me"}}""", "requester.phone-malformed")]
    [InlineData("""{"what":"other","photos":["0198f5b0-0000-7000-8000-000000000001"]}""", "file.unknown")]
    public async Task What_cannot_be_is_refused_and_opens_nothing(string payload, string code)
    {
        await using var box = await Start();
        var answer = (await SendAll(box.Officer, Report(box, JsonDocument.Parse(payload).RootElement)))[0];
        Assert.Equal(422, Status(answer));
        Assert.Equal(code, answer.GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal(0, await box.Box.Inside(s => s.GetRequiredService<CoordinateDb>().Cases.CountAsync()));
    }

    [Fact]
    public async Task A_report_of_a_grid_that_was_closed_meanwhile_comes_in_where_that_was()
    {
        await using var box = await Start();
        const string village = "469023100001";
        double[][] ring =
        [
            [110, 19.9],
            [110.01, 19.9],
            [110.01, 19.91],
            [110, 19.91],
            [110, 19.9],
        ];
        var drawn = await Ok(
            box.Head.PostAsJsonAsync(
                "/api/v1/grids",
                new
                {
                    villageCode = village,
                    name = "1",
                    kind = "comprehensive",
                    geometry = new { type = "Polygon", coordinates = new[] { ring } },
                    acceptFaults = true,
                }
            )
        );
        var gridId = drawn.GetProperty("grid").GetProperty("id").GetGuid();
        await Ok(box.Head.PostAsJsonAsync($"/api/v1/grids/{gridId}/close", new { expectedRevision = 1 }));
        var report = Report(box, new { what = "damage", gridId });
        Assert.Equal(200, Status((await SendAll(box.Officer, report))[0]));
        var (area, grid) = await box.Box.Inside(async s =>
        {
            var opened = await s.GetRequiredService<CoordinateDb>().Cases.SingleAsync();
            return (opened.AreaPath, opened.Grid);
        });
        Assert.StartsWith(village, area, StringComparison.Ordinal);
        Assert.Null(grid);
    }

    [Fact]
    public async Task A_long_text_is_cut_between_signs_for_the_title()
    {
        await using var box = await Start();
        var report = Report(box, new { what = "damage", text = new string('海', 79) + "🌊🌊" });
        Assert.Equal(200, Status((await SendAll(box.Officer, report))[0]));
        var title = (await box.Case(Case(report))).GetProperty("title").GetProperty("text").GetString();
        Assert.Equal(new string('海', 79) + "…", title);
    }

    [Fact]
    public async Task Who_does_no_work_in_the_field_reports_nothing()
    {
        await using var box = await Start();
        var statistician = box.Box.As(new TestActor(Roles.Statistician, Purpose: Purposes.Statistics));
        var answer = (await SendAll(statistician, Report(box, new { what = "other" })))[0];
        Assert.Equal(403, Status(answer));
    }

    private static int Status(JsonElement result) => result.GetProperty("status").GetInt32();

    private static string? Code(JsonElement entry) => entry.GetProperty("code").GetString();

    private static object Report(CoordinateBox box, object payload) =>
        Command(box, "case.report", Guid.CreateVersion7(box.Box.Clock.GetUtcNow()), payload);

    private static object Command(CoordinateBox box, string kind, Guid target, object payload) =>
        new
        {
            id = Guid.CreateVersion7(box.Box.Clock.GetUtcNow()),
            kind,
            target,
            expectedRevision = 0,
            deviceTime = box.Box.Clock.GetUtcNow().AddMinutes(-7),
            payload,
        };

    private static JsonElement Case(object command) =>
        JsonSerializer.SerializeToElement(
            new { id = JsonSerializer.SerializeToElement(command).GetProperty("target").GetGuid() }
        );
}
