using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Sense;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Rules;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Host.Tests.Loop;

/// <summary>The whole loop through both modules and the events between them: what people find out makes the rule known better.</summary>
[Trait("Needs", "Store")]
public sealed class AlertToPrecisionTests : IAsyncLifetime
{
    private FourfoldBox box = null!; // Set before each test.
    private HttpClient duty = null!; // As above.
    private HttpClient clerk = null!; // As above.

    public async ValueTask InitializeAsync()
    {
        box = await FourfoldBox.Start();
        duty = box.As(TestActor.DutyOfficer);
        clerk = box.As(new TestActor(Roles.CentreClerk, Purpose: Purposes.CaseWork));
    }

    public async ValueTask DisposeAsync()
    {
        duty.Dispose();
        clerk.Dispose();
        await box.DisposeAsync();
    }

    [Fact]
    public async Task An_outcome_is_counted_for_the_rule_and_counted_anew_when_an_appeal_changes_it()
    {
        var (first, second) = (await Raise(), await Raise());
        var opened = await Open(first);
        await Post(duty, $"cases/{Id(opened)}/alerts", new { alertId = second.Value });
        // The first inherits the outcome, the second is set apart.
        var closed = await Handle(opened, "confirmed", "illegal-landing", (second, "refuted", "leisure"));
        var counted = await Precision(p => p.Confirmed == 1 && p.Refuted == 1);
        Assert.Equal(0.5, counted.Mean);
        Assert.False(counted.Simulated);

        // The next alert shows it beside its reasons.
        var next = await Get(duty, $"alerts/{(await Raise()).Value}");
        Assert.Equal(1, next.GetProperty("precision").GetProperty("confirmed").GetInt32());

        var appealed = await Move(duty, closed, "appeal", new { reason = "new-facts" });
        await Handle(appealed, "refuted", "wrong-identity");
        var anew = await Precision(p => p.Confirmed == 0 && p.Refuted == 2);
        Assert.Equal(0, anew.Mean);

        // An appeal that leads nowhere takes nothing back.
        var again = await Move(
            duty,
            await Get(duty, $"cases/{Id(opened)}"),
            "appeal",
            new { reason = "not-satisfied" }
        );
        var refused = await Move(clerk, again, "reject", new { reason = "filed-elsewhere" });
        Assert.Equal("rejected", refused.GetProperty("state").GetString());
        await Handle(await Open(await Raise()), "not-found", "no-trace");
        await Precision(p => p is { NotFound: 1, Confirmed: 0, Refuted: 2, Undetermined: 0 });
    }

    [Fact]
    public async Task Simulated_alerts_are_counted_apart_and_merged_and_void_cases_once()
    {
        var simulated = await Open(await Raise(simulated: true));
        await Handle(simulated, "confirmed", "illegal-landing");
        await Precision(p => p is { Confirmed: 1, Simulated: true }, simulated: true);
        await Precision(p => p is { Confirmed: 0, Refuted: 0, Simulated: false });

        var (master, twin) = (await Open(await Raise()), await Open(await Raise()));
        await Move(clerk, twin, "merge", new { duplicateOf = Id(master) });
        await Handle(await Get(duty, $"cases/{Id(master)}"), "confirmed", "smuggled-goods");
        await Precision(p => p.Confirmed == 2);

        var head = box.As(new TestActor(Roles.CentreHead, Purpose: Purposes.CaseWork));
        await Move(head, await Open(await Raise()), "void", new { reason = "opened-by-mistake" });
        await Precision(p => p is { Confirmed: 2, Refuted: 0, Undetermined: 1 });
    }

    [Fact]
    public async Task A_case_leads_back_to_the_bytes_that_raised_its_alert()
    {
        var alert = (await Open(await Raise())).GetProperty("alerts")[0].GetProperty("alert");
        Assert.Equal("1:0", alert.GetProperty("correlationId").GetString());
    }

    [Fact]
    public async Task An_alert_that_late_data_refute_is_told_to_who_works_on_its_case()
    {
        var alert = await Raise();
        var opened = await Open(alert);
        await box.Inside(async services =>
        {
            var db = services.GetRequiredService<SenseDb>();
            db.Publish(new AlertEnded(alert, "withdrawn", box.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await FourfoldBox.Eventually(
            "the case tells it",
            () => Get(duty, $"cases/{Id(opened)}"),
            seen =>
                seen.GetProperty("timeline")
                    .EnumerateArray()
                    .Any(e => e.GetProperty("code").GetString() == "alert.withdrawn")
        );
    }

    private async Task<JsonElement> Handle(
        JsonElement opened,
        string outcome,
        string reason,
        (AlertId Alert, string Outcome, string Reason)? apart = null
    )
    {
        var order = await Post(
            duty,
            $"cases/{Id(opened)}/work-orders",
            new { instruction = "看岸上有没有人接应", unitId = await Station() }
        );
        var revision = order.GetProperty("revision").GetInt32();
        using var officer = box.As(TestActor.Responder(await Station()));
        var sent = await Post(
            officer,
            "commands",
            new
            {
                commands = new[]
                {
                    Command("accept", order, revision, new { }),
                    Command("report", order, revision + 1, new { result = outcome, reason }),
                },
            }
        );
        Assert.All(
            sent.GetProperty("results").EnumerateArray(),
            r => Assert.Equal(200, r.GetProperty("status").GetInt32())
        );
        var verified = await Move(clerk, await Get(duty, $"cases/{Id(opened)}"), "verify_pass", new { });
        var judged = await Post(
            clerk,
            $"cases/{Id(opened)}/outcome",
            new
            {
                outcome,
                reason,
                expectedRevision = verified.GetProperty("revision").GetInt32(),
                alerts = apart is var (alert, other, why)
                    ? new[]
                    {
                        new
                        {
                            alertId = alert.Value,
                            outcome = other,
                            reason = why,
                        },
                    }
                    : [],
            }
        );
        return await Move(clerk, judged, "conclude", new { });
    }

    private object Command(string step, JsonElement order, int revision, object payload) =>
        new
        {
            id = Guid.CreateVersion7(),
            kind = $"work-order.{step}",
            target = Id(order),
            expectedRevision = revision,
            deviceTime = box.Clock.GetUtcNow(),
            payload,
        };

    private async Task<Guid> Station()
    {
        var known = await Get(duty, "units?department=police");
        if (known.GetProperty("items").GetArrayLength() > 0)
            return Id(known.GetProperty("items")[0]);
        using var administrator = box.As(new TestActor(Roles.Administrator, Purpose: Purposes.Administration));
        var request = new
        {
            name = "东水派出所",
            department = "police",
            areaCode = "469023",
        };
        return Id(await Post(administrator, "units", request));
    }

    private async Task<JsonElement> Open(AlertId alert) =>
        await Post(duty, "cases", new { origin = "alert", alertId = alert.Value });

    private static Task<JsonElement> Move(HttpClient who, JsonElement on, string transition, object more)
    {
        var body = JsonSerializer.SerializeToNode(more)!.AsObject(); // An object.
        body["transition"] = transition;
        body["expectedRevision"] = on.GetProperty("revision").GetInt32();
        return Post(who, $"cases/{Id(on)}/transitions", body);
    }

    private Task<PrecisionView> Precision(Func<PrecisionView, bool> expected, bool simulated = false) =>
        FourfoldBox.Eventually(
            "the rule's precision",
            () =>
                box.Inside(async services =>
                {
                    var rule = await services
                        .GetRequiredService<SenseDb>()
                        .Rules.AsNoTracking()
                        .FirstAsync(r => r.Id == DefaultRules.AisSilence);
                    return PrecisionView.Of(rule.CountsFor(simulated), simulated);
                }),
            expected
        );

    private Task<AlertId> Raise(bool simulated = false) =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<SenseDb>();
            await FourfoldBox.Eventually(
                "rules",
                () => db.Rules.CountAsync(),
                count => count == Fourfold.Behaviour.DetectorKind.All.Count
            );
            var now = box.Clock.GetUtcNow();
            var alert = new Alert
            {
                Id = AlertId.From(Guid.CreateVersion7()),
                Number = $"2026-{await db.Alerts.CountAsync() + 1:D6}",
                State = AlertState.New,
                Level = 1,
                RuleId = DefaultRules.AisSilence,
                RuleCode = "ais-silence",
                RuleVersion = 1,
                TrackId = Guid.NewGuid(),
                SubjectKey = Guid.NewGuid().ToString(),
                EpisodeKey = Guid.NewGuid().ToString(),
                Source = "ais-only",
                Latitude = 20.1,
                Longitude = 110.3,
                Ring = "shoreline",
                FirstObservedAt = now,
                StartedAt = now,
                TriggeredAt = now,
                ReceivedAt = now,
                RaisedAt = now,
                LastAt = now,
                Count = 1,
                Reasons = [new("silence.duration", 400, "s", 360, ">=")],
                CounterReasons = [],
                Raw = [],
                AreaPath = "46",
                Simulated = simulated,
                CorrelationId = "1:0",
            };
            db.Alerts.Add(alert);
            await db.SaveChangesAsync();
            return alert.Id;
        });

    private static async Task<JsonElement> Get(HttpClient who, string path) =>
        await Read(await who.GetAsync($"/api/v1/{path}"));

    private static async Task<JsonElement> Post(HttpClient who, string path, object body) =>
        await Read(await who.PostAsJsonAsync($"/api/v1/{path}", body));

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
            return JsonDocument.Parse(text).RootElement;
        }
    }

    private static Guid Id(JsonElement of) => of.GetProperty("id").GetGuid();
}
