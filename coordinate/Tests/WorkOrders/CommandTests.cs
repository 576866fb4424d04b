using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.WorkOrders;

[Trait("Needs", "Store")]
public sealed class CommandTests
{
    [Fact]
    public async Task A_queue_sent_twice_is_carried_out_once_and_answers_the_same()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var (id, revision) = (Id(order), order.GetProperty("revision").GetInt32());
        object[] queue =
        [
            box.Command("accept", id, revision),
            box.Command("set-out", id, revision + 1),
            box.Command("note", id, revision + 2, new { text = "路上" }),
            box.Command("arrive", id, revision + 3, new { position = Place }),
        ];
        var first = await SendAll(box.Officer, queue);
        var second = await SendAll(box.Officer, queue);
        Assert.Equal(first.Select(r => r.ToString()), second.Select(r => r.ToString()));
        var seen = await box.Order(order, box.Officer);
        Assert.Equal(revision + 4, seen.GetProperty("revision").GetInt32());
        Assert.Equal(
            ["issued", "accept", "set-out", "note", "arrive"],
            seen.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("step").GetString())
        );
    }

    [Fact]
    public async Task The_devices_time_stands_beside_when_it_was_received()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        await box.Send(box.Officer, "accept", order);
        var step = (await box.Order(order)).GetProperty("history")[1];
        Assert.Equal(box.Box.Clock.GetUtcNow().AddMinutes(-7), step.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(box.Box.Clock.GetUtcNow(), step.GetProperty("receivedAt").GetDateTimeOffset());
        Assert.Equal(box.Box.Clock.GetUtcNow(), step.GetProperty("recordedAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\u0000")]
    public async Task Text_that_no_store_takes_is_refused_for_good_and_blocks_no_other(string escaped)
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var (id, revision) = (Id(order), order.GetProperty("revision").GetInt32());
        object[] queue =
        [
            box.Command("note", id, revision, new { text = "HERE" }),
            box.Command("accept", id, revision),
        ];
        var body = JsonSerializer.Serialize(new { commands = queue }, JsonSerializerOptions.Web);
        using var content = new StringContent(
            body.Replace("HERE", escaped, StringComparison.Ordinal),
            Encoding.UTF8,
            "application/json"
        );
        var answer = await Ok(box.Officer.PostAsync("/api/v1/commands", content));
        var results = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([422, 200], results.Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal("command.malformed", Code(results[0]));
    }

    [Fact]
    public async Task One_bad_command_blocks_none_of_the_others()
    {
        await using var box = await Start();
        var good = await box.Issue(await box.Open());
        var other = await box.Issue(await box.Open());
        var revision = good.GetProperty("revision").GetInt32();
        var results = await SendAll(
            box.Officer,
            new { nonsense = true },
            box.Command("accept", Id(good), revision),
            box.Command("report", Id(other), revision, new { result = "confirmed", reason = "illegal-landing" }),
            box.Command("fly", Id(good), revision + 1),
            box.Command("set-out", Id(good), 77),
            box.Command("arrive", Id(good), revision + 1, new { position = new { latitude = 91, longitude = 0 } }),
            box.Command("arrive", Id(good), revision + 1, new { position = "here" }),
            box.Command("accept", Guid.CreateVersion7(), 1),
            box.Command("accept", Id(good), revision + 1, id: Guid.NewGuid()),
            box.Command("set-out", Id(good), revision + 1)
        );
        Assert.Equal(
            [422, 200, 409, 422, 409, 422, 422, 404, 422, 200],
            results.Select(r => r.GetProperty("status").GetInt32())
        );
        Assert.Equal("step-refused", Code(results[2]).Split('.')[1]);
        Assert.Equal("issued", results[2].GetProperty("current").GetProperty("state").GetString());
        Assert.Contains("accept", Allowed(results[2]));
        Assert.Equal("command.unknown", Code(results[3]));
        Assert.Equal("revision.stale", Code(results[4]));
        Assert.Equal("accepted", results[4].GetProperty("current").GetProperty("state").GetString());
        Assert.Equal("payload.position", Field(results[5]));
        Assert.Equal("payload.position", Field(results[6]));
        Assert.Equal("command.id-not-v7", Code(results[8]));
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("id").ValueKind);
    }

    [Fact]
    public async Task An_id_used_again_for_something_else_is_refused()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var id = Guid.CreateVersion7();
        Assert.Equal(200, (await box.Send(box.Officer, "accept", order, id: id)).GetProperty("status").GetInt32());
        var again = await box.Send(box.Officer, "set-out", await box.Order(order), id: id);
        Assert.Equal("command.id-reused", Code(again));
    }

    [Theory]
    [InlineData("""{"result":"maybe","reason":"other"}""", "outcome.unknown", "payload.result")]
    [InlineData("""{"result":"confirmed","reason":"leisure"}""", "outcome.reason-unknown", "payload.reason")]
    [InlineData("""{"result":"confirmed","reason":"other"}""", "outcome.note-missing", "payload.note")]
    [InlineData(
        """{"result":"partly","reason":"part-of-complaint"}""",
        "outcome.partly-only-for-complaints",
        "payload.result"
    )]
    [InlineData("""{"reason":"leisure"}""", "command.payload-malformed", "payload")]
    [InlineData(
        """{"result":"refuted","reason":"leisure","photos":["0195a000-0000-7000-8000-00000000beef"]}""",
        "file.unknown",
        "payload.photos[0]"
    )]
    [InlineData(
        """{"result":"refuted","reason":"leisure","seized":[{"kind":"live-buffalo","number":0,"unit":"head","handedTo":"x"}]}""",
        "seized.number-out-of-range",
        "payload.seized[0].number"
    )]
    [InlineData(
        """{"result":"refuted","reason":"leisure","seized":[{"kind":"live-buffalo","number":1,"unit":"litre","handedTo":"x"}]}""",
        "seized.unit-unknown",
        "payload.seized[0].unit"
    )]
    [InlineData(
        """{"result":"refuted","reason":"leisure","seized":[{"kind":"dragon","number":1,"unit":"head","handedTo":"x"}]}""",
        "seized.kind-unknown",
        "payload.seized[0].kind"
    )]
    [InlineData(
        """{"result":"refuted","reason":"leisure","seized":[{"kind":"cash","number":1,"unit":"yuan","handedTo":" "}]}""",
        "seized.handed-to-missing",
        "payload.seized[0].handedTo"
    )]
    public async Task A_report_with_a_mistake_is_told_where(string payload, string code, string field)
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        await box.Send(box.Officer, "accept", order);
        var result = await box.Send(
            box.Officer,
            "report",
            await box.Order(order),
            JsonSerializer.Deserialize<JsonElement>(payload)
        );
        Assert.Equal((422, code, field), (result.GetProperty("status").GetInt32(), Code(result), Field(result)));
    }

    [Fact]
    public async Task A_picture_must_be_one()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var result = await box.Send(
            box.Officer,
            "note",
            order,
            new { text = "", photos = new[] { box.Photo("application/pdf").Value } }
        );
        Assert.Equal("file.not-a-picture", Code(result));
    }

    [Fact]
    public async Task Videos_are_told_apart_from_pictures()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var (picture, video) = (box.Photo().Value, box.Photo("video/mp4").Value);
        var sent = await box.Send(box.Officer, "note", order, new { text = "", photos = new[] { picture, video } });
        Assert.Equal(200, sent.GetProperty("status").GetInt32());
        var step = (await box.Order(order)).GetProperty("history").EnumerateArray().Last();
        Assert.Equal(new[] { picture, video }, step.GetProperty("photos").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Equal(new[] { video }, step.GetProperty("videos").EnumerateArray().Select(id => id.GetGuid()));
    }

    [Fact]
    public async Task Who_may_not_handle_work_is_told_so_and_nobody_else_may_either()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        Assert.Equal("permission.missing", Code(await box.Send(box.Duty, "accept", order)));
        Assert.Equal(404, (await box.Send(box.Stranger, "accept", order)).GetProperty("status").GetInt32());
        var lead = box.Box.As(new TestActor(Roles.GridLead, Purpose: Purposes.FieldWork));
        Assert.Equal("work-order.not-yours", Code(await box.Send(lead, "accept", order)));
        using var nobody = await box
            .Box.Anonymous()
            .PostAsJsonAsync("/api/v1/commands", new { commands = Array.Empty<int>() });
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[1,2", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"commands":{}}""", HttpStatusCode.UnprocessableEntity)]
    public async Task A_body_that_is_no_list_of_commands_is_refused_whole(string body, HttpStatusCode status)
    {
        await using var box = await Start();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await box.Officer.PostAsync("/api/v1/commands", content);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_a_hundred_commands_are_too_many()
    {
        await using var box = await Start();
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "command.too-many",
            box.Officer.PostAsJsonAsync("/api/v1/commands", new { commands = Enumerable.Repeat(0, 101) })
        );
    }

    [Fact]
    public async Task Work_given_back_goes_to_the_next_unit_with_its_reason()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var order = await box.Issue(opened);
        var back = await box.Send(box.Officer, "return", order, new { reason = "not-our-sector" });
        Assert.Equal(200, back.GetProperty("status").GetInt32());
        Assert.Equal("assigned", (await box.Case(opened)).GetProperty("state").GetString());
        var next = await Ok(
            box.Duty.PostAsJsonAsync(
                $"/api/v1/cases/{Id(opened)}/work-orders",
                new { instruction = "去看看", unitId = Neighbour.Id.Value }
            )
        );
        Assert.Equal("routing.chosen", next.GetProperty("routing").GetProperty("code").GetString());
        var seen = await box.Case(opened);
        Assert.Equal("assigned", seen.GetProperty("state").GetString());
        Assert.Equal(
            ["case.accept", "case.assign", "case.return", "case.assign"],
            seen.GetProperty("timeline")
                .EnumerateArray()
                .Where(e => e.GetProperty("kind").GetString() == "case")
                .Skip(1)
                .Select(e => e.GetProperty("code").GetString())
        );
        Assert.Equal(200, (await box.Send(box.Stranger, "accept", next)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_case_is_resolved_by_the_last_of_its_work_orders()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var first = await box.Issue(opened);
        await box.Send(box.Officer, "accept", first);
        var second = await Ok(
            Transition(
                box.Duty,
                await box.Case(opened),
                "request_cooperation",
                new { unitId = Neighbour.Id.Value, note = "封路" }
            )
        );
        var helper = second.GetProperty("workOrders")[1];
        await box.Send(box.Officer, "report", await box.Order(first), new { result = "refuted", reason = "leisure" });
        Assert.Equal("in-progress", (await box.Case(opened)).GetProperty("state").GetString());
        await box.Send(box.Stranger, "accept", helper);
        await box.Send(box.Stranger, "report", await box.Order(helper), new { result = "refuted", reason = "leisure" });
        Assert.Equal("resolved", (await box.Case(opened)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_desk_cancels_what_is_no_longer_needed()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var revision = order.GetProperty("revision").GetInt32();
        Task<HttpResponseMessage> Cancel(int expected) =>
            box.Duty.PostAsJsonAsync(
                $"/api/v1/work-orders/{Id(order)}/cancel",
                new { reason = "not-needed", expectedRevision = expected }
            );
        var stale = await Refused(HttpStatusCode.Conflict, "revision.stale", Cancel(revision + 1));
        Assert.Equal("issued", stale.GetProperty("current").GetProperty("state").GetString());
        Assert.Equal("cancelled", (await Ok(Cancel(revision))).GetProperty("state").GetString());
        var late = await box.Send(box.Officer, "accept", order);
        Assert.Equal((409, "revision.stale"), (late.GetProperty("status").GetInt32(), Code(late)));
        Assert.Equal("cancelled", late.GetProperty("current").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Without_a_unit_of_the_department_or_a_place_the_routing_says_so()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var path = $"/api/v1/cases/{Id(opened)}/work-orders";
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "routing.none",
            box.Duty.PostAsJsonAsync(path, new { instruction = "x", department = "fairies" })
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "work-order.due-past",
            box.Duty.PostAsJsonAsync(path, new { instruction = "x", dueAt = box.Box.Clock.GetUtcNow() })
        );
        var order = await box.Issue(opened);
        Assert.Equal("routing.sector", order.GetProperty("routing").GetProperty("code").GetString());
        Assert.Equal(
            1234,
            order.GetProperty("routing").GetProperty("parameters").GetProperty("distanceMetres").GetDouble()
        );
        Assert.Equal(720, order.GetProperty("alert").GetProperty("reasons")[0].GetProperty("value").GetDouble());
    }

    private static string Code(JsonElement result) => result.GetProperty("problem").GetProperty("code").GetString()!; // Always there.

    private static string Field(JsonElement result) =>
        result.GetProperty("problem").GetProperty("errors")[0].GetProperty("field").GetString()!; // Always there.

    private static IEnumerable<string?> Allowed(JsonElement result) =>
        result.GetProperty("current").GetProperty("allowed").EnumerateArray().Select(a => a.GetString());
}
