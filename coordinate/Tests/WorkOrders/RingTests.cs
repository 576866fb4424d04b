using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Tests.Cases;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.WorkOrders;

/// <summary>Whose phones are asked to ring, and what for.</summary>
[Trait("Needs", "Store")]
public sealed class RingTests
{
    [Fact]
    public async Task A_work_order_rings_for_all_of_its_unit_who_could_handle_it()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        var rung = Assert.Single(await Rung(box));
        Assert.Equal(PushKinds.WorkOrderIssued, rung.Kind);
        Assert.Equal(Id(order).ToString(), rung.Subject);
        Assert.Equal((Station.Id, Permission.WorkOrdersHandle), (rung.Unit, rung.Permission));
        Assert.NotNull(rung.Except);
        Assert.True(rung.Urgent);
    }

    [Fact]
    public async Task One_that_comes_back_rings_for_who_had_taken_it_up_only()
    {
        await using var box = await Start();
        var (resolved, order) = await box.Resolved();
        var accepted = order.GetProperty("acceptedBy").GetProperty("id").GetGuid();
        await Ok(Transition(box.Clerk, resolved, "verify_fail", new { reason = "not-done" }));
        var rung = (await Rung(box))[^1];
        Assert.Equal(PushKinds.WorkOrderSentBack, rung.Kind);
        Assert.Equal(accepted, rung.Person?.Value);
        Assert.Null(rung.Unit);
        Assert.Empty(rung.Posts);
    }

    [Fact]
    public async Task One_that_is_taken_back_rings_once()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        await Ok(
            box.Duty.PostAsJsonAsync(
                $"/api/v1/work-orders/{Id(order)}/cancel",
                new { reason = "not-needed", expectedRevision = order.GetProperty("revision").GetInt32() }
            )
        );
        Assert.Equal([PushKinds.WorkOrderIssued, PushKinds.WorkOrderCancelled], (await Rung(box)).Select(r => r.Kind));
    }

    private static Task<List<PushAsked>> Rung(CoordinateBox box) =>
        AlertToOutcomeTests.Told<PushAsked>(box, PushAsked.Name);
}
