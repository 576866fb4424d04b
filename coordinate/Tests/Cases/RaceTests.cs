using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Idempotency;
using Fourfold.Testing;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>Two at once: one wins, the other is told what is there now, and nothing is done twice.</summary>
[Trait("Needs", "Store")]
public sealed class RaceTests
{
    private const int Racers = 5;

    [Fact]
    public async Task Of_many_officers_who_accept_at_once_one_wins_and_the_others_see_who()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, Racers)
                .Select(_ => box.Send(box.Box.As(TestActor.Responder(Station.Id.Value)), "accept", order))
        );
        Assert.Single(results, r => r.GetProperty("status").GetInt32() == 200);
        Assert.All(
            results.Where(r => r.GetProperty("status").GetInt32() != 200),
            r =>
            {
                Assert.Equal(409, r.GetProperty("status").GetInt32());
                Assert.Equal("accepted", r.GetProperty("current").GetProperty("state").GetString());
            }
        );
        Assert.Single(
            (await box.Order(order)).GetProperty("history").EnumerateArray(),
            h => h.GetProperty("step").GetString() == "accept"
        );
    }

    [Fact]
    public async Task Of_many_clerks_who_conclude_at_once_one_wins_and_it_is_told_once()
    {
        await using var box = await Start();
        var (resolved, _) = await box.Resolved();
        var verified = await Ok(Transition(box.Clerk, resolved, "verify_pass"));
        var judged = await Race(who =>
            who.PostAsJsonAsync(
                $"/api/v1/cases/{Id(verified)}/outcome",
                new
                {
                    outcome = "confirmed",
                    reason = "illegal-landing",
                    expectedRevision = verified.GetProperty("revision").GetInt32(),
                }
            )
        );
        await Race(who => Transition(who, judged, "conclude"));
        Assert.Single(await AlertToOutcomeTests.Told<CaseConcluded>(box, CaseConcluded.Name));

        async Task<JsonElement> Race(Func<HttpClient, Task<HttpResponseMessage>> act)
        {
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, Racers)
                    .Select(_ => act(box.Box.As(new TestActor(Roles.CentreClerk, Purpose: Purposes.CaseWork))))
            );
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
            foreach (var loser in answers.Where(a => a.StatusCode != HttpStatusCode.OK))
            {
                Assert.Equal(HttpStatusCode.Conflict, loser.StatusCode);
                var problem = await loser.Content.ReadFromJsonAsync<JsonElement>();
                Assert.Equal(Id(verified), Id(problem.GetProperty("current")));
            }
            return await answers
                .Single(a => a.StatusCode == HttpStatusCode.OK)
                .Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    [Fact]
    public async Task Many_who_open_a_case_from_one_alert_get_one_case()
    {
        await using var box = await Start();
        var request = new { origin = "alert", alertId = box.Alert().Id.Value };
        var answers = await Task.WhenAll(
            Enumerable.Range(0, Racers).Select(_ => Ok(box.Duty.PostAsJsonAsync("/api/v1/cases", request)))
        );
        Assert.Single(answers.Select(Id).Distinct());
        Assert.Single(await AlertToOutcomeTests.Told<AlertJoinedCase>(box, AlertJoinedCase.Name));
    }

    [Fact]
    public async Task The_same_post_sent_many_times_at_once_is_done_once()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Racers)
                .Select(_ =>
                    Post(box.Duty, $"/api/v1/cases/{Id(opened)}/work-orders", key, new { instruction = "看岸上" })
                )
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        var ids = new List<Guid>();
        foreach (var answer in answers)
            ids.Add(Id(await answer.Content.ReadFromJsonAsync<JsonElement>()));
        Assert.Single(ids.Distinct());
        Assert.Equal(1, (await box.Case(opened)).GetProperty("workOrders").GetArrayLength());
    }

    [Fact]
    public async Task The_same_step_sent_many_times_at_once_is_answered_alike_though_each_names_the_revision_before_it()
    {
        await using var box = await Start();
        var (resolved, _) = await box.Resolved();
        var (key, path) = (Guid.CreateVersion7().ToString(), $"/api/v1/cases/{Id(resolved)}/transitions");
        var step = new { transition = "verify_pass", expectedRevision = resolved.GetProperty("revision").GetInt32() };
        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => Post(box.Clerk, path, key, step)));
        var later = await Post(box.Clerk, path, key, step);
        Assert.All(answers.Append(later), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var bodies = await Task.WhenAll(answers.Append(later).Select(a => a.Content.ReadAsStringAsync()));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        var other = await Post(box.Clerk, path, key, step with { transition = "verify_fail" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task A_refused_step_may_come_again_with_the_same_key_when_it_is_allowed()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var (key, path) = (Guid.CreateVersion7().ToString(), $"/api/v1/cases/{Id(opened)}/transitions");
        var early = await Post(box.Clerk, path, key, new { transition = "verify_pass", expectedRevision = 1 });
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        var (resolved, _) = await box.Resolved();
        var step = new { transition = "verify_pass", expectedRevision = resolved.GetProperty("revision").GetInt32() };
        var then = await Post(box.Clerk, $"/api/v1/cases/{Id(resolved)}/transitions", key, step);
        Assert.Equal(HttpStatusCode.OK, then.StatusCode);
    }

    [Fact]
    public async Task The_same_queue_sent_many_times_at_once_is_carried_out_once()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var (id, revision) = (Id(order), order.GetProperty("revision").GetInt32());
        object[] queue =
        [
            box.Command("accept", id, revision),
            box.Command("note", id, revision + 1, new { text = "一" }),
            box.Command("note", id, revision + 2, new { text = "二" }),
        ];
        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => SendAll(box.Officer, queue)));
        Assert.All(answers.SelectMany(a => a), r => Assert.Equal(200, r.GetProperty("status").GetInt32()));
        Assert.Equal(revision + 3, (await box.Order(order)).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Notes_written_at_once_are_all_kept_and_numbers_given_at_once_are_all_different()
    {
        await using var box = await Start();
        var opened = await box.Open();
        await Task.WhenAll(
            Enumerable
                .Range(0, Racers)
                .Select(n => Ok(box.Duty.PostAsJsonAsync($"/api/v1/cases/{Id(opened)}/notes", new { text = $"n{n}" })))
        );
        var texts = (await box.Case(opened))
            .GetProperty("timeline")
            .EnumerateArray()
            .Where(e => e.GetProperty("kind").GetString() == "note")
            .Select(e => e.GetProperty("text").GetString());
        Assert.Equal(Enumerable.Range(0, Racers).Select(n => $"n{n}"), texts.Order());

        var cases = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => box.Open()));
        Assert.Equal(
            Enumerable.Range(2, Racers).Select(n => $"46-2026-{n:00000}"),
            cases.Select(c => c.GetProperty("number").GetString()!).Order(StringComparer.Ordinal) // Always there.
        );
    }

    private static async Task<HttpResponseMessage> Post(HttpClient who, string path, string key, object what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = JsonContent.Create(what),
            Headers = { { Idempotent.Header, key } },
        };
        return await who.SendAsync(request);
    }
}
