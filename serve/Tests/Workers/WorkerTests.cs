using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Units;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Workers;

[Trait("Needs", "Store")]
public sealed class WorkerTests
{
    [Fact]
    public async Task Somebody_is_put_on_a_grid_and_stays_in_its_history_after_the_end()
    {
        await using var box = await Start();
        var (grid, worker) = (await box.Draw(Square(0, 0)), await Person(box, "worker"));
        var post = await Assign(box, grid, worker);
        Assert.Equal("worker", post.GetProperty("personName").GetString());
        box.Box.Clock.Advance(TimeSpan.FromDays(10));
        var now = box.Box.Clock.GetUtcNow();
        await Ok(
            box.Head.PutAsJsonAsync(
                $"/api/v1/grid-workers/{Id(post)}",
                new
                {
                    role = "worker",
                    until = now,
                    expectedRevision = Revision(post),
                }
            )
        );
        Assert.Empty((await Ok(box.Head.GetAsync("/api/v1/grid-workers"))).GetProperty("items").EnumerateArray());
        var history = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(grid)}/workers"));
        Assert.Equal(
            now,
            Assert.Single(history.GetProperty("items").EnumerateArray()).GetProperty("until").GetDateTimeOffset()
        );
    }

    [Fact]
    public async Task Pages_of_workers_go_on_where_the_last_one_ended()
    {
        await using var box = await Start();
        var (one, other) = (await box.Draw(Square(0, 0)), await box.Draw(Square(1, 0)));
        foreach (var (grid, name) in (IEnumerable<(JsonElement, string)>)[(one, "a"), (one, "b"), (other, "c")])
            await Assign(box, grid, await Person(box, name));
        var seen = new List<string?>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await Ok(box.Head.GetAsync($"/api/v1/grid-workers?limit=1&cursor={cursor}"));
            seen.Add(Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty("personName").GetString());
            cursor = page.GetProperty("next").GetString();
        }
        Assert.Equal(["a", "b", "c"], seen.Order(StringComparer.Ordinal));
        Assert.Equal("c", seen[^1]);
    }

    [Fact]
    public async Task Hours_of_duty_are_local_time()
    {
        await using var box = await Start(); // A Wednesday, noon in Hainan.
        var grid = await box.Draw(Square(0, 0));
        object[] noon =
        [
            new
            {
                weekday = 3,
                from = 700,
                until = 740,
            },
        ];
        await Assign(box, grid, await Person(box, "worker"), shifts: noon);
        Assert.True(await OnDuty());
        box.Box.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await OnDuty());

        async Task<bool?> OnDuty() =>
            (await Ok(box.Head.GetAsync("/api/v1/grid-workers")))
                .GetProperty("items")[0]
                .GetProperty("onDuty")
                .GetBoolean();
    }

    [Fact]
    public async Task While_one_is_on_leave_the_deputy_stands_in_and_then_no_more()
    {
        await using var box = await Start();
        var grid = await box.Draw(Square(0, 0));
        var (absent, deputy) = (await Person(box, "absent"), await Person(box, "deputy"));
        var (away, standIn) = (await Assign(box, grid, absent), await Assign(box, grid, deputy, "deputy"));
        var now = box.Box.Clock.GetUtcNow();
        await Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/grid-workers/{Id(away)}/leaves",
                new
                {
                    deputyId = Id(standIn),
                    from = now,
                    until = now.AddDays(3),
                }
            )
        );
        var standIns = box.Box.Services.GetRequiredService<IStandIns>();
        Assert.Equal([absent.Id], await standIns.StandsInFor(deputy.Id, default));
        Assert.Empty(await standIns.StandsInFor(absent.Id, default));
        Assert.Equal([deputy.Id], await standIns.DeputiesOf(absent.Id, default));
        Assert.Empty(await standIns.DeputiesOf(deputy.Id, default));
        var shown = (await Ok(box.Head.GetAsync("/api/v1/grid-workers?away=true"))).GetProperty("items");
        Assert.Equal(
            "deputy",
            Assert.Single(shown.EnumerateArray()).GetProperty("away").GetProperty("deputyName").GetString()
        );
        await Refused(
            HttpStatusCode.Conflict,
            "leave.deputy-away",
            box.Head.PostAsJsonAsync(
                $"/api/v1/grid-workers/{Id(standIn)}/leaves",
                new
                {
                    deputyId = Id(away),
                    from = now,
                    until = now.AddDays(1),
                }
            )
        );
        box.Box.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await standIns.StandsInFor(deputy.Id, default));
    }

    [Fact]
    public async Task A_leave_is_ended_before_its_time()
    {
        await using var box = await Start();
        var grid = await box.Draw(Square(0, 0));
        var deputy = await Person(box, "deputy");
        var (away, standIn) = (
            await Assign(box, grid, await Person(box, "absent")),
            await Assign(box, grid, deputy, "deputy")
        );
        var now = box.Box.Clock.GetUtcNow();
        var leave = await Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/grid-workers/{Id(away)}/leaves",
                new
                {
                    deputyId = Id(standIn),
                    from = now,
                    until = now.AddDays(3),
                }
            )
        );
        box.Box.Clock.Advance(TimeSpan.FromDays(1));
        await Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/grid-workers/leaves/{Id(leave)}/end",
                new { expectedRevision = Revision(leave) }
            )
        );
        Assert.Empty(await box.Box.Services.GetRequiredService<IStandIns>().StandsInFor(deputy.Id, default));
    }

    [Fact]
    public async Task Who_is_away_is_away_from_all_their_grids_and_their_leaves_are_told()
    {
        await using var box = await Start();
        var (grid, other) = (await box.Draw(Square(0, 0)), await box.Draw(Square(1, 0)));
        var absent = await Person(box, "absent");
        var (away, elsewhere) = (await Assign(box, grid, absent), await Assign(box, other, absent));
        var standIn = await Assign(box, grid, await Person(box, "deputy"), "deputy");
        var now = box.Box.Clock.GetUtcNow();
        foreach (var day in new[] { 0, 10 })
            await Ok(
                box.Head.PostAsJsonAsync(
                    $"/api/v1/grid-workers/{Id(away)}/leaves",
                    new
                    {
                        deputyId = Id(standIn),
                        from = now.AddDays(day),
                        until = now.AddDays(day + 3),
                    }
                )
            );
        var shown = await Ok(box.Head.GetAsync("/api/v1/grid-workers?away=true"));
        Assert.Equal(
            new[] { Id(away), Id(elsewhere) }.Order(),
            shown.GetProperty("items").EnumerateArray().Select(Id).Order()
        );
        var leaves = await Ok(box.Head.GetAsync($"/api/v1/grid-workers/{Id(elsewhere)}/leaves"));
        Assert.Equal(
            [now.AddDays(10), now],
            leaves.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("from").GetDateTimeOffset())
        );
    }

    [Fact]
    public async Task Who_could_serve_a_grid_is_found_by_name_for_a_purpose()
    {
        await using var box = await Start();
        var grid = await box.Draw(Square(0, 0));
        var here = await Person(box, "Wang");
        await Person(box, "Li", Roles.GridLead);
        await Person(box, "Zhao", Roles.Administrator);
        await Assign(box, grid, here);
        var all = await Candidates(box.Head, "");
        Assert.Equal([("Li", false), ("Wang", true)], all);
        Assert.Equal([("Wang", true)], await Candidates(box.Head, "?q=ang"));
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            box.As(Roles.CentreClerk, "46").GetAsync($"/api/v1/grids/{Id(grid)}/candidates")
        );
        await Refused(
            HttpStatusCode.Forbidden,
            "purpose.missing",
            box.As(Roles.CentreHead, "46", Purposes.SeaWatch).GetAsync($"/api/v1/grids/{Id(grid)}/candidates")
        );

        async Task<IEnumerable<(string?, bool)>> Candidates(HttpClient who, string query) =>
            (await Ok(who.GetAsync($"/api/v1/grids/{Id(grid)}/candidates{query}")))
                .GetProperty("items")
                .EnumerateArray()
                .Select(c => (c.GetProperty("personName").GetString(), c.GetProperty("here").GetBoolean()));
    }

    [Fact]
    public async Task Names_are_shown_for_a_purpose_to_the_own_area_and_written_down()
    {
        await using var box = await Start();
        await Assign(box, await box.Draw(Square(0, 0)), await Person(box, "worker"));
        await Refused(
            HttpStatusCode.Forbidden,
            "purpose.missing",
            box.As(Roles.CentreHead, "46", Purposes.SeaWatch).GetAsync("/api/v1/grid-workers")
        );
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            box.As(Roles.GridWorker, Village + "001", Purposes.FieldWork).GetAsync("/api/v1/grid-workers")
        );
        var neighbour = await Ok(box.As(Roles.CentreHead, "460400101").GetAsync("/api/v1/grid-workers"));
        Assert.Empty(neighbour.GetProperty("items").EnumerateArray());
        await Ok(box.Head.GetAsync("/api/v1/grid-workers"));
        var looks = await box.Box.Inside(services =>
            Task.FromResult(
                services.GetRequiredService<ServeDb>().AuditRows.Count(r => r.Action == "grid-posts.listed")
            )
        );
        Assert.Equal(1, looks);
    }

    [Theory]
    [InlineData(Roles.Administrator, "worker", "grid-post.post-unfit")]
    [InlineData(Roles.GridWorker, "king", "request.unknown-value")]
    public async Task Not_everybody_serves_a_grid(string post, string role, string code)
    {
        await using var box = await Start();
        var grid = await box.Draw(Square(0, 0));
        var person = await Person(box, "somebody", post);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            code,
            box.Head.PostAsJsonAsync($"/api/v1/grids/{Id(grid)}/workers", new { postId = person.Id.Value, role })
        );
    }

    internal static Task<JsonElement> Assign(
        ServeBox box,
        JsonElement grid,
        Post who,
        string role = "worker",
        object[]? shifts = null
    ) =>
        Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/grids/{Id(grid)}/workers",
                new
                {
                    postId = who.Id.Value,
                    role,
                    shifts,
                }
            )
        );

    internal static Task<Post> Person(ServeBox box, string name, string role = Roles.GridWorker) =>
        box.Box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            var unit = new Unit
            {
                Id = Ids.New<UnitId>(db.Clock),
                Name = name,
                Department = "governance-centre",
                AreaCode = Village,
                AreaPath = Village,
                Parent = null,
                JurisdictionAreas = [],
                JurisdictionGeometry = null,
                Latitude = null,
                Longitude = null,
                Synthetic = true,
            };
            var person = new Person
            {
                Id = Ids.New<PersonId>(db.Clock),
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                DisplayName = name,
                CreatedAt = db.Clock.GetUtcNow(),
            };
            var post = new Post
            {
                Id = Ids.New<PostId>(db.Clock),
                Person = person.Id,
                Unit = unit.Id,
                Role = role,
                From = db.Clock.GetUtcNow(),
            };
            db.AddRange(unit, person, post);
            await db.SaveChangesAsync();
            return post;
        });
}
