using System.Net;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Deadlines;
using Fourfold.Kernel.Jobs;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Leading;

/// <summary>A leader sees what is at risk, by area, and the list of the weekly meeting; numbers of places, never of people.</summary>
[Trait("Needs", "Store")]
public sealed class LeadingTests
{
    [Fact]
    public async Task What_is_at_risk_is_counted_below_each_area_and_the_most_pressing_are_shown()
    {
        await using var box = await Start();
        await box.Open("469023");
        await box.Open("469023");
        await box.Open("469024");
        var before = await Ok(box.Head.GetAsync("/api/v1/cases/risks"));
        Assert.Equal(3, Number(before, "open"));
        box.Box.Clock.Advance(TimeSpan.FromDays(30));
        await box.Box.Inside(async services =>
        {
            await services
                .GetRequiredService<DeadlineSweeper>()
                .Run(new JobRun(1, (_, _) => Task.CompletedTask), CancellationToken.None);
            return 0;
        });
        var risks = await Ok(box.Head.GetAsync("/api/v1/cases/risks"));
        Assert.Equal((3, 3), (Number(risks, "open"), Number(risks, "overdue")));
        var below = risks
            .GetProperty("below")
            .EnumerateArray()
            .ToDictionary(b => b.GetProperty("areaCode").GetString()!);
        Assert.Equal((2, 1), (Number(below["469023"], "overdue"), Number(below["469024"], "overdue")));
        Assert.Equal(3, risks.GetProperty("cases").GetArrayLength());

        var county = await Ok(box.Head.GetAsync("/api/v1/cases/risks?area=469024"));
        Assert.Equal(1, Number(county, "open"));
        var lead = box.Box.As(new TestActor(Roles.GridLead, "469023", Purposes.FieldWork));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "area.out-of-scope",
            lead.GetAsync("/api/v1/cases/risks?area=469024")
        );
        await Refused(HttpStatusCode.Forbidden, "permission.missing", box.Officer.GetAsync("/api/v1/cases/risks"));
        var idle = box.Box.As(new TestActor(Roles.CentreHead, Purpose: Purposes.Statistics));
        await Refused(HttpStatusCode.Forbidden, "purpose.missing", idle.GetAsync("/api/v1/cases/risks"));
    }

    [Fact]
    public async Task The_meetings_list_is_made_by_rule_and_by_hand()
    {
        await using var box = await Start();
        var quiet = await box.Open();
        var watched = await box.Open();
        await Ok(Transition(box.Head, watched, "supervise", new { card = "red", note = "跟紧" }));
        // Three of one kind in one place: CoordinateBox puts every alert on the same pier.
        var list = await Meeting(box.Head);
        Assert.Equal(["supervised"], Reasons(list, watched));
        Assert.Empty(Reasons(list, quiet));
        await box.Open();
        list = await Meeting(box.Head);
        Assert.Contains("repeated", Reasons(list, quiet));

        var lead = box.Box.As(new TestActor(Roles.CentreHead, "469023", Purposes.FieldWork));
        var put = Command(box, "meeting.put", quiet, new { area = "469023" });
        Assert.Equal(200, Status((await SendAll(lead, put))[0]));
        Assert.Equal(200, Status((await SendAll(lead, put))[0]));
        Assert.Equal("picked", Reasons(await Meeting(lead), quiet)[0]);
        Assert.Equal(
            200,
            Status((await SendAll(lead, Command(box, "meeting.take-out", quiet, new { area = "469023" })))[0])
        );
        Assert.DoesNotContain("picked", Reasons(await Meeting(lead), quiet));

        var outside = (await SendAll(lead, Command(box, "meeting.put", quiet, new { area = "469024" })))[0];
        Assert.Equal("area.out-of-scope", outside.GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal(403, Status((await SendAll(box.Officer, put with { }))[0]));
    }

    [Fact]
    public async Task A_leader_supervises_from_a_phone_once_and_who_may_not_is_refused()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var commissioner = box.Box.As(new TestActor(Roles.Commissioner, Purpose: Purposes.FieldWork));
        var card = Command(
            box,
            "case.transition",
            opened,
            new
            {
                transition = "supervise",
                card = "yellow",
                note = "本周内办结",
            }
        );
        Assert.Equal(200, Status((await SendAll(commissioner, card))[0]));
        Assert.Equal(200, Status((await SendAll(commissioner, card))[0]));
        var seen = await box.Case(opened);
        Assert.Equal("yellow", seen.GetProperty("card").GetString());
        Assert.Equal(opened.GetProperty("revision").GetInt32() + 1, seen.GetProperty("revision").GetInt32());

        var denied = (
            await SendAll(
                box.Officer,
                Command(box, "case.transition", opened, new { transition = "supervise", card = "red" })
            )
        )[0];
        Assert.Equal(403, Status(denied));
        var unknown = (
            await SendAll(commissioner, Command(box, "case.transition", opened, new { transition = "fly" }))
        )[0];
        Assert.Equal("case.transition-unknown", unknown.GetProperty("problem").GetProperty("code").GetString());
    }

    private static Task<JsonElement> Meeting(HttpClient who) => Ok(who.GetAsync("/api/v1/cases/meeting?area=469023"));

    private static string[] Reasons(JsonElement list, JsonElement of) =>
        [
            .. list.GetProperty("items")
                .EnumerateArray()
                .Where(i => Id(i.GetProperty("case")) == Id(of))
                .SelectMany(i => i.GetProperty("reasons").EnumerateArray())
                .Select(r => r.GetString()!),
        ];

    private static int Number(JsonElement of, string name) => of.GetProperty("numbers").GetProperty(name).GetInt32();

    private static int Status(JsonElement result) => result.GetProperty("status").GetInt32();

    private sealed record Sent(
        Guid Id,
        string Kind,
        Guid Target,
        int ExpectedRevision,
        DateTimeOffset DeviceTime,
        object Payload
    );

    private static Sent Command(CoordinateBox box, string kind, JsonElement of, object payload) =>
        new(
            Guid.CreateVersion7(box.Box.Clock.GetUtcNow()),
            kind,
            Id(of),
            0,
            box.Box.Clock.GetUtcNow().AddMinutes(-7),
            payload
        );
}
