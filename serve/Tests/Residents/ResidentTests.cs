using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Retention;
using Fourfold.Serve.Residents;
using Fourfold.Serve.Tests.Workers;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Residents;

[Trait("Needs", "Store")]
public sealed partial class ResidentTests : IAsyncLifetime
{
    private ServeBox box = null!; // Set before each test.
    private JsonElement grid;
    private HttpClient resident = null!; // Set before each test.
    private string door = "";

    public async ValueTask InitializeAsync()
    {
        box = await ServeBox.Start();
        grid = await box.Draw(Square(0, 0));
        resident = box.Box.Browser();
        door = new Uri(
            (await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(grid)}/door"))).GetProperty("address").GetString()!
        ).AbsolutePath;
    }

    public ValueTask DisposeAsync() => box.DisposeAsync();

    [Fact]
    public async Task A_resident_asks_a_worker_answers_and_the_resident_says_that_it_is_done()
    {
        var worker = await Staff.Join(box, "fu.dajie");
        await worker.Serve(box, grid);
        var asked = await Ask("路灯坏了 <b>三天</b>");
        Assert.StartsWith("/my-grid/asked/", asked, StringComparison.Ordinal);
        var page = await Read(asked);
        Assert.Contains("data-state=\"open\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);

        var list = await Ok(worker.Client.GetAsync("/api/v1/questions"));
        Assert.Equal(1, list.GetProperty("open").GetInt32());
        var question = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal("路灯坏了 <b>三天</b>", question.GetProperty("lines")[0].GetProperty("text").GetString());

        await Answer(worker, question, "今天下午来修");
        page = await Read(asked);
        Assert.Contains("data-state=\"answered\"", page, StringComparison.Ordinal);
        Assert.Contains(
            WebUtility.HtmlEncode("今天下午来修"),
            WebUtility.HtmlEncode(WebUtility.HtmlDecode(page)),
            StringComparison.Ordinal
        );
        // The worker did not let their name be seen.
        Assert.DoesNotContain("fu.dajie", page, StringComparison.Ordinal);

        var solved = await resident.PostAsync(asked + "/solved", null);
        Assert.Equal(HttpStatusCode.SeeOther, solved.StatusCode);
        Assert.Contains("data-state=\"solved\"", await Read(asked), StringComparison.Ordinal);
        await Refused(
            HttpStatusCode.Conflict,
            "question.over",
            worker.Client.PostAsJsonAsync(
                $"/api/v1/questions/{Id(question)}/answers",
                new { id = Guid.CreateVersion7(), text = "还有别的吗" }
            )
        );
        await Post(asked, "又坏了");
        Assert.Contains("data-state=\"open\"", await Read(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_sent_twice_and_a_form_sent_twice_are_there_once()
    {
        var worker = await Staff.Join(box, "fu.dajie");
        await worker.Serve(box, grid);
        var secret = SecretIn(await Read(door));
        await Post(door, "谁管电动车充电", secret);
        await Post(door, "谁管电动车充电", secret);
        var question = Assert.Single(
            (await Ok(worker.Client.GetAsync("/api/v1/questions"))).GetProperty("items").EnumerateArray()
        );
        var id = Guid.CreateVersion7();
        await Answer(worker, question, "物业", id);
        var again = await Answer(worker, question, "物业", id);
        Assert.Equal(2, again.GetProperty("lines").GetArrayLength());
    }

    [Fact]
    public async Task Only_who_serves_the_grid_sees_its_questions()
    {
        var (worker, other) = (await Staff.Join(box, "own"), await Staff.Join(box, "other"));
        await worker.Serve(box, grid);
        await other.Serve(box, await box.Draw(Square(2, 0)));
        await Ask("有人吗");
        var question = Assert.Single(
            (await Ok(worker.Client.GetAsync("/api/v1/questions"))).GetProperty("items").EnumerateArray()
        );
        Assert.Empty((await Ok(other.Client.GetAsync("/api/v1/questions"))).GetProperty("items").EnumerateArray());
        await Refused(
            HttpStatusCode.NotFound,
            "question.unknown",
            other.Client.PostAsync($"/api/v1/questions/{Id(question)}/close", null)
        );
        // Nor a centre's head, who looks after the grids but is nobody's worker.
        await Refused(HttpStatusCode.Forbidden, "permission.missing", box.Head.GetAsync("/api/v1/questions"));
    }

    [Fact]
    public async Task A_deputy_sees_the_questions_of_whom_they_stand_in_for()
    {
        var (absent, deputy) = (await Staff.Join(box, "absent"), await Staff.Join(box, "deputy", area: Neighbour));
        await absent.Serve(box, grid);
        await Ask("有人吗");
        Assert.Equal(0, await Seen([]));
        Assert.Equal(1, await Seen([absent.Post.Id]));

        async Task<int> Seen(IReadOnlyList<PostId> standsInFor)
        {
            await using var scope = box.Box.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.Nobody with
            {
                Kind = ActorKind.Person,
                Post = deputy.Post.Id,
                Scope = AreaScope.Below(Neighbour),
                StandsInFor = standsInFor,
            };
            return await (await scope.ServiceProvider.GetRequiredService<QuestionDesk>().Mine(default)).CountAsync();
        }
    }

    [Fact]
    public async Task Who_looks_at_questions_is_written_down_and_one_that_finds_nothing_new_is_not()
    {
        var worker = await Staff.Join(box, "fu.dajie");
        await worker.Serve(box, grid);
        await Ask("有人吗");
        var first = await Ok(worker.Client.GetAsync("/api/v1/questions"));
        box.Box.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = Uri.EscapeDataString(
            box.Box.Clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        );
        var later = await Ok(worker.Client.GetAsync($"/api/v1/questions?changedSince={since}"));
        Assert.Equal(1, first.GetProperty("items").GetArrayLength());
        Assert.Equal(0, later.GetProperty("items").GetArrayLength());
        Assert.Equal(1, later.GetProperty("open").GetInt32());
        Assert.Equal(
            1,
            await box.Box.Inside(s =>
                s.GetRequiredService<ServeDb>().AuditRows.CountAsync(r => r.Action == "questions.listed")
            )
        );
    }

    [Fact]
    public async Task One_that_was_being_written_while_the_list_was_read_is_among_what_changed_since()
    {
        var worker = await Staff.Join(box, "fu.dajie");
        await worker.Serve(box, grid);
        var first = await Ok(worker.Client.GetAsync("/api/v1/questions"));
        var stamped = box.Box.Clock.GetUtcNow() - TimeSpan.FromSeconds(2);
        await Ask("路灯坏了");
        await box.Box.Inside(s =>
            s.GetRequiredService<ServeDb>()
                .Questions.ExecuteUpdateAsync(set =>
                    set.SetProperty(q => q.AskedAt, stamped).SetProperty(q => q.LastAt, stamped)
                )
        );
        var since = Uri.EscapeDataString(first.GetProperty("now").GetString() ?? "");
        var later = await Ok(worker.Client.GetAsync($"/api/v1/questions?changedSince={since}"));
        Assert.Equal(1, later.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_name_and_hours_are_shown_only_by_the_workers_own_wish()
    {
        var worker = await Staff.Join(box, "fu.dajie");
        await worker.Serve(
            box,
            grid,
            [
                new
                {
                    weekday = 1,
                    from = 480,
                    until = 720,
                },
            ]
        );
        var page = WebUtility.HtmlDecode(await Read(door));
        Assert.Contains("网格员", page, StringComparison.Ordinal);
        Assert.DoesNotContain("fu.dajie", page, StringComparison.Ordinal);
        Assert.DoesNotContain("08:00", page, StringComparison.Ordinal);
        var card = await Ok(
            worker.Client.PutAsJsonAsync("/api/v1/me/resident-card", new { showName = true, showHours = true })
        );
        Assert.Equal(Id(grid), card.GetProperty("grids")[0].GetProperty("id").GetString());
        page = WebUtility.HtmlDecode(await Read(door));
        Assert.Contains("fu.dajie", page, StringComparison.Ordinal);
        Assert.Contains("08:00–12:00", page, StringComparison.Ordinal);
        await Ok(worker.Client.PutAsJsonAsync("/api/v1/me/resident-card", new { showName = false, showHours = false }));
        Assert.DoesNotContain("fu.dajie", await Read(door), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_leads_to_the_door_and_a_new_address_makes_the_old_one_void()
    {
        using var svg = await box.Head.GetAsync($"/api/v1/grids/{Id(grid)}/door/code.svg");
        Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType?.MediaType);
        using var png = await box.Head.GetAsync($"/api/v1/grids/{Id(grid)}/door/code.png");
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await png.Content.ReadAsByteArrayAsync())[..4]);
        var poster = await box.Head.GetStringAsync($"/api/v1/grids/{Id(grid)}/door/poster?paper=a6");
        Assert.Contains(door, poster, StringComparison.Ordinal);
        Assert.Contains("size: 105mm 148mm", poster, StringComparison.Ordinal);
        var renewed = await Ok(
            box.Head.PostAsJsonAsync($"/api/v1/grids/{Id(grid)}/door/renew", new { expectedRevision = 1 })
        );
        Assert.NotEqual(door, new Uri(renewed.GetProperty("address").GetString()!).AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await resident.GetAsync(door)).StatusCode);
        await Refused(
            HttpStatusCode.Conflict,
            "revision.stale",
            box.Head.PostAsJsonAsync($"/api/v1/grids/{Id(grid)}/door/renew", new { expectedRevision = 1 })
        );
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_and_what_was_typed_stays()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Sent(door, "  ")).StatusCode);
        using var longer = await Sent(door, new string('长', 501));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, longer.StatusCode);
        var page = WebUtility.HtmlDecode(await longer.Content.ReadAsStringAsync());
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("长长长", page, StringComparison.Ordinal);
        // A browser counts a line end as one.
        using var lines = await Sent(door, string.Join("\r\n", Enumerable.Repeat("行", 250)));
        Assert.Equal(HttpStatusCode.SeeOther, lines.StatusCode);
    }

    [Fact]
    public async Task A_program_that_fills_the_trap_leaves_nothing_behind()
    {
        using var sent = await resident.PostAsync(
            door,
            new FormUrlEncodedContent([new("text", "buy now"), new("website", "https://spam.example")])
        );
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task Too_many_of_one_address_are_turned_away_for_an_hour()
    {
        for (var i = 0; i < ResidentLimiter.MostOfAddress; i++)
            await Ask($"第 {i} 件");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Sent(door, "还有")).StatusCode);
        Assert.Equal(ResidentLimiter.MostOfAddress, await Count());
        box.Box.Clock.Advance(TimeSpan.FromHours(1));
        await Ask("还有");
    }

    [Fact]
    public void One_address_cannot_close_a_door_for_all_others()
    {
        var limiter = new ResidentLimiter(box.Box.Clock);
        var one = IPAddress.Parse("203.0.113.7");
        for (var i = 0; i < 10 * ResidentLimiter.MostOfDoor; i++)
            Record.Exception(() => limiter.Count(one, "door"));
        limiter.Count(IPAddress.Parse("203.0.113.8"), "door");
    }

    [Fact]
    public void All_addresses_of_one_house_in_the_new_internet_are_one()
    {
        var limiter = new ResidentLimiter(box.Box.Clock);
        for (var i = 0; i < ResidentLimiter.MostOfAddress; i++)
            limiter.Count(IPAddress.Parse($"2001:db8:1:2::{i:x}"), $"door{i}");
        Assert.Throws<Refused>(() => limiter.Count(IPAddress.Parse("2001:db8:1:2:ffff::1"), "other"));
        limiter.Count(IPAddress.Parse("2001:db8:1:3::1"), "other");
    }

    [Fact]
    public async Task A_text_far_too_long_is_answered_with_a_page_as_well()
    {
        using var sent = await Sent(door, new string('长', 10_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal("text/html", sent.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Signs_that_no_keyboard_sends_are_left_out()
    {
        var asked = await Ask("路灯\u0007坏\u001b[31m了");
        Assert.Contains("路灯坏[31m了", WebUtility.HtmlDecode(await Read(asked)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Sent(door, "\0\u0001")).StatusCode);
    }

    [Theory]
    [InlineData("/my-grid/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/my-grid/short")]
    [InlineData("/my-grid/asked/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_address_that_leads_nowhere_says_so(string path)
    {
        using var answer = await resident.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await Sent(path, "有人吗")).StatusCode);
    }

    [Fact]
    public async Task A_question_is_deleted_when_its_time_is_over_and_that_is_written_down()
    {
        await using var quiet = new Quiet();
        var (other, path) = await quiet.Asked();
        other.Box.Clock.Advance(TimeSpan.FromDays(179));
        await Sweep(other);
        Assert.Equal(1, await Count(other));
        other.Box.Clock.Advance(TimeSpan.FromDays(2));
        await Sweep(other);
        Assert.Equal(0, await Count(other));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Box.Browser().GetAsync(path)).StatusCode);
        Assert.Equal(
            1,
            await other.Box.Inside(s =>
                s.GetRequiredService<ServeDb>()
                    .AuditRows.CountAsync(r => r.Action == "retention.deleted" && r.SubjectId == "Question")
            )
        );
    }

    [Fact]
    public async Task Ready_answers_are_the_units_own()
    {
        var (one, other) = (await Staff.Join(box, "one"), await Staff.Join(box, "other"));
        var kept = await Ok(one.Client.PostAsJsonAsync("/api/v1/ready-answers", new { text = "已经报修" }));
        Assert.Empty((await Ok(other.Client.GetAsync("/api/v1/ready-answers"))).GetProperty("items").EnumerateArray());
        await Refused(
            HttpStatusCode.NotFound,
            "ready-answer.unknown",
            other.Client.DeleteAsync($"/api/v1/ready-answers/{Id(kept)}")
        );
        Assert.Single((await Ok(one.Client.GetAsync("/api/v1/ready-answers"))).GetProperty("items").EnumerateArray());
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await one.Client.DeleteAsync($"/api/v1/ready-answers/{Id(kept)}")).StatusCode
        );
    }

    [Fact]
    public async Task The_phones_of_the_grids_workers_are_asked_to_ring()
    {
        var worker = await Staff.Join(box, "fu.dajie");
        await worker.Serve(box, grid);
        await Ask("有人吗");
        var payload = await box.Box.Inside(s =>
            s.GetRequiredService<ServeDb>()
                .Outbox.Where(m => m.Event == PushAsked.Name)
                .Select(m => m.Payload)
                .FirstAsync()
        );
        Assert.Contains(worker.Post.Id.ToString(), payload, StringComparison.Ordinal);
        Assert.DoesNotContain("有人吗", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_small_has_no_script_and_speaks_two_languages()
    {
        var zh = await Read(door);
        Assert.InRange(zh.Length, 1000, 20_000);
        Assert.DoesNotContain("<script", zh, StringComparison.OrdinalIgnoreCase);
        var en = await Read(door + "?language=en");
        Assert.Contains("My grid worker", en, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", en, StringComparison.Ordinal);
        // With no-referrer a browser sends its form without origin, and the server refuses it.
        using var answer = await resident.GetAsync(door);
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal(
            ResidentWords.Catalogues["zh"].Keys.Order(StringComparer.Ordinal),
            ResidentWords.Catalogues["en"].Keys.Order(StringComparer.Ordinal)
        );
    }

    private async Task<string> Ask(string text)
    {
        var secret = SecretIn(await Read(door));
        using var sent = await Sent(door, text, secret);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        return sent.Headers.Location!.ToString(); // A redirect has one.
    }

    private async Task Post(string path, string text, string? secret = null)
    {
        using var sent = await Sent(path, text, secret);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    private Task<HttpResponseMessage> Sent(string path, string text, string? secret = null) =>
        resident.PostAsync(
            path,
            new FormUrlEncodedContent([new("text", text), new("secret", secret ?? ""), new("website", "")])
        );

    private async Task<string> Read(string path)
    {
        using var answer = await resident.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<JsonElement> Answer(Staff worker, JsonElement question, string text, Guid? id = null) =>
        Ok(
            worker.Client.PostAsJsonAsync(
                $"/api/v1/questions/{Id(question)}/answers",
                new { id = id ?? Guid.CreateVersion7(), text }
            )
        );

    private Task<int> Count() => Count(box);

    private static Task<int> Count(ServeBox of) =>
        of.Box.Inside(s => s.GetRequiredService<ServeDb>().Questions.CountAsync());

    private static Task<int> Sweep(ServeBox of) =>
        of.Box.Inside(async services =>
        {
            await services
                .GetRequiredService<DeleteWhatIsOver>()
                .Run(new JobRun(1, (_, _) => Task.CompletedTask), default);
            return 0;
        });

    private static string SecretIn(string page) => Secret().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"secret\" value=\"([A-Za-z0-9_-]{22})\"")]
    private static partial Regex Secret();

    /// <summary>A Fourfold whose timers do not run, for a test that moves the clock by months.</summary>
    private sealed class Quiet : IAsyncDisposable
    {
        private ServeBox? own;

        public async Task<(ServeBox Box, string Path)> Asked()
        {
            own = await ServeBox.Start(services => services.RunNoLoops());
            var grid = await own.Draw(Square(0, 0));
            var door = await Ok(own.Head.GetAsync($"/api/v1/grids/{Id(grid)}/door"));
            using var browser = own.Box.Browser();
            using var sent = await browser.PostAsync(
                new Uri(door.GetProperty("address").GetString()!).AbsolutePath,
                new FormUrlEncodedContent([new("text", "有人吗")])
            );
            return (own, sent.Headers.Location!.ToString()); // A redirect has one.
        }

        public ValueTask DisposeAsync() => own?.DisposeAsync() ?? default;
    }
}
