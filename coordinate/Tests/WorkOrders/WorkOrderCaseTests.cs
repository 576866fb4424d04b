using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.WorkOrders;

/// <summary>What a work order shows of the case behind it.</summary>
[Trait("Needs", "Store")]
public sealed class WorkOrderCaseTests
{
    [Fact]
    public async Task A_work_order_tells_its_cases_class_wherever_it_is_shown()
    {
        await using var box = await Start();
        var opened = await Ok(
            box.Duty.PostAsJsonAsync(
                "/api/v1/cases",
                new
                {
                    origin = "superior",
                    title = "x",
                    areaCode = "469023",
                    position = Place,
                    @class = "05",
                }
            )
        );
        var accepted = await Ok(Transition(box.Clerk, opened, "accept", new { @class = "06" }));
        var order = await box.Issue(accepted);
        Assert.Equal("06", Class(order));
        Assert.Equal("06", Class(await box.Order(order, box.Officer)));
        Assert.Equal("06", Class(Assert.Single(await Listed(box.Officer))));
        Assert.Equal("06", Class((await box.Case(opened)).GetProperty("workOrders")[0]));
    }

    [Fact]
    public async Task A_unit_from_outside_is_told_the_class_after_its_part_in_the_case_is_over()
    {
        await using var box = await Start(new CoordinateOptions { ParticipationDays = 0.1 });
        await Ok(
            box.Duty.PostAsJsonAsync(
                $"/api/v1/cases/{Id(await box.Open())}/work-orders",
                new { instruction = "x", unitId = Outside.Id.Value }
            )
        );
        var coast = box.Box.As(
            new TestActor(Roles.Responder, "440825", Purposes.FieldWork) { Unit = Outside.Id.Value }
        );
        box.Box.Clock.Advance(TimeSpan.FromHours(5));
        var listed = Assert.Single(await Listed(coast));
        Assert.Equal("10", Class(listed));
        Assert.Equal(
            "ais.silence",
            listed.GetProperty("alert").GetProperty("reasons")[0].GetProperty("code").GetString()
        );
    }

    private static async Task<List<JsonElement>> Listed(HttpClient who) =>
        [.. (await Ok(who.GetAsync("/api/v1/work-orders"))).GetProperty("items").EnumerateArray()];

    private static string? Class(JsonElement order) => order.GetProperty("caseClass").GetString();
}
