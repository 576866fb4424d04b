using System.Net.Http.Json;
using System.Text.Json;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.WorkOrders;

/// <summary>What an officer did without signal meets what the desk did meanwhile.</summary>
[Trait("Needs", "Store")]
public sealed class OfflineTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_phone_whose_clock_is_a_day_off_is_believed_in_nothing_that_decides(int days)
    {
        await using var box = await Start();
        var opened = await box.Open();
        var order = await box.Issue(opened);
        var wrong = box.Box.Clock.GetUtcNow().AddDays(days);
        var (id, revision) = (Id(order), order.GetProperty("revision").GetInt32());
        var results = await SendAll(
            box.Officer,
            At(wrong, box.Command("accept", id, revision)),
            At(
                wrong.AddMinutes(-5),
                box.Command("report", id, revision + 1, new { result = "refuted", reason = "leisure" })
            )
        );
        Assert.All(results, r => Assert.Equal(200, r.GetProperty("status").GetInt32()));
        var seen = await box.Order(order);
        Assert.Equal(order.GetProperty("dueAt").GetDateTimeOffset(), seen.GetProperty("dueAt").GetDateTimeOffset());
        Assert.False(seen.GetProperty("overdue").GetBoolean());
        Assert.Equal(
            ["issued", "accept", "report"],
            seen.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("step").GetString())
        );
        Assert.Equal(wrong, seen.GetProperty("history")[1].GetProperty("deviceAt").GetDateTimeOffset());
        Assert.Equal(
            box.Box.Clock.GetUtcNow(),
            seen.GetProperty("history")[1].GetProperty("recordedAt").GetDateTimeOffset()
        );
        var resolved = await box.Case(opened);
        Assert.Equal("resolved", resolved.GetProperty("state").GetString());
        Assert.All(
            resolved.GetProperty("hands").EnumerateArray(),
            h => Assert.True(h.GetProperty("seconds").GetDouble() >= 0)
        );
    }

    [Fact]
    public async Task Commands_that_arrive_out_of_order_are_carried_out_when_their_turn_has_come()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var (id, revision) = (Id(order), order.GetProperty("revision").GetInt32());
        var later = box.Command("set-out", id, revision + 1);
        var early = await SendAll(box.Officer, later, box.Command("accept", id, revision));
        Assert.Equal([409, 200], early.Select(r => r.GetProperty("status").GetInt32()));
        var again = await SendAll(box.Officer, later, later);
        Assert.All(again, r => Assert.Equal((200, revision + 2), (Status(r), r.GetProperty("revision").GetInt32())));
        Assert.Equal("under-way", (await box.Order(order)).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("void")]
    [InlineData("transfer")]
    [InlineData("cancel")]
    public async Task Steps_done_after_the_desk_took_the_work_away_are_told_so_and_change_nothing(string how)
    {
        await using var box = await Start();
        var opened = await box.Open();
        var order = await box.Issue(opened);
        await box.Send(box.Officer, "accept", order);
        var known = await box.Order(order, box.Officer);
        await TakeAway(box, opened, known, how);
        var before = (await box.Case(opened)).GetProperty("revision").GetInt32();

        var (id, revision) = (Id(order), known.GetProperty("revision").GetInt32());
        var results = await SendAll(
            box.Officer,
            box.Command("set-out", id, revision),
            box.Command("arrive", id, revision + 1, new { position = Place }),
            box.Command("report", id, revision + 2, new { result = "confirmed", reason = "illegal-landing" })
        );
        Assert.All(
            results,
            r =>
            {
                Assert.Equal(409, Status(r));
                Assert.Equal("cancelled", r.GetProperty("current").GetProperty("state").GetString());
                Assert.NotNull(r.GetProperty("id").GetString());
            }
        );
        Assert.Equal(before, (await box.Case(opened)).GetProperty("revision").GetInt32());
    }

    private static async Task TakeAway(CoordinateBox box, JsonElement opened, JsonElement order, string how)
    {
        var seen = await box.Case(opened);
        await Ok(
            how switch
            {
                "void" => Transition(box.Head, seen, "void", new { reason = "opened-by-mistake" }),
                "transfer" => Transition(box.Duty, seen, "transfer", new { unitId = Neighbour.Id.Value }),
                _ => box.Duty.PostAsJsonAsync(
                    $"/api/v1/work-orders/{Id(order)}/cancel",
                    new { reason = "not-needed", expectedRevision = order.GetProperty("revision").GetInt32() }
                ),
            }
        );
    }

    private static int Status(JsonElement result) => result.GetProperty("status").GetInt32();

    private static object At(DateTimeOffset device, object command)
    {
        var node = JsonSerializer.SerializeToNode(command)!.AsObject(); // An object.
        node["deviceTime"] = device;
        return node;
    }
}
