using System.Net;
using System.Net.Http.Json;
using Fourfold.Testing;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.WorkOrders;

/// <summary>While somebody is on leave, who stands in sees and handles the work that was given to them, and nobody else does.</summary>
[Trait("Needs", "Store")]
public sealed class StandInTests
{
    [Fact]
    public async Task Work_of_who_is_away_passes_to_the_deputy_and_back()
    {
        await using var box = await Start();
        // The deputy is of another unit.
        var (absent, deputy) = (TestActor.Responder(Station.Id.Value), TestActor.Responder(Neighbour.Id.Value));
        var order = await Ok(
            box.Duty.PostAsJsonAsync(
                $"/api/v1/cases/{Id(await box.Open())}/work-orders",
                new
                {
                    instruction = "go and see",
                    unitId = Station.Id.Value,
                    postId = box.Post(absent).Value,
                }
            )
        );
        using var standIn = box.Box.As(deputy);
        Assert.Empty(await Mine(standIn));
        await Refused(
            HttpStatusCode.NotFound,
            "work-order.unknown",
            standIn.GetAsync($"/api/v1/work-orders/{Id(order)}")
        );

        box.StandIn(deputy, absent);
        Assert.Equal([Id(order)], await Mine(standIn));
        var accepted = await box.Send(standIn, "accept", order);
        Assert.Equal(200, accepted.GetProperty("status").GetInt32());
        Assert.Empty(await Mine(box.Stranger));

        box.StandIn(deputy, null);
        Assert.Empty(await Mine(standIn));
        using var back = box.Box.As(absent);
        Assert.Equal([Id(order)], await Mine(back));
    }

    private static async Task<List<Guid>> Mine(HttpClient who) =>
        [
            .. (await Ok(who.GetAsync("/api/v1/work-orders?scope=mine")))
                .GetProperty("items")
                .EnumerateArray()
                .Select(Id),
        ];
}
