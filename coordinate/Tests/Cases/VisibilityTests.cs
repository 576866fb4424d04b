using System.Net;
using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>Who sees which cases and work orders. 那大镇 460400100 and 和庆镇 460400101 are neighbours; zeros at the end are part of the code.</summary>
[Trait("Needs", "Store")]
public sealed class VisibilityTests
{
    private const string Nada = "460400100";
    private const string Heqing = "460400101";

    [Fact]
    public async Task A_township_sees_its_own_cases_and_not_its_neighbours()
    {
        await using var box = await Start();
        var own = await box.Open(Nada);
        var village = await box.Open(Nada + "001");
        var neighbours = await box.Open(Heqing);
        var clerk = box.Box.As(new TestActor(Roles.CentreClerk, Nada, Purposes.CaseWork));
        Assert.Equal(new[] { Id(own), Id(village) }.Order(), (await List(clerk)).Order());
        await Refused(HttpStatusCode.NotFound, "case.unknown", clerk.GetAsync($"/api/v1/cases/{Id(neighbours)}"));
        await Refused(HttpStatusCode.NotFound, "case.unknown", Transition(clerk, neighbours, "accept"));
        await Refused(
            HttpStatusCode.NotFound,
            "case.unknown",
            clerk.PostAsJsonAsync($"/api/v1/cases/{Id(neighbours)}/notes", new { text = "?" })
        );
    }

    [Fact]
    public async Task A_unit_from_outside_sees_the_case_it_takes_part_in_until_its_time_is_over()
    {
        await using var box = await Start(new CoordinateOptions { ParticipationDays = 0.1 });
        var (shared, other) = (await box.Open(), await box.Open());
        await Ok(
            box.Duty.PostAsJsonAsync(
                $"/api/v1/cases/{Id(shared)}/work-orders",
                new { instruction = "海上拦截", unitId = Outside.Id.Value }
            )
        );
        var coast = box.Box.As(
            new TestActor(Roles.CentreClerk, "440825", Purposes.CaseWork) { Unit = Outside.Id.Value }
        );
        Assert.Equal([Id(shared)], await List(coast));
        Assert.Equal(Id(shared), Id(await box.Case(shared, coast)));
        await Refused(HttpStatusCode.NotFound, "case.unknown", coast.GetAsync($"/api/v1/cases/{Id(other)}"));
        box.Box.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Empty(await List(coast));
    }

    [Fact]
    public async Task A_responder_sees_the_work_of_the_own_unit_only()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        Assert.Equal([Id(order)], await List(box.Officer, "work-orders?scope=all"));
        Assert.Equal([Id(order)], await List(box.Duty, "work-orders?scope=all"));
        Assert.Empty(await List(box.Stranger, "work-orders?scope=all"));
        Assert.Empty(await List(box.Officer, "work-orders?scope=mine"));
        await box.Send(box.Officer, "accept", order);
        Assert.Equal([Id(order)], await List(box.Officer, "work-orders?scope=mine"));
        Assert.Empty(await List(box.Colleague, "work-orders?scope=mine"));
        await Refused(
            HttpStatusCode.NotFound,
            "work-order.unknown",
            box.Stranger.GetAsync($"/api/v1/work-orders/{Id(order)}")
        );
        await Refused(HttpStatusCode.Forbidden, "permission.missing", box.Officer.GetAsync("/api/v1/cases"));
    }

    [Fact]
    public async Task A_case_is_looked_at_for_a_purpose_only()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var curious = box.Box.As(new TestActor(Roles.DutyOfficer, Purpose: Purposes.Statistics));
        await Refused(HttpStatusCode.Forbidden, "purpose.missing", curious.GetAsync($"/api/v1/cases/{Id(opened)}"));
        await Refused(HttpStatusCode.Forbidden, "purpose.missing", Transition(curious, opened, "accept"));
    }

    [Fact]
    public async Task Administrator_auditor_and_security_officer_see_no_content()
    {
        await using var box = await Start();
        var opened = await box.Open();
        foreach (var role in new[] { Roles.Administrator, Roles.Auditor, Roles.SecurityOfficer, Roles.Statistician })
        {
            var who = box.Box.As(new TestActor(role));
            await Refused(HttpStatusCode.Forbidden, "permission.missing", who.GetAsync("/api/v1/cases"));
            await Refused(HttpStatusCode.Forbidden, "permission.missing", who.GetAsync($"/api/v1/cases/{Id(opened)}"));
            await Refused(HttpStatusCode.Forbidden, "permission.missing", Transition(who, opened, "accept"));
        }
    }

    private static async Task<List<Guid>> List(HttpClient who, string what = "cases?scope=all") =>
        [.. (await Ok(who.GetAsync($"/api/v1/{what}"))).GetProperty("items").EnumerateArray().Select(Id)];
}
