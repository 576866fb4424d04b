using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Tests.Feeds;
using Fourfold.Sense.Tests.Picture;
using Fourfold.Sense.Tests.Zones;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Sense.Tests.Alerts;

[Trait("Needs", "Store")]
public sealed class AlertTests
{
    private const int Ship = 413_000_001;
    private static readonly double[][] OnTheWay =
    [
        [110.3, 20.08],
        [110.4, 20.08],
        [110.4, 20.12],
        [110.3, 20.12],
        [110.3, 20.08],
    ];

    [Fact]
    public async Task What_waits_is_counted_by_area_for_who_may_see_it()
    {
        await using var sea = await SeaBox.Start();
        await SailIntoZone(sea);
        using var officer = sea.Box.As(TestActor.DutyOfficer);
        var counts = await officer.GetFromJsonAsync<JsonElement>("/api/v1/alerts/counts");
        Assert.Equal(1, Int(counts, "waiting"));
        // Off the coast no unit's sector holds it: it is the province's own, and none of a place below.
        Assert.All(counts.GetProperty("below").EnumerateArray(), b => Assert.Equal(0, Int(b, "waiting")));
        using var elsewhere = sea.Box.As(new TestActor(Roles.DutyOfficer, "460400"));
        Assert.Equal(0, Int(await elsewhere.GetFromJsonAsync<JsonElement>("/api/v1/alerts/counts"), "waiting"));
        using var outside = await elsewhere.GetAsync("/api/v1/alerts/counts?area=46");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, outside.StatusCode);
        using var worker = sea.Box.As(new TestActor(Roles.GridWorker, Purpose: Purposes.FieldWork));
        using var denied = await worker.GetAsync("/api/v1/alerts/counts");
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
    }

    [Fact]
    public async Task A_zone_drawn_on_a_vessels_way_raises_one_alert_with_its_numbers()
    {
        await using var sea = await SeaBox.Start();
        var alert = await SailIntoZone(sea);
        Assert.Equal(
            ("new", 3, "zone-entry"),
            (State(alert), Int(alert, "level"), alert.GetProperty("rule").GetProperty("code").GetString())
        );
        Assert.Equal("waters off the pier", alert.GetProperty("zone").GetProperty("name").GetString());
        Assert.Equal(("HAI XING 7", Ship, "cargo", "ais-only"), Subject(alert));
        Assert.Equal("zone.entered", alert.GetProperty("reasons")[0].GetProperty("code").GetString());
        Assert.Equal(1, Int(alert, "count"));
        Assert.StartsWith(
            $"{DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Year}-",
            alert.GetProperty("number").GetString()
        );
        Assert.Equal("shoreline", alert.GetProperty("ring").GetString());
        Assert.Equal(0, alert.GetProperty("precision").GetProperty("confirmed").GetInt32());

        // Its pointer leads to the very sentence.
        var raw = alert.GetProperty("raw")[0];
        using var client = sea.Box.As(TestActor.DutyOfficer);
        var bytes = await client.GetStringAsync(
            $"/api/v1/feeds/{raw.GetProperty("feedId").GetString()}/raw?offset={raw.GetProperty("offset")}&length={raw.GetProperty("length")}"
        );
        string[] inside = [Sentences.Position(Ship, 20.1, 110.31), Sentences.Position(Ship, 20.1, 110.33)];
        Assert.Contains(bytes.TrimEnd(), inside.Select(line => line.TrimEnd()));

        await using var screen = await LiveScreen.Open(sea.Box);
        await screen.Look(110, 20, 110.5, 20.5);
        await screen.Until(
            "the mark",
            () => screen.Motions.Values.Any(m => m.AlertLevel == 3 && m.IsAlertUnacknowledged)
        );
        await Post(sea.Box, alert, "acknowledge", new { expectedRevision = 1 });
        await screen.Until(
            "the mark calms",
            () => screen.Motions.Values.Any(m => m.AlertLevel == 3 && !m.IsAlertUnacknowledged)
        );
    }

    [Fact]
    public async Task A_new_version_of_the_rule_raises_no_second_alert_for_what_goes_on()
    {
        await using var sea = await SeaBox.Start();
        await SailIntoZone(sea);
        using var lead = sea.Box.As(new TestActor(Roles.ShiftLead));
        var rule = (await sea.Get("rules"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(r => r.GetProperty("code").GetString() == "zone-entry");
        using var revised = await lead.PostAsJsonAsync(
            $"/api/v1/rules/{rule.GetProperty("id").GetString()}/versions",
            new
            {
                parameters = new { confirmSeconds = 0 },
                level = 2,
                enabled = true,
                note = "test",
            }
        );
        Assert.Equal(HttpStatusCode.Created, revised.StatusCode);
        var stream = await sea.Connect();
        var alert = await sea.Eventually(
            "the new detector finds it too",
            async () =>
            {
                await stream.WriteAsync(
                    Sentences.Bytes(Sentences.Position(Ship, 20.1 + (Random.Shared.NextDouble() * 0.001), 110.33))
                );
                return (await Alerts(sea.Box, "todo")).Single();
            },
            a => Int(a, "count") > 1
        );
        Assert.Equal(3, Int(alert, "level"));
    }

    [Fact]
    public async Task An_alert_is_acknowledged_dismissed_with_a_reason_and_reopened_within_ten_minutes()
    {
        await using var box = await FourfoldBox.Start();
        var id = await Add(box);
        var alert = await Get(box, id);
        var taken = await Post(box, alert, "acknowledge", new { expectedRevision = 1 });
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Equal(
            (HttpStatusCode.Conflict, "revision.stale"),
            Refusal(await Post(box, alert, "acknowledge", new { expectedRevision = 1 }))
        );
        Assert.Equal(
            (HttpStatusCode.Conflict, "alert.not-new"),
            Refusal(await Post(box, alert, "acknowledge", new { expectedRevision = 2 }))
        );
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "alert.dismissal-note-missing"),
            Refusal(await Post(box, alert, "dismiss", new { reason = 5, expectedRevision = 2 }))
        );
        var dismissed = await Post(box, alert, "dismiss", new { reason = 2, expectedRevision = 2 });
        Assert.Equal("dismissed", State(dismissed.Body));
        Assert.Equal(2, dismissed.Body.GetProperty("dismissal").GetProperty("reason").GetInt32());
        Assert.Single(await Alerts(box, "dismissed"));
        Assert.Empty(await Alerts(box, "todo"));

        box.Clock.Advance(TimeSpan.FromMinutes(9));
        var reopened = await Post(box, alert, "undo-dismissal", new { expectedRevision = 3 });
        Assert.Equal("acknowledged", State(reopened.Body));
        await Post(box, alert, "dismiss", new { reason = 1, expectedRevision = 4 });
        box.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(
            (HttpStatusCode.Conflict, "alert.undo-too-late"),
            Refusal(await Post(box, alert, "undo-dismissal", new { expectedRevision = 5 }))
        );
        Assert.Equal(["dismissed", "reopened", "dismissed"], await Ended(box, id));
    }

    [Fact]
    public async Task The_case_takes_it_over_and_its_outcome_counts_for_the_rule_once()
    {
        await using var box = await FourfoldBox.Start();
        var id = await Add(box);
        var taken = CaseId.From(Guid.NewGuid());
        await Publish(box, new AlertJoinedCase(id, taken, "4601-2026-000007", null, box.Clock.GetUtcNow()));
        var alert = await FourfoldBox.Eventually("in the case", () => Get(box, id), a => State(a) == "in-case");
        Assert.Equal("4601-2026-000007", alert.GetProperty("caseNumber").GetString());
        Assert.Single(await Alerts(box, "handed-over"));
        Assert.Equal(
            (HttpStatusCode.Conflict, "alert.not-open"),
            Refusal(await Post(box, alert, "dismiss", new { reason = 1, expectedRevision = 2 }))
        );

        var concluded = new CaseConcluded(
            taken,
            OutcomeCodes.Confirmed,
            [new(id, OutcomeCodes.Confirmed, "seized")],
            false,
            box.Clock.GetUtcNow()
        );
        await Publish(box, concluded);
        await Publish(box, concluded);
        alert = await FourfoldBox.Eventually(
            "concluded",
            () => Get(box, id),
            a => a.GetProperty("outcome").GetString() == "confirmed"
        );
        var precision = alert.GetProperty("precision");
        Assert.Equal(
            (1, 0, 1.0),
            (Int(precision, "confirmed"), Int(precision, "refuted"), precision.GetProperty("mean").GetDouble())
        );
        Assert.Equal(0.2236, precision.GetProperty("low").GetDouble(), 4);

        // The centre thinks again: counted out and in.
        await Publish(box, concluded with { Alerts = [new(id, OutcomeCodes.Refuted, "fishing")] });
        await FourfoldBox.Eventually(
            "counted anew",
            async () => (await Get(box, id)).GetProperty("precision"),
            p => Int(p, "confirmed") == 0 && Int(p, "refuted") == 1
        );
    }

    [Fact]
    public async Task Simulated_outcomes_are_counted_apart()
    {
        await using var box = await FourfoldBox.Start();
        var (real, simulated) = (await Add(box), await Add(box, simulated: true));
        foreach (var (id, outcome) in new[] { (real, OutcomeCodes.Refuted), (simulated, OutcomeCodes.Confirmed) })
            await Publish(
                box,
                new CaseConcluded(
                    CaseId.From(Guid.NewGuid()),
                    outcome,
                    [new(id, outcome, "x")],
                    id == simulated,
                    box.Clock.GetUtcNow()
                )
            );
        var alert = await FourfoldBox.Eventually(
            "counted",
            () => Get(box, simulated),
            a => Int(a.GetProperty("precision"), "confirmed") == 1
        );
        Assert.True(alert.GetProperty("precision").GetProperty("simulated").GetBoolean());
        Assert.Equal(0, Int(alert.GetProperty("precision"), "refuted"));
    }

    [Fact]
    public async Task Nobody_answers_for_too_long_and_it_expires()
    {
        await using var box = await FourfoldBox.Start(services =>
            services.Configure<SenseOptions>(o => o.AlertExpiresAfter = TimeSpan.FromMinutes(5))
        );
        var id = await Add(box);
        box.Clock.Advance(TimeSpan.FromMinutes(6));
        await FourfoldBox.Eventually(
            "expired",
            async () =>
            {
                box.Clock.Advance(TimeSpan.FromMinutes(1));
                return await Get(box, id);
            },
            a => State(a) == "expired"
        );
        Assert.Equal(["expired"], await Ended(box, id));
    }

    [Fact]
    public async Task An_alert_of_one_county_is_not_seen_from_the_next()
    {
        await using var box = await FourfoldBox.Start();
        var id = await Add(box, areaPath: "460105");
        using var other = box.As(TestActor.DutyOfficer with { AreaPath = "4602" });
        using var answer = await other.GetAsync($"/api/v1/alerts/{id}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Single(await Alerts(box, "todo"));
    }

    [Fact]
    public async Task The_most_urgent_come_first_and_pages_follow_each_other()
    {
        await using var box = await FourfoldBox.Start();
        foreach (var level in (int[])[3, 1, 2, 1, 4])
            await Add(box, level: level);
        using var client = box.As(TestActor.DutyOfficer);
        var seen = new List<(int, string)>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>(
                $"/api/v1/alerts?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}"
            );
            seen.AddRange(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(a => (Int(a, "level"), a.GetProperty("number").GetString()!))
            );
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        Assert.Equal([1, 1, 2, 3, 4], seen.Select(s => s.Item1));
        Assert.True(string.CompareOrdinal(seen[0].Item2, seen[1].Item2) > 0);
    }

    /// <summary>A vessel that sails into a zone drawn before its bow; the alert that comes of it.</summary>
    private static async Task<JsonElement> SailIntoZone(SeaBox sea)
    {
        using var client = sea.Box.As(TestActor.DutyOfficer);
        using var lead = sea.Box.As(new TestActor(Roles.ShiftLead));
        var rules = await sea.Eventually(
            "rules",
            () => sea.Get("rules"),
            r => r.GetProperty("items").GetArrayLength() == Fourfold.Behaviour.DetectorKind.All.Count
        );
        var rule = rules
            .GetProperty("items")
            .EnumerateArray()
            .Single(r => r.GetProperty("code").GetString() == "zone-entry");
        using var quick = await lead.PostAsJsonAsync(
            $"/api/v1/rules/{rule.GetProperty("id").GetString()}/versions",
            new
            {
                parameters = new { confirmSeconds = 0 },
                level = 3,
                enabled = true,
                note = "test",
            }
        );
        Assert.Equal(HttpStatusCode.Created, quick.StatusCode);
        var stream = await sea.Connect();
        await stream.WriteAsync(
            Sentences.Bytes(Sentences.Voyage(Ship, "HAI XING 7") + Sentences.Position(Ship, 20.1, 110.29))
        );
        await sea.Eventually("the vessel", sea.Vessels, all => all.Count == 1);
        using var drawn = await client.PostAsJsonAsync("/api/v1/zones", ZoneTests.Draft(OnTheWay));
        Assert.Equal(HttpStatusCode.Created, drawn.StatusCode);
        // The armer looks within two seconds; then the vessel comes.
        await Task.Delay(500);
        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(Ship, 20.1, 110.299)));
        await Task.Delay(300);
        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(Ship, 20.1, 110.31)));
        await Task.Delay(300);
        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(Ship, 20.1, 110.33)));
        return (await sea.Eventually("the alert", () => Alerts(sea.Box, "todo"), all => all.Count > 0)).Single();
    }

    /// <summary>An alert as a writer would leave it.</summary>
    private static Task<AlertId> Add(FourfoldBox box, int level = 2, string areaPath = "46", bool simulated = false) =>
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
                Id = Ids.New<AlertId>(box.Clock),
                Number = $"2026-{await db.Next("alert-2026", CancellationToken.None):D6}",
                State = AlertState.New,
                Level = level,
                RuleId = Sense.Rules.DefaultRules.AisSilence,
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
                AreaPath = areaPath,
                Simulated = simulated,
                CorrelationId = "1:0",
            };
            db.Alerts.Add(alert);
            await db.SaveChangesAsync();
            return alert.Id;
        });

    private static Task<bool> Publish<TEvent>(FourfoldBox box, TEvent happened)
        where TEvent : IEvent =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<SenseDb>();
            db.Publish(happened);
            await db.SaveChangesAsync();
            return true;
        });

    private static Task<List<string>> Ended(FourfoldBox box, AlertId id) =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<SenseDb>();
            var messages = await db
                .Outbox.Where(m => m.Event == "sense.alert-ended")
                .OrderBy(m => m.Sequence)
                .ToListAsync();
            return messages
                .Select(m => JsonDocument.Parse(m.Payload).RootElement)
                .Where(e => e.GetProperty("alert").GetString() == id.ToString())
                .Select(e => e.GetProperty("state").GetString()!)
                .ToList();
        });

    private static async Task<List<JsonElement>> Alerts(FourfoldBox box, string tab)
    {
        using var client = box.As(TestActor.DutyOfficer);
        var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/alerts?tab={tab}");
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    private static async Task<JsonElement> Get(FourfoldBox box, AlertId id)
    {
        using var client = box.As(TestActor.DutyOfficer);
        return await client.GetFromJsonAsync<JsonElement>($"/api/v1/alerts/{id}");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Post(
        FourfoldBox box,
        JsonElement alert,
        string what,
        object body
    )
    {
        using var client = box.As(TestActor.DutyOfficer);
        using var answer = await client.PostAsJsonAsync(
            $"/api/v1/alerts/{alert.GetProperty("id").GetString()}/{what}",
            body
        );
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static (HttpStatusCode, string?) Refusal((HttpStatusCode Status, JsonElement Body) answer) =>
        (answer.Status, answer.Body.GetProperty("code").GetString());

    private static string? State(JsonElement alert) => alert.GetProperty("state").GetString();

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static (string?, int, string?, string?) Subject(JsonElement alert)
    {
        var subject = alert.GetProperty("subject");
        return (
            subject.GetProperty("name").GetString(),
            subject.GetProperty("mmsi").GetInt32(),
            subject.GetProperty("shipClass").GetString(),
            subject.GetProperty("source").GetString()
        );
    }
}
