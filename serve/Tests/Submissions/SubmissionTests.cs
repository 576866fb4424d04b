using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Submissions;

[Trait("Needs", "Store")]
public sealed class SubmissionTests
{
    [Fact]
    public async Task A_filled_form_comes_in_masked_and_its_look_is_written_down()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var id = await box.Visited();
        var seen = await Ok(box.Clerk.GetAsync($"/api/v1/submissions/{id}"));
        Assert.Equal(
            ["/health", "/relatives/0/id_number"],
            seen.GetProperty("masked").EnumerateArray().Select(m => m.GetString())
        );
        var answers = seen.GetProperty("answers");
        Assert.Equal("门口有台阶", answers.GetProperty("note").GetString());
        Assert.Equal("13800000000", answers.GetProperty("phone").GetString());
        Assert.False(answers.TryGetProperty("health", out _));
        Assert.Equal("""{"relation":"子"}""", answers.GetProperty("relatives")[0].GetRawText());
        Assert.Single(await box.List(box.Clerk));
        Assert.Equal(1, await Audited(box, "submission.seen"));
        Assert.Equal(1, await Audited(box, "submissions.listed"));
    }

    [Fact]
    public async Task What_is_sensitive_is_nowhere_in_the_store_in_clear()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var first = await box.Visited();
        await box.Visited();
        var rows = await box.Box.Inside(async services =>
        {
            var db = services.GetRequiredService<ServeDb>();
            Assert.DoesNotContain(await db.Submissions.Select(s => s.Answers).ToListAsync(), Tells);
            return await db.SealedValues.Where(v => v.Path == "/health").ToListAsync();
        });
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.EndsWith($":{County}", r.KeyId, StringComparison.Ordinal));
        Assert.NotEqual(rows[0].Ciphertext, rows[1].Ciphertext);
        // Equal for equal texts, so that what belongs together is found without opening it.
        Assert.Equal(rows[0].Match, rows[1].Match);
        Assert.DoesNotContain("二型糖尿病", await box.Clerk.GetStringAsync($"/api/v1/submissions/{first}"));

        static bool Tells(string answers) =>
            answers.Contains("二型糖尿病", StringComparison.Ordinal)
            || answers.Contains("460000", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sensitive", null, false)]
    [InlineData("sensitive", 19.9, true)]
    [InlineData("personal", null, true)]
    public async Task The_place_of_a_sensitive_answer_lies_nowhere_in_clear(string home, double? pier, bool kept)
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("visit", Field("home", "position", home, 10), Field("pier", "position")));
        var lives = new { latitude = 19.738512, longitude = 110.006612 };
        var seen = pier is { } latitude ? new { latitude, longitude = 110.1 } : null;
        var answers = seen is null ? (object)new { home = lives } : new { home = lives, pier = seen };
        // A phone says again beside the answers where the form says it is about.
        await Ok(box.Submit(answers, position: seen ?? lives));
        var shown = Assert.Single(await box.List(box.Clerk));
        Assert.Equal(kept, shown.GetProperty("position").ValueKind == JsonValueKind.Object);
        var file = await box.Head.GetStringAsync("/api/v1/forms/visit/export?format=geojson");
        Assert.Equal(home != "sensitive", file.Contains("19.7385", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_worked_out_from_a_sensitive_answer_is_sealed_like_it()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(
            Spec(
                "visit",
                Field("id_number", "text", "sensitive", 10),
                Field("again", "text", more: new { calculate = "if(${id_number} != '', ${id_number}, '')" }),
                Field("letters", "integer", more: new { calculate = "string-length(${again})" }),
                Field("note", "text")
            )
        );
        const string number = "460000199001010011";
        await Ok(
            box.Submit(
                new
                {
                    id_number = number,
                    again = number,
                    letters = number.Length,
                    note = "x",
                }
            )
        );
        var shown = Assert.Single(await box.List(box.Clerk));
        Assert.Equal("""{"note":"x"}""", shown.GetProperty("answers").GetRawText());
        Assert.Equal(
            ["/again", "/id_number", "/letters"],
            shown.GetProperty("masked").EnumerateArray().Select(m => m.GetString()).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"note":"\ud83c"}""")]
    [InlineData("""{"note":"a\u0000b"}""")]
    [InlineData("""{"relatives":[{"relation":"\udf0a\ud83c"}]}""")]
    [InlineData("""{"\ud83c":1}""")]
    public async Task Text_that_no_store_takes_is_refused_and_not_sent_for_ever(string answers)
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var body =
            $$"""{"id":"{{Guid.CreateVersion7(box.Now)}}","version":1,"filledAt":"{{box.Now:O}}","answers":{{answers}}}""";
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.unreadable-answers",
            box.Worker.PostAsync("/api/v1/forms/visit/submissions", content)
        );
    }

    [Fact]
    public async Task What_a_resident_without_a_phone_leaves_is_sealed_and_without_consent_nothing_of_them_is_kept()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var resident = new { name = " 林阿婆 ", phone = "0898 6660 0001" };
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "requester.no-consent",
            box.Submit(VisitAnswers(), forResident: resident)
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "requester.phone-malformed",
            box.Submit(VisitAnswers(), forResident: new { consent = true, phone = "call me" })
        );
        var silent = await Ok(box.Submit(VisitAnswers(), forResident: new { consent = false }));
        var told = await Ok(
            box.Submit(
                VisitAnswers(),
                forResident: new
                {
                    consent = true,
                    resident.name,
                    resident.phone,
                }
            )
        );
        var (seen, quiet) = (await Seen(told), await Seen(silent));
        Assert.True(quiet.GetProperty("forResident").GetBoolean());
        Assert.DoesNotContain("/for-resident", quiet.GetProperty("masked").GetRawText());
        Assert.Contains("/for-resident", seen.GetProperty("masked").EnumerateArray().Select(m => m.GetString()));
        Assert.DoesNotContain("林阿婆", seen.GetRawText());
        Assert.DoesNotContain("6660", seen.GetRawText());

        async Task<JsonElement> Seen(JsonElement received) =>
            await Ok(box.Clerk.GetAsync($"/api/v1/submissions/{received.GetProperty("id").GetString()}"));
    }

    [Fact]
    public async Task The_same_sent_twice_is_taken_in_once_and_another_under_its_id_is_not()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var (id, at) = (Guid.CreateVersion7(box.Now), box.Now);
        var first = await Ok(box.Submit(VisitAnswers(), id: id, filledAt: at));
        box.Box.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Ok(box.Submit(VisitAnswers(), id: id, filledAt: at));
        Assert.Equal(first.GetRawText(), second.GetRawText());
        await Refused(
            HttpStatusCode.Conflict,
            "submission.id-taken",
            box.Submit(new { note = "other" }, id: id, filledAt: at)
        );
        using var other = box.As(Roles.GridWorker);
        await Refused(
            HttpStatusCode.Conflict,
            "submission.id-taken",
            box.Submit(VisitAnswers(), id: id, filledAt: at, who: other)
        );
        Assert.Single(await box.List(box.Clerk));
    }

    [Fact]
    public async Task Two_that_come_at_once_are_one()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var (id, at) = (Guid.CreateVersion7(box.Now), box.Now);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => box.Submit(VisitAnswers(), id: id, filledAt: at))
        );
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        // Who met the other at the row is told to come again, and then finds it.
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        await Ok(box.Submit(VisitAnswers(), id: id, filledAt: at));
        Assert.Single(await box.List(box.Clerk));
    }

    [Fact]
    public async Task Wrong_answers_are_told_with_their_places()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var problem = await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.invalid-answers",
            box.Submit(new { people = 0, nothing = 1 })
        );
        var errors = problem.GetProperty("parameters").GetProperty("errors").EnumerateArray();
        Assert.Contains(errors, e => e.GetProperty("path").GetString() == "/nothing");
        Assert.Contains(errors, e => e.GetProperty("path").GetString() == "/people");
        await Refused(HttpStatusCode.UnprocessableEntity, "form.unreadable-answers", box.Submit("text"));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "submission.id-malformed",
            box.Submit(VisitAnswers(), id: Guid.NewGuid())
        );
        Assert.Empty(await box.List(box.Clerk));
    }

    [Fact]
    public async Task A_submission_keeps_its_version_and_an_old_one_is_still_taken_in()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var changed = Visit();
        changed["items"]!.AsArray().Add(Field("floor", "integer", more: new { required = true }));
        await box.Publish(changed);
        await Ok(box.Submit(VisitAnswers(), version: 1));
        // Judged by its own version, not by the one it was filled with.
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.invalid-answers",
            box.Submit(VisitAnswers(), version: 2)
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.version-unknown",
            box.Submit(VisitAnswers(), version: 3)
        );
        Assert.Equal(1, Assert.Single(await box.List(box.Clerk)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_retired_form_takes_what_was_filled_before()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var before = box.Now;
        box.Box.Clock.Advance(TimeSpan.FromHours(1));
        using var retired = await box.Clerk.PostAsync("/api/v1/forms/visit/retire", null);
        Assert.Equal(HttpStatusCode.NoContent, retired.StatusCode);
        await Ok(box.Submit(VisitAnswers(), filledAt: before));
        await Refused(HttpStatusCode.Conflict, "form.closed", box.Submit(VisitAnswers()));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "submission.filled-at-range",
            box.Submit(VisitAnswers(), filledAt: before.AddDays(-91))
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "submission.filled-at-range",
            box.Submit(VisitAnswers(), filledAt: before.AddDays(3))
        );
    }

    [Fact]
    public async Task Another_county_reads_nothing_and_fills_nothing()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit(), who: box.Head);
        var id = await box.Visited();
        await Refused(
            HttpStatusCode.NotFound,
            "submission.unknown",
            box.Stranger.GetAsync($"/api/v1/submissions/{id}")
        );
        await Refused(
            HttpStatusCode.NotFound,
            "form.unknown",
            box.Stranger.GetAsync("/api/v1/forms/visit/submissions")
        );
        await Refused(HttpStatusCode.NotFound, "form.unknown", box.Submit(VisitAnswers(), who: box.Stranger));
        // Of a form of the province, each county sees its own.
        await box.Publish(Visit("all"), who: box.Province);
        await Ok(box.Submit(VisitAnswers(), "all"));
        Assert.Empty(await box.List(box.Stranger, "all"));
        Assert.Empty(await box.List(box.Stranger, "all", $"area={County}"));
        Assert.Single(await box.List(box.Province, "all", $"area={County}"));
    }

    [Theory]
    [InlineData(Roles.GridWorker)]
    [InlineData(Roles.HotlineAgent)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Statistician)]
    public async Task Only_who_needs_submissions_reads_them(string role)
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var id = await box.Visited();
        using var who = box.As(role, "46");
        await Refused(HttpStatusCode.Forbidden, "permission.missing", who.GetAsync($"/api/v1/submissions/{id}"));
        await Refused(HttpStatusCode.Forbidden, "permission.missing", who.GetAsync("/api/v1/forms/visit/submissions"));
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        using var answer = await box.Submit(new { note = new string('x', 7 << 20) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await Refused(
            HttpStatusCode.RequestEntityTooLarge,
            "form.answers-too-large",
            box.Submit(new { note = new string('x', 2 << 20) })
        );
    }

    [Fact]
    public async Task Without_the_validator_nothing_is_taken_in_and_it_is_said_why()
    {
        await using var box = await FormsBox.Start(judged: false);
        await box.Publish(Visit());
        await Refused(HttpStatusCode.ServiceUnavailable, "form.validator-missing", box.Submit(VisitAnswers()));
    }

    [Fact]
    public async Task A_picture_is_attached_by_who_filled_the_form_and_under_a_name_it_has()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("shot", Field("picture", "photo")));
        var id = (await Ok(box.Submit(new { picture = "a.jpg" }, "shot"))).GetProperty("id").GetString();
        var attach = $"/api/v1/submissions/{id}/media";
        var file = Guid.CreateVersion7();
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "form.media-unknown",
            box.Worker.PostAsJsonAsync(attach, new { name = "b.jpg", fileId = file })
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "file.unknown",
            box.Worker.PostAsJsonAsync(attach, new { name = "a.jpg", fileId = file })
        );
        await Refused(
            HttpStatusCode.NotFound,
            "submission.unknown",
            box.Clerk.PostAsJsonAsync(attach, new { name = "a.jpg", fileId = file })
        );
        var view = Assert.Single(await box.List(box.Clerk, "shot")).GetProperty("media")[0];
        Assert.Equal(
            ("a.jpg", JsonValueKind.Null),
            (view.GetProperty("name").GetString(), view.GetProperty("fileId").ValueKind)
        );
    }

    internal static Task<int> Audited(FormsBox box, string action) =>
        box.Box.Inside(services =>
            services
                .GetRequiredService<ServeDb>()
                .Database.SqlQueryRaw<int>(
                    Fourfold.Testing.TestStore.IsPostgres
                        ? "select count(*)::int as \"Value\" from serve.audit where action = {0}"
                        : "select count(*) as \"Value\" from serve_audit where action = {0}",
                    action
                )
                .SingleAsync()
        );
}
