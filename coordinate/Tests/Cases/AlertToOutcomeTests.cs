using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Cases;

[Trait("Needs", "Store")]
public sealed class AlertToOutcomeTests
{
    [Fact]
    public async Task The_loop_goes_from_alert_to_outcome_through_five_people()
    {
        await using var box = await Start();
        var (resolved, order) = await box.Resolved(
            new
            {
                result = "confirmed",
                reason = "smuggled-live-animals",
                note = "水牛上岸，已扣",
                position = Place,
                photos = new[] { box.Photo().Value },
                seized = new[]
                {
                    new
                    {
                        kind = "live-buffalo",
                        number = 14,
                        unit = "head",
                        handedTo = "澄迈县动物卫生监督所",
                    },
                },
            }
        );
        Assert.Equal("resolved", resolved.GetProperty("state").GetString());
        var seized = order.GetProperty("report").GetProperty("seized")[0];
        Assert.Equal(14, seized.GetProperty("number").GetDouble());
        Assert.Equal("quarantine.required", seized.GetProperty("hint").GetString());

        var verified = await Ok(Transition(box.Clerk, resolved, "verify_pass", new { note = "电话核实" }));
        Assert.Equal("verified", verified.GetProperty("workOrders")[0].GetProperty("state").GetString());
        await Refused(HttpStatusCode.Conflict, "case.with-outcome", Transition(box.Clerk, verified, "conclude"));
        var judged = await Ok(
            box.Clerk.PostAsJsonAsync(
                $"/api/v1/cases/{Id(verified)}/outcome",
                new
                {
                    outcome = "confirmed",
                    reason = "smuggled-live-animals",
                    expectedRevision = verified.GetProperty("revision").GetInt32(),
                }
            )
        );
        var closed = await Ok(Transition(box.Duty, judged, "conclude"));

        Assert.Equal("closed", closed.GetProperty("state").GetString());
        Assert.Equal("confirmed", closed.GetProperty("alerts")[0].GetProperty("outcome").GetString());
        Assert.Equal(
            ["observation", "track", "alert", "case", "workOrder", "outcome"],
            closed.GetProperty("stepper").EnumerateArray().Select(s => s.GetProperty("step").GetString())
        );
        Assert.All(
            closed.GetProperty("stepper").EnumerateArray(),
            s => Assert.NotEqual(JsonValueKind.Null, s.GetProperty("at").ValueKind)
        );
        Assert.All(
            closed.GetProperty("hands").EnumerateArray(),
            h => Assert.NotEqual(JsonValueKind.Null, h.GetProperty("until").ValueKind)
        );
        var told = await Told<CaseConcluded>(box, CaseConcluded.Name);
        Assert.Equal("confirmed", Assert.Single(told).Outcome);
        Assert.True(told[0].Simulated);
        Assert.Single(await Told<AlertJoinedCase>(box, AlertJoinedCase.Name));
        Assert.Equal(Station.Id, Assert.Single(await Told<WorkOrderIssued>(box, WorkOrderIssued.Name)).Unit);
    }

    [Fact]
    public async Task A_second_post_for_the_same_alert_returns_the_same_case()
    {
        await using var box = await Start();
        var request = new { origin = "alert", alertId = box.Alert().Id.Value };
        var first = await box.Duty.PostAsJsonAsync("/api/v1/cases", request);
        var second = await box.Clerk.PostAsJsonAsync("/api/v1/cases", request);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(
            Id(await first.Content.ReadFromJsonAsync<JsonElement>()),
            Id(await second.Content.ReadFromJsonAsync<JsonElement>())
        );
    }

    [Fact]
    public async Task Numbers_count_up_without_gaps_and_the_work_order_carries_its_cases()
    {
        await using var box = await Start();
        var first = await box.Open();
        var second = await box.Open();
        Assert.Equal("46-2026-00001", first.GetProperty("number").GetString());
        Assert.Equal("46-2026-00002", second.GetProperty("number").GetString());
        Assert.Equal("46-2026-00002-1", (await box.Issue(second)).GetProperty("number").GetString());
    }

    [Fact]
    public async Task A_further_alert_joins_and_is_set_apart_from_the_outcome()
    {
        await using var box = await Start();
        var (resolved, _) = await box.Resolved();
        var further = box.Alert(level: 3);
        var joined = await Ok(
            box.Duty.PostAsJsonAsync($"/api/v1/cases/{Id(resolved)}/alerts", new { alertId = further.Id.Value })
        );
        var again = await Ok(
            box.Duty.PostAsJsonAsync($"/api/v1/cases/{Id(resolved)}/alerts", new { alertId = further.Id.Value })
        );
        Assert.Equal(2, again.GetProperty("alerts").GetArrayLength());
        Assert.Equal(joined.GetProperty("timeline").GetArrayLength(), again.GetProperty("timeline").GetArrayLength());
        var other = await box.Open();
        await Refused(
            HttpStatusCode.Conflict,
            "alert.in-another-case",
            box.Duty.PostAsJsonAsync($"/api/v1/cases/{Id(other)}/alerts", new { alertId = further.Id.Value })
        );

        var verified = await Ok(Transition(box.Clerk, again, "verify_pass"));
        var judged = await Ok(
            box.Clerk.PostAsJsonAsync(
                $"/api/v1/cases/{Id(verified)}/outcome",
                new
                {
                    outcome = "confirmed",
                    reason = "illegal-landing",
                    alerts = new[]
                    {
                        new
                        {
                            alertId = further.Id.Value,
                            outcome = "refuted",
                            reason = "leisure",
                        },
                    },
                    expectedRevision = verified.GetProperty("revision").GetInt32(),
                }
            )
        );
        await Ok(Transition(box.Duty, judged, "conclude"));
        var told = Assert.Single(await Told<CaseConcluded>(box, CaseConcluded.Name));
        Assert.Equal(["confirmed", "refuted"], told.Alerts.OrderBy(a => a.Alert == further.Id).Select(a => a.Outcome));
    }

    [Fact]
    public async Task Who_handled_it_does_not_verify_it()
    {
        await using var box = await Start();
        var both = new TestActor(Roles.GridLead, Purpose: Purposes.FieldWork) { Unit = Station.Id.Value };
        var opened = await box.Open();
        var order = await box.Issue(opened);
        var who = box.Box.As(both);
        var revision = order.GetProperty("revision").GetInt32();
        await CoordinateBox.SendAll(
            who,
            box.Command("accept", Id(order), revision),
            box.Command("report", Id(order), revision + 1, new { result = "not-found", reason = "no-trace" })
        );
        var resolved = await box.Case(opened);
        Assert.Equal("resolved", resolved.GetProperty("state").GetString());
        var desk = box.Box.As(both with { Role = Roles.CentreClerk });
        var refused = await Refused(
            HttpStatusCode.Conflict,
            "case.not-by-handler",
            Transition(desk, resolved, "verify_pass")
        );
        Assert.Equal("resolved", refused.GetProperty("parameters").GetProperty("state").GetString());
        Assert.Equal(Id(resolved), Id(refused.GetProperty("current")));
        Assert.DoesNotContain(
            "verify_pass",
            (await box.Case(resolved, desk))
                .GetProperty("allowed")
                .EnumerateArray()
                .Select(a => a.GetProperty("transition").GetString())
        );
        await Ok(Transition(box.Clerk, resolved, "verify_pass"));
    }

    [Fact]
    public async Task Failed_verification_sends_the_work_back_and_the_clock_goes_on_where_it_stood()
    {
        await using var box = await Start();
        var (resolved, order) = await box.Resolved();
        box.Box.Clock.Advance(TimeSpan.FromMinutes(30));
        var why = new { reason = "evidence-missing", note = "the pier from the sea" };
        var back = await Ok(Transition(box.Clerk, resolved, "verify_fail", why));
        Assert.Equal("in-progress", back.GetProperty("state").GetString());
        Assert.Equal("accepted", back.GetProperty("workOrders")[0].GetProperty("state").GetString());
        Assert.Equal(
            resolved.GetProperty("deadlineAt").GetDateTimeOffset().AddMinutes(30),
            back.GetProperty("deadlineAt").GetDateTimeOffset()
        );
        var again = await box.Order(order, box.Officer);
        var told = again.GetProperty("history").EnumerateArray().Last();
        Assert.Equal("the pier from the sea", told.GetProperty("text").GetString());
        var report = await box.Send(box.Officer, "report", again, new { result = "refuted", reason = "leisure" });
        Assert.Equal(200, report.GetProperty("status").GetInt32());
        Assert.Equal("resolved", (await box.Case(back)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_transition_that_is_not_allowed_is_refused_with_state_and_what_is()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var refused = await Refused(
            HttpStatusCode.Conflict,
            "case.transition-refused",
            Transition(box.Duty, opened, "conclude")
        );
        Assert.Equal("reported", refused.GetProperty("parameters").GetProperty("state").GetString());
        Assert.Equal(
            ["accept", "reject", "merge", "withdraw"],
            refused.GetProperty("parameters").GetProperty("allowed").EnumerateArray().Select(a => a.GetString())
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "case.transition-unknown",
            Transition(box.Duty, opened, "fly")
        );
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            Transition(box.Duty, opened, "void", new { reason = "test" })
        );
        await Refused(HttpStatusCode.UnprocessableEntity, "case.member-missing", Transition(box.Head, opened, "void"));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "case.note-missing",
            Transition(box.Head, opened, "void", new { reason = "other" })
        );
    }

    [Fact]
    public async Task A_stale_revision_gets_the_present_case()
    {
        await using var box = await Start();
        var opened = await box.Open();
        await Ok(Transition(box.Duty, opened, "accept"));
        var refused = await Refused(HttpStatusCode.Conflict, "revision.stale", Transition(box.Clerk, opened, "reject"));
        Assert.Equal("accepted", refused.GetProperty("current").GetProperty("state").GetString());
        Assert.Equal(1, refused.GetProperty("parameters").GetProperty("expected").GetInt32());
    }

    [Fact]
    public async Task A_case_voided_with_alerts_still_answers_them()
    {
        await using var box = await Start();
        var opened = await box.Open();
        await box.Issue(opened);
        var voided = await Ok(
            Transition(box.Head, await box.Case(opened), "void", new { reason = "opened-by-mistake" })
        );
        Assert.Equal("void", voided.GetProperty("state").GetString());
        Assert.Equal("cancelled", voided.GetProperty("workOrders")[0].GetProperty("state").GetString());
        var told = Assert.Single(await Told<CaseConcluded>(box, CaseConcluded.Name));
        Assert.Equal(("undetermined", "case-void"), (told.Outcome, told.Alerts[0].Reason));
    }

    [Fact]
    public async Task A_merged_case_gives_its_alerts_to_the_one_that_goes_on()
    {
        await using var box = await Start();
        var master = await box.Open();
        var twin = await box.Open();
        var merged = await Ok(Transition(box.Duty, twin, "merge", new { duplicateOf = Id(master) }));
        Assert.Equal("void", merged.GetProperty("state").GetString());
        Assert.Contains("duplicate-of", merged.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(2, (await box.Case(master)).GetProperty("alerts").GetArrayLength());
        Assert.Equal(0, (await box.Case(twin)).GetProperty("alerts").GetArrayLength());
        Assert.Empty(await Told<CaseConcluded>(box, CaseConcluded.Name));
    }

    internal static Task<List<T>> Told<T>(CoordinateBox box, string name) =>
        box.Box.Inside(async services =>
        {
            var rows = await services
                .GetRequiredService<CoordinateDb>()
                .Outbox.Where(m => m.Event == name)
                .OrderBy(m => m.Sequence)
                .Select(m => m.Payload)
                .ToListAsync();
            return rows.ConvertAll(row => JsonSerializer.Deserialize<T>(row, StoredJson.Options)!); // Written by us.
        });
}
