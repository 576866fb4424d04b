using System.Net;
using System.Text.Json;
using Fourfold.Serve.Deletion;
using Fourfold.Serve.Tests.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Deletion;

[Trait("Needs", "Store")]
public sealed class DeletionTests
{
    [Fact]
    public async Task Each_field_goes_when_its_own_time_is_over_and_the_rest_stays()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await box.Visited();
        await After(box, 9);
        Assert.Equal(2, (await One(box)).GetProperty("masked").GetArrayLength());
        await After(box, 1);
        Assert.Equal(["/relatives/0/id_number"], Texts(await One(box), "masked"));
        await After(box, 10);
        Assert.Empty(Texts(await One(box), "masked"));
        Assert.True((await One(box)).GetProperty("answers").TryGetProperty("phone", out _));
        await After(box, 10);
        var left = await One(box);
        Assert.Equal(["health", "id_number", "phone"], Texts(left, "deleted"));
        Assert.Equal(
            """{"note":"门口有台阶","people":3,"relatives":[{"relation":"子"},{"relation":"女"}]}""",
            left.GetProperty("answers").GetRawText()
        );
        await box.Box.Inside(async services =>
        {
            var db = services.GetRequiredService<ServeDb>();
            Assert.Empty(await db.SealedValues.ToListAsync());
            Assert.Null((await db.Submissions.SingleAsync()).DueAt);
            return 0;
        });
        Assert.Equal(3, await SubmissionTests.Audited(box, "retention.answers-deleted"));
    }

    [Fact]
    public async Task What_a_resident_left_goes_after_its_own_time_also_of_a_form_that_keeps_the_rest()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await Ok(box.Submit(VisitAnswers(), forResident: new { consent = true, name = "林阿婆" }));
        await After(box, 179);
        Assert.Equal(["/for-resident"], Texts(await One(box), "masked"));
        await After(box, 1);
        var left = await One(box);
        Assert.Empty(Texts(left, "masked"));
        Assert.Contains("for-resident", Texts(left, "deleted"));
        Assert.Equal("门口有台阶", left.GetProperty("answers").GetProperty("note").GetString());
    }

    [Fact]
    public async Task The_place_of_a_form_goes_with_the_answer_that_named_it_and_what_was_worked_out_with_its_source()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(
            Spec(
                "visit",
                Field("home", "position", "personal", 10),
                Field("phone", "text", "personal", 10),
                Field("again", "text", more: new { calculate = "if(${phone} != '', ${phone}, '')" }),
                Field("house", "text", "personal", 30)
            )
        );
        var home = new { latitude = 19.738512, longitude = 110.006612 };
        await Ok(
            box.Submit(
                new
                {
                    home,
                    phone = "13800000000",
                    again = "13800000000",
                    house = "12",
                },
                position: home
            )
        );
        await After(box, 10);
        var left = await One(box);
        Assert.Equal(JsonValueKind.Null, left.GetProperty("position").ValueKind);
        Assert.Equal("""{"house":"12"}""", left.GetProperty("answers").GetRawText());
    }

    [Fact]
    public async Task What_was_deleted_is_proved_by_a_chain_that_anybody_can_reckon()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await box.Visited();
        await box.Visited();
        await After(box, 10);
        await box.Visited();
        await After(box, 40);
        var records = await box.Box.Inside(s =>
            s.GetRequiredService<ServeDb>().Deletions.OrderBy(d => d.Number).ToListAsync()
        );
        Assert.Equal(Enumerable.Range(1, records.Count).Select(n => (long)n), records.Select(r => r.Number));
        var before = new byte[32];
        foreach (var record in records)
        {
            Assert.Equal(record.HashAfter(before), record.Hash);
            before = record.Hash;
        }
        Assert.Equal((3, 2), (records.Where(r => r.Field == "health").Sum(r => r.Count), records[0].Count));
        var listed = await Ok(box.Clerk.GetAsync("/api/v1/forms/visit/deletions?limit=2"));
        Assert.Equal(
            Convert.ToHexStringLower(records[^1].Hash),
            listed.GetProperty("items")[0].GetProperty("hash").GetString()
        );
        Assert.NotNull(listed.GetProperty("next").GetString());
        await Refused(HttpStatusCode.NotFound, "form.unknown", box.Stranger.GetAsync("/api/v1/forms/visit/deletions"));
    }

    [Fact]
    public async Task A_turn_with_nothing_to_do_does_nothing_and_one_repeated_deletes_once()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await After(box, 0);
        await box.Visited();
        await After(box, 10);
        await box.Run<DeleteAnswers>();
        Assert.Equal(1, await SubmissionTests.Audited(box, "retention.answers-deleted"));
    }

    [Fact]
    public async Task A_form_sent_again_after_its_answers_were_deleted_does_not_bring_them_back()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var (id, at) = (Guid.CreateVersion7(box.Now), box.Now);
        await Ok(box.Submit(VisitAnswers(), id: id, filledAt: at));
        await After(box, 10);
        await Ok(box.Submit(VisitAnswers(), id: id, filledAt: at));
        Assert.Equal(["/relatives/0/id_number"], Texts(await One(box), "masked"));
    }

    [Fact]
    public async Task A_phone_whose_clock_runs_ahead_keeps_nothing_longer()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await Ok(box.Submit(VisitAnswers(), filledAt: box.Now.AddHours(23)));
        await After(box, 10);
        Assert.Equal(["/relatives/0/id_number"], Texts(await One(box), "masked"));
    }

    private static async Task After(FormsBox box, int days)
    {
        box.Box.Clock.Advance(TimeSpan.FromDays(days));
        await box.Run<DeleteAnswers>();
    }

    private static async Task<JsonElement> One(FormsBox box) => Assert.Single(await box.List(box.Clerk));

    private static string[] Texts(JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
}
