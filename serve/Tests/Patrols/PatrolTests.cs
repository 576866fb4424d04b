using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Serve.Patrols;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Patrols;

/// <summary>A plan is made, walked from a phone, counted by point, and its walks go after thirty days.</summary>
[Trait("Needs", "Store")]
public sealed class PatrolTests
{
    private static readonly object Gate = new { latitude = 19.504, longitude = 109.504 };
    private static readonly object Pier = new { latitude = 19.506, longitude = 109.506 };

    [Fact]
    public async Task A_walk_sent_twice_is_walked_once_and_nobody_is_kept_with_it()
    {
        await using var box = await Start();
        var plan = await Plan(box, await box.Draw(Square(0, 0)));
        var worker = Worker(box);
        var (gate, pier) = (Point(plan, 0), Point(plan, 1));
        var walk = Guid.CreateVersion7(box.Box.Clock.GetUtcNow());
        object[] queue =
        [
            Command(box, "start", walk, new { planId = Id(plan) }),
            Command(box, "check-in", walk, Near(gate)),
            Command(box, "check-in", walk, new { pointId = pier, byHand = true }),
            Command(box, "finish", walk, new { }),
        ];
        var first = await Send(worker, queue);
        var second = await Send(worker, queue);
        Assert.All(first, r => Assert.Equal(200, Status(r)));
        Assert.Equal(first.Select(r => r.ToString()), second.Select(r => r.ToString()));

        var seen = await Ok(box.Head.GetAsync($"/api/v1/patrol-plans/{Id(plan)}"));
        Assert.Equal((1, 1), (Number(seen, "walks"), Number(seen, "wholeWalks")));
        Assert.Equal([(1, 0), (1, 1)], Points(seen));
        Assert.NotEqual(JsonValueKind.Null, seen.GetProperty("lastAt").ValueKind);
        var kept = await box.Box.Inside(s =>
            s.GetRequiredService<ServeDb>().Patrols.Include(p => p.CheckIns).SingleAsync()
        );
        Assert.Null(kept.Walker);
        Assert.Equal([null, 8d], kept.CheckIns.Select(c => c.AccuracyMetres).Order());
    }

    [Theory]
    [InlineData(180, 5, "patrol.too-inaccurate")]
    [InlineData(8, 400, "patrol.too-far")]
    [InlineData(8, -1, "patrol.too-far")]
    public async Task A_position_that_says_nothing_about_the_point_is_no_check_in(
        double accuracyMetres,
        double distanceMetres,
        string code
    )
    {
        await using var box = await Start();
        var plan = await Plan(box, await box.Draw(Square(0, 0)));
        var walk = Guid.CreateVersion7(box.Box.Clock.GetUtcNow());
        var answers = await Send(
            Worker(box),
            Command(box, "start", walk, new { planId = Id(plan) }),
            Command(
                box,
                "check-in",
                walk,
                new
                {
                    pointId = Point(plan, 0),
                    accuracyMetres,
                    distanceMetres,
                }
            )
        );
        Assert.Equal([200, 422], answers.Select(Status));
        Assert.Equal(code, answers[1].GetProperty("problem").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_else_goes_on_with_a_walk_and_who_serves_no_grid_begins_none()
    {
        await using var box = await Start();
        var plan = await Plan(box, await box.Draw(Square(0, 0)));
        var walk = Guid.CreateVersion7(box.Box.Clock.GetUtcNow());
        await Send(Worker(box), Command(box, "start", walk, new { planId = Id(plan) }));
        Assert.Equal(404, Status((await Send(Worker(box), Command(box, "check-in", walk, Near(Point(plan, 0)))))[0]));
        Assert.Equal(404, Status((await Send(Worker(box), Command(box, "finish", walk, new { })))[0]));
        // Of another township: the plan is not there for them.
        var far = box.As(Roles.GridWorker, Neighbour, Purposes.FieldWork);
        var other = Guid.CreateVersion7(box.Box.Clock.GetUtcNow());
        Assert.Equal(404, Status((await Send(far, Command(box, "start", other, new { planId = Id(plan) })))[0]));
        var clerk = box.As(Roles.CentreClerk, "46");
        Assert.Equal(403, Status((await Send(clerk, Command(box, "start", other, new { planId = Id(plan) })))[0]));
    }

    [Fact]
    public async Task Plans_are_made_by_the_desk_and_the_lead_and_by_no_worker()
    {
        await using var box = await Start();
        var grid = await box.Draw(Square(0, 0));
        var body = new
        {
            gridId = Id(grid),
            name = "3 号闸到码头",
            points = new[] { new { name = "3 号闸", position = Gate } },
        };
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            Worker(box).PostAsJsonAsync("/api/v1/patrol-plans", body)
        );
        await Refused(
            HttpStatusCode.NotFound,
            "grid.unknown",
            box.As(Roles.GridLead, Neighbour, Purposes.FieldWork).PostAsJsonAsync("/api/v1/patrol-plans", body)
        );
        var plan = await Ok(
            box.As(Roles.GridLead, Village, Purposes.FieldWork).PostAsJsonAsync("/api/v1/patrol-plans", body)
        );
        Assert.Equal(1, Number(plan, "everyDays"));
    }

    [Fact]
    public async Task A_plan_keeps_its_points_through_a_change_and_an_old_revision_is_refused()
    {
        await using var box = await Start();
        var plan = await Plan(box, await box.Draw(Square(0, 0)));
        var gate = Point(plan, 0);
        object Change(int revision) =>
            new
            {
                name = "闸",
                everyDays = 7,
                byHour = 17,
                points = new object[]
                {
                    new
                    {
                        id = gate,
                        name = "三号闸",
                        position = Gate,
                        radiusMetres = 60,
                    },
                },
                expectedRevision = revision,
            };
        var changed = await Ok(box.Head.PutAsJsonAsync($"/api/v1/patrol-plans/{Id(plan)}", Change(Revision(plan))));
        Assert.Equal(gate, Point(changed, 0));
        await Refused(
            HttpStatusCode.Conflict,
            "revision.stale",
            box.Head.PutAsJsonAsync($"/api/v1/patrol-plans/{Id(plan)}", Change(Revision(plan)))
        );
        await Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/patrol-plans/{Id(plan)}/end",
                new { expectedRevision = Revision(changed) }
            )
        );
        await Refused(
            HttpStatusCode.Conflict,
            "patrol-plan.ended",
            box.Head.PutAsJsonAsync($"/api/v1/patrol-plans/{Id(plan)}", Change(Revision(changed) + 1))
        );
        var left = await Ok(box.Head.GetAsync("/api/v1/patrol-plans"));
        Assert.Empty(left.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Pages_of_plans_neither_skip_nor_repeat_when_what_was_shown_last_ends()
    {
        await using var box = await Start();
        var (one, other) = (await box.Draw(Square(0, 0)), await box.Draw(Square(1, 0)));
        var made = new List<string>();
        foreach (var grid in (JsonElement[])[one, one, one, other, other])
            made.Add(Id(await Plan(box, grid)));
        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await Ok(box.Head.GetAsync($"/api/v1/patrol-plans?limit=2&cursor={cursor}"));
            var items = page.GetProperty("items").EnumerateArray().ToList();
            seen.AddRange(items.Select(Id));
            var end = new { expectedRevision = Revision(items[^1]) };
            await Ok(box.Head.PostAsJsonAsync($"/api/v1/patrol-plans/{Id(items[^1])}/end", end));
            cursor = page.GetProperty("next").GetString();
        }
        Assert.Equal(made.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "request.cursor-malformed",
            box.Head.GetAsync("/api/v1/patrol-plans?cursor=nonsense")
        );
    }

    [Theory]
    [InlineData(
        """{"name":" ","points":[{"name":"a","position":{"latitude":19.5,"longitude":109.5}}]}""",
        "patrol-plan.name-length"
    )]
    [InlineData("""{"name":"a","points":[]}""", "patrol-plan.points-count")]
    [InlineData(
        """{"name":"a","points":[{"name":"a","position":{"latitude":99,"longitude":109.5}}]}""",
        "position.out-of-range"
    )]
    [InlineData(
        """{"name":"a","everyDays":0,"points":[{"name":"a","position":{"latitude":19.5,"longitude":109.5}}]}""",
        "request.out-of-range"
    )]
    [InlineData(
        """{"name":"a","points":[{"name":"a","radiusMetres":5,"position":{"latitude":19.5,"longitude":109.5}}]}""",
        "request.out-of-range"
    )]
    public async Task A_plan_that_cannot_be_walked_is_refused(string plan, string code)
    {
        await using var box = await Start();
        var body = System.Text.Json.Nodes.JsonNode.Parse(plan)!.AsObject(); // An object.
        body["gridId"] = Id(await box.Draw(Square(0, 0)));
        await Refused(HttpStatusCode.UnprocessableEntity, code, box.Head.PostAsJsonAsync("/api/v1/patrol-plans", body));
    }

    [Fact]
    public async Task A_plan_is_due_by_its_rhythm_in_local_days()
    {
        await using var box = await StartStill(); // Noon in Hainan.
        var plan = await Plan(box, await box.Draw(Square(0, 0)), everyDays: 2);
        var today = box.Box.Clock.GetUtcNow().AddHours(8).Date.AddHours(18 - 8);
        Assert.Equal(today, plan.GetProperty("dueAt").GetDateTimeOffset().UtcDateTime);
        var walk = Guid.CreateVersion7(box.Box.Clock.GetUtcNow());
        await Send(
            Worker(box),
            Command(box, "start", walk, new { planId = Id(plan) }),
            Command(box, "check-in", walk, Near(Point(plan, 0)))
        );
        async Task<DateTime> Due() =>
            (await Ok(box.Head.GetAsync($"/api/v1/patrol-plans/{Id(plan)}")))
                .GetProperty("dueAt")
                .GetDateTimeOffset()
                .UtcDateTime;
        Assert.Equal(today.AddDays(2), await Due());
        box.Box.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(today.AddDays(5), await Due());
    }

    [Fact]
    public async Task After_thirty_days_a_walk_is_deleted_with_proof()
    {
        await using var box = await StartStill();
        var plan = await Plan(box, await box.Draw(Square(0, 0)));
        var walk = Guid.CreateVersion7(box.Box.Clock.GetUtcNow());
        await Send(
            Worker(box),
            Command(box, "start", walk, new { planId = Id(plan) }),
            Command(box, "check-in", walk, Near(Point(plan, 0)))
        );
        box.Box.Clock.Advance(TimeSpan.FromDays(29));
        await Delete(box);
        var kept = await box.Box.Inside(s => s.GetRequiredService<ServeDb>().Patrols.SingleAsync());
        Assert.Null(kept.Walker); // Nobody said that it was over; who walked is forgotten all the same.
        box.Box.Clock.Advance(TimeSpan.FromDays(2));
        await Delete(box);
        Assert.Equal(
            (0, 0),
            await box.Box.Inside(async s =>
            {
                var db = s.GetRequiredService<ServeDb>();
                return (await db.Patrols.CountAsync(), await db.CheckIns.CountAsync());
            })
        );
        var proof = Assert.Single(
            (await Ok(box.Head.GetAsync("/api/v1/patrols/deletions"))).GetProperty("items").EnumerateArray()
        );
        Assert.Equal((1, 30), (Number(proof, "count"), Number(proof, "retentionDays")));
        Assert.Equal("460400", proof.GetProperty("areaCode").GetString());
        var narrow = await Ok(
            box.As(Roles.GridLead, Village, Purposes.FieldWork).GetAsync("/api/v1/patrols/deletions")
        );
        Assert.Empty(narrow.GetProperty("items").EnumerateArray());
        // The last walk is still told, as a day of the plan and not of a person.
        var seen = await Ok(box.Head.GetAsync($"/api/v1/patrol-plans/{Id(plan)}"));
        Assert.Equal((0, JsonValueKind.String), (Number(seen, "walks"), seen.GetProperty("lastAt").ValueKind));
    }

    [Fact]
    public async Task A_worker_keeps_the_own_grid_and_those_beside_it_also_beyond_the_own_area()
    {
        await using var box = await Start();
        var own = await box.Draw(Square(0, 0));
        var beside = await box.Draw(Square(1, 0), Neighbour);
        await box.Draw(Square(20, 20), Neighbour);
        var worker = new TestActor(Roles.GridWorker, Village, Purposes.FieldWork);
        await Serve(box, own, worker);
        var plan = await Plan(box, own);
        var client = box.Box.As(worker);
        var ground = await Ok(client.GetAsync("/api/v1/grids/mine"));
        var mine = Assert.Single(ground.GetProperty("own").EnumerateArray());
        Assert.Equal(Id(own), mine.GetProperty("id").GetString());
        Assert.Equal(5, mine.GetProperty("rings")[0].GetArrayLength());
        Assert.Equal(
            Id(beside),
            Assert.Single(ground.GetProperty("neighbours").EnumerateArray()).GetProperty("id").GetString()
        );
        var plans = await Ok(client.GetAsync("/api/v1/patrol-plans/mine"));
        Assert.Equal(
            Id(plan),
            Assert.Single(plans.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()
        );
        var other = await Ok(Worker(box).GetAsync("/api/v1/grids/mine"));
        Assert.Empty(other.GetProperty("own").EnumerateArray());
        Assert.Empty(other.GetProperty("neighbours").EnumerateArray());
    }

    private static Task<int> Serve(ServeBox box, JsonElement grid, TestActor worker) =>
        box.Box.Inside(services =>
        {
            var db = services.GetRequiredService<ServeDb>();
            db.GridPosts.Add(
                new Fourfold.Serve.Workers.GridPost
                {
                    Id = Ids.New<Fourfold.Serve.Workers.GridPostId>(db.Clock),
                    GridId = GridId.From(Guid.Parse(Id(grid))),
                    AreaPath = grid.GetProperty("grid").GetProperty("code").GetString()!,
                    Person = PersonId.From(worker.Person),
                    Post = PostId.From(worker.Post),
                    Unit = UnitId.From(worker.Unit),
                    Role = "worker",
                    From = db.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });

    private static async Task Delete(ServeBox box) =>
        await box.Box.Inside(async services =>
        {
            await services
                .GetRequiredService<DeletePatrols>()
                .Run(new JobRun(1, (_, _) => Task.CompletedTask), CancellationToken.None);
            return 0;
        });

    private static HttpClient Worker(ServeBox box) => box.As(Roles.GridWorker, Village, Purposes.FieldWork);

    private static Task<JsonElement> Plan(ServeBox box, JsonElement grid, int everyDays = 1) =>
        Ok(
            box.Head.PostAsJsonAsync(
                "/api/v1/patrol-plans",
                new
                {
                    gridId = Id(grid),
                    name = "3 号闸到码头",
                    everyDays,
                    points = new[] { new { name = "3 号闸", position = Gate }, new { name = "码头", position = Pier } },
                }
            )
        );

    private static object Near(string point) =>
        new
        {
            pointId = point,
            accuracyMetres = 8.2,
            distanceMetres = 12,
        };

    private static object Command(ServeBox box, string kind, Guid walk, object payload) =>
        new
        {
            id = Guid.CreateVersion7(box.Box.Clock.GetUtcNow()),
            kind = $"patrol.{kind}",
            target = walk,
            expectedRevision = 0,
            deviceTime = box.Box.Clock.GetUtcNow().AddMinutes(-7),
            payload,
        };

    private static async Task<JsonElement[]> Send(HttpClient who, params object[] commands) =>
        [
            .. (await Ok(who.PostAsJsonAsync("/api/v1/commands", new { commands })))
                .GetProperty("results")
                .EnumerateArray(),
        ];

    private static int Status(JsonElement result) => result.GetProperty("status").GetInt32();

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static string Point(JsonElement plan, int index) =>
        plan.GetProperty("points")[index].GetProperty("id").GetString()!; // Always there.

    private static (int, int)[] Points(JsonElement plan) =>
        [.. plan.GetProperty("points").EnumerateArray().Select(p => (Number(p, "times"), Number(p, "byHand")))];
}
