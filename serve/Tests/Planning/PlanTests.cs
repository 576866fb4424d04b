using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Tests.Workers;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Planning;

/// <summary>The plan of an area over HTTP: what is counted from the store, and which grids lie side by side as they are drawn now.</summary>
[Trait("Needs", "Store")]
public sealed class PlanTests
{
    private const string Township = "460400100";

    [Fact]
    public async Task Idle_grids_are_made_one_only_where_they_lie_side_by_side()
    {
        await using var box = await Start();
        var one = await box.Draw(Square(0, 0));
        var far = await box.Draw(Square(3, 3));
        await box.Draw(Square(4, 3), kind: "special", more: new { use = "school" });
        foreach (var (grid, name) in new[] { (one, "first"), (far, "second") })
            await (await Staff.Join(box, name)).Serve(box, grid);
        var apart = await Plan(box);
        Assert.Equal((3, 2), (Number(apart, "grids"), Number(apart, "idle")));
        Assert.Empty(Merged(apart));

        // Moved beside the first one.
        await Ok(
            box.Head.PutAsJsonAsync(
                $"/api/v1/grids/{Id(far)}/boundary",
                new
                {
                    geometry = Square(1, 0),
                    acceptFaults = false,
                    expectedRevision = Revision(far),
                }
            )
        );
        var beside = await Plan(box);
        Assert.Equal([Code(one), Code(far)], Assert.Single(Merged(beside)));
    }

    [Fact]
    public async Task The_plan_and_the_leaders_page_tell_of_the_same_grids_that_nobody_serves()
    {
        await using var box = await Start();
        var worked = await box.Draw(Square(0, 0));
        var led = await box.Draw(Square(1, 0));
        var left = await box.Draw(Square(2, 0));
        var school = await box.Draw(Square(3, 0), kind: "special", more: new { use = "school" });
        var worker = await Staff.Join(box, "worker");
        var post = await worker.Serve(box, worked);
        await (await Staff.Join(box, "lead", Roles.GridLead)).Serve(box, led, role: "lead");
        var leaving = await Staff.Join(box, "leaving");
        var ended = await leaving.Serve(box, left);
        var now = box.Box.Clock.GetUtcNow();
        await Ok(
            box.Head.PutAsJsonAsync(
                $"/api/v1/grid-workers/{Id(ended)}",
                new
                {
                    role = "worker",
                    until = now.AddMinutes(1),
                    expectedRevision = Revision(ended),
                }
            )
        );
        // Who is away has somebody who stands in, from another grid.
        var standIn = await (await Staff.Join(box, "stand-in")).Serve(box, led, role: "deputy");
        await Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/grid-workers/{Id(post)}/leaves",
                new
                {
                    deputyId = Id(standIn),
                    from = now,
                    until = now.AddDays(2),
                }
            )
        );
        box.Box.Clock.Advance(TimeSpan.FromMinutes(2));

        var plan = await Plan(box);
        var page = await Ok(box.Head.GetAsync($"/api/v1/grids/unstaffed?area={Township}"));
        string[] nobody = [Code(left), Code(school)];
        Assert.Equal(
            nobody,
            page.GetProperty("named").EnumerateArray().Select(g => g.GetProperty("code").GetString()!)
        );
        Assert.Equal(nobody, Staffed(plan).Order(StringComparer.Ordinal));
        Assert.Equal((4, 2), (Number(page, "grids"), Number(page, "unstaffed")));
        Assert.Equal((4, 2), (Number(plan, "grids"), Number(plan, "unstaffed")));
        // The one who is away is no hand of the plan; the lead and the deputy are.
        Assert.Equal(2, Number(plan, "workers"));
    }

    private static Task<JsonElement> Plan(ServeBox box) => Ok(box.Head.GetAsync($"/api/v1/grids/plan?area={Township}"));

    private static IEnumerable<string[]> Merged(JsonElement plan) =>
        plan.GetProperty("proposals")
            .EnumerateArray()
            .Where(p => p.GetProperty("kind").GetString() == "merge")
            .Select(p =>
                p.GetProperty("grids").EnumerateArray().Select(g => g.GetProperty("code").GetString()!).ToArray()
            );

    private static IEnumerable<string> Staffed(JsonElement plan) =>
        plan.GetProperty("proposals")
            .EnumerateArray()
            .Where(p => p.GetProperty("kind").GetString() == "staff")
            .Select(p => p.GetProperty("grids")[0].GetProperty("code").GetString()!);

    private static string Code(JsonElement grid) => grid.GetProperty("grid").GetProperty("code").GetString()!;

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
