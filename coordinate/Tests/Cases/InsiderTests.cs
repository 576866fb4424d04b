using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>Valid accounts of every role try to see and do what is not theirs.</summary>
[Trait("Needs", "Store")]
public sealed class InsiderTests
{
    private const string Secret = "线人电话";

    private static readonly string[] Purposeful =
    [
        Purposes.SeaWatch,
        Purposes.CaseWork,
        Purposes.FieldWork,
        Purposes.Other,
    ];

    [Fact]
    public async Task Whoever_reads_no_cases_learns_nothing_of_one_by_trying_to_move_it()
    {
        await using var box = await Start();
        var secret = await Remark(box, await box.Open());
        foreach (var role in Roles.All.Where(r => !RolePermissions.Of(r).Contains(Permission.CasesRead)))
        foreach (var purpose in Purposeful)
        {
            var insider = box.Box.As(new TestActor(role, Purpose: purpose));
            foreach (var name in CaseMachine.Transitions.Select(t => t.Name).Distinct())
            foreach (var revision in new[] { 0, secret.GetProperty("revision").GetInt32() })
                await LearnsNothing(
                    insider.PostAsJsonAsync(
                        $"/api/v1/cases/{Id(secret)}/transitions",
                        new { transition = name, expectedRevision = revision }
                    )
                );
        }
    }

    [Fact]
    public async Task Whoever_reads_no_cases_cannot_open_any_page_of_one()
    {
        await using var box = await Start();
        var secret = await Remark(box, await box.Open());
        var order = await box.Issue(secret);
        var alert = secret.GetProperty("alerts")[0].GetProperty("alert").GetProperty("id").GetGuid();
        foreach (var role in Roles.All.Where(r => !RolePermissions.Of(r).Contains(Permission.CasesRead)))
        foreach (var purpose in Purposeful)
        {
            var insider = box.Box.As(new TestActor(role, Purpose: purpose));
            var path = $"/api/v1/cases/{Id(secret)}";
            await LearnsNothing(insider.GetAsync("/api/v1/cases?scope=all"));
            await LearnsNothing(insider.GetAsync(path));
            await LearnsNothing(insider.GetAsync($"{path}/timeline"));
            await LearnsNothing(insider.PostAsJsonAsync($"{path}/notes", new { text = "?" }));
            await LearnsNothing(insider.PostAsJsonAsync($"{path}/alerts", new { alertId = alert }));
            await LearnsNothing(insider.PostAsJsonAsync($"{path}/work-orders", new { instruction = "?" }));
            await LearnsNothing(
                insider.PostAsJsonAsync(
                    $"{path}/outcome",
                    new
                    {
                        outcome = "refuted",
                        reason = "leisure",
                        expectedRevision = 0,
                    }
                )
            );
            await LearnsNothing(
                insider.PostAsJsonAsync(
                    "/api/v1/cases",
                    new
                    {
                        origin = "alert",
                        alertId = alert,
                        id = Id(secret),
                    }
                )
            );
            await LearnsNothing(insider.GetAsync($"/api/v1/work-orders/{Id(order)}"));
            await LearnsNothing(
                insider.PostAsJsonAsync(
                    $"/api/v1/work-orders/{Id(order)}/cancel",
                    new { reason = "not-needed", expectedRevision = 0 }
                )
            );
            await LearnsNothing(
                insider.PostAsJsonAsync(
                    "/api/v1/commands",
                    new { commands = new[] { box.Command("accept", Id(order), 0) } }
                )
            );
            var listed = await insider.GetAsync("/api/v1/work-orders?scope=all&open=false");
            if (listed.IsSuccessStatusCode)
                Assert.Equal(
                    0,
                    (await listed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength()
                );
        }
    }

    [Fact]
    public async Task An_officer_who_signs_sees_the_own_work_and_not_what_the_desk_wrote()
    {
        await using var box = await Start();
        var opened = await Remark(box, await box.Open());
        await box.Issue(opened);
        var signed = await Ok(Transition(box.Officer, await box.Case(opened), "sign"));
        Assert.DoesNotContain(Secret, signed.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, signed.GetProperty("timeline").GetArrayLength());
        Assert.Equal(0, signed.GetProperty("hands").GetArrayLength());
        Assert.Equal(1, signed.GetProperty("workOrders").GetArrayLength());
    }

    [Fact]
    public async Task Every_look_at_a_case_or_work_order_is_written_down()
    {
        await using var box = await Start();
        var opened = await Remark(box, await box.Open());
        var order = await box.Issue(opened);
        var alert = opened.GetProperty("alerts")[0].GetProperty("alert").GetProperty("id").GetGuid();
        var path = $"/api/v1/cases/{Id(opened)}";
        await Looks(box, "case.seen", Id(opened), who => who.GetAsync(path));
        await Looks(box, "case.seen", Id(opened), who => who.GetAsync($"{path}/timeline"));
        await Looks(
            box,
            "case.seen",
            Id(opened),
            who => who.PostAsJsonAsync("/api/v1/cases", new { origin = "alert", alertId = alert })
        );
        await Looks(
            box,
            "case.seen",
            Id(opened),
            who => who.PostAsJsonAsync($"{path}/transitions", new { transition = "assign", expectedRevision = 0 })
        );
        await Looks(box, "case.seen", Id(opened), WithKey(path, new { transition = "assign", expectedRevision = 0 }));
        await Looks(box, "work-order.seen", Id(order), who => who.GetAsync($"/api/v1/work-orders/{Id(order)}"));
        await Looks(
            box,
            "work-order.seen",
            Id(order),
            who =>
                who.PostAsJsonAsync(
                    $"/api/v1/work-orders/{Id(order)}/cancel",
                    new { reason = "not-needed", expectedRevision = 99 }
                )
        );
        await Looks(box, "work-orders.listed", Id(order), who => who.GetAsync("/api/v1/work-orders?scope=all"));
        await Looks(
            box,
            "work-order.seen",
            Id(order),
            who =>
                who.PostAsJsonAsync(
                    "/api/v1/commands",
                    new { commands = new[] { box.Command("accept", Id(order), 99) } }
                ),
            box.Officer
        );
    }

    [Fact]
    public async Task A_list_that_shows_a_persons_words_is_looked_at_for_a_purpose_and_written_down()
    {
        await using var box = await Start();
        var opened = await Ok(
            box.Duty.PostAsJsonAsync(
                "/api/v1/cases",
                new
                {
                    origin = "patrol",
                    title = "王某家门口",
                    areaCode = "469023",
                }
            )
        );
        var curious = box.Box.As(new TestActor(Roles.DutyOfficer, Purpose: Purposes.Statistics));
        await Refused(HttpStatusCode.Forbidden, "purpose.missing", curious.GetAsync("/api/v1/cases"));
        await Looks(box, "cases.listed", Id(opened), who => who.GetAsync("/api/v1/cases"));
    }

    private static async Task<JsonElement> Remark(CoordinateBox box, JsonElement on) =>
        await Ok(box.Duty.PostAsJsonAsync($"/api/v1/cases/{Id(on)}/notes", new { text = Secret }));

    private static async Task LearnsNothing(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"timeline\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"instruction\"", text, StringComparison.Ordinal);
    }

    private static Func<HttpClient, Task<HttpResponseMessage>> WithKey(string path, object body) =>
        async who =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/transitions")
            {
                Content = JsonContent.Create(body),
            };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            return await who.SendAsync(request);
        };

    private static async Task Looks(
        CoordinateBox box,
        string action,
        Guid subject,
        Func<HttpClient, Task<HttpResponseMessage>> look,
        HttpClient? who = null
    )
    {
        var before = await Seen(box, action, subject);
        using var answer = await look(who ?? box.Clerk);
        Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before + 1, await Seen(box, action, subject));
    }

    private static Task<int> Seen(CoordinateBox box, string action, Guid subject) =>
        box.Box.Inside(async services =>
        {
            var text = subject.ToString();
            var own = await services
                .GetRequiredService<CoordinateDb>()
                .AuditRows.CountAsync(r =>
                    r.Action == action && (r.SubjectId == text || (r.Details != null && r.Details.Contains(text)))
                );
            var kernel = await services
                .GetRequiredService<Kernel.KernelDb>()
                .AuditRows.CountAsync(r => r.Action == action && r.SubjectId == text);
            return own + kernel;
        });
}
