using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Grids;

[Trait("Needs", "Store")]
public sealed class GridTests
{
    [Fact]
    public async Task A_grid_is_drawn_redrawn_and_closed_and_keeps_its_history()
    {
        await using var box = await Start();
        var drawn = await box.Draw(Square(0, 0));
        Assert.Equal(Village + "001", drawn.GetProperty("grid").GetProperty("code").GetString());
        Assert.InRange(drawn.GetProperty("grid").GetProperty("squareMetres").GetDouble(), 1_150_000, 1_180_000);
        box.Box.Clock.Advance(TimeSpan.FromDays(1));
        var redrawn = await Ok(
            Put(box.Head, $"grids/{Id(drawn)}/boundary", new { geometry = Square(0, 0, 0.9) }, Revision(drawn))
        );
        var history = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(drawn)}/boundaries"));
        Assert.Equal(
            [2, 1],
            history.GetProperty("items").EnumerateArray().Select(b => b.GetProperty("number").GetInt32())
        );
        var (now, before) = (history.GetProperty("items")[0], history.GetProperty("items")[1]);
        Assert.Equal(JsonValueKind.Null, now.GetProperty("until").ValueKind);
        Assert.Equal(now.GetProperty("from").GetString(), before.GetProperty("until").GetString());

        var closed = await Ok(
            box.Head.PostAsJsonAsync($"/api/v1/grids/{Id(drawn)}/close", new { expectedRevision = Revision(redrawn) })
        );
        Assert.NotEqual(JsonValueKind.Null, closed.GetProperty("closedAt").ValueKind);
        Assert.Empty((await Ok(box.Head.GetAsync("/api/v1/grids"))).GetProperty("items").EnumerateArray());
        Assert.Single((await Ok(box.Head.GetAsync("/api/v1/grids?closed=true"))).GetProperty("items").EnumerateArray());
        await Refused(
            HttpStatusCode.Conflict,
            "grid.closed",
            Put(box.Head, $"grids/{Id(drawn)}/boundary", new { geometry = Square(0, 0) }, Revision(closed))
        );
        // Its code is not given again.
        var next = await box.Draw(Square(0, 0));
        Assert.Equal(Village + "002", next.GetProperty("grid").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_overlap_is_refused_with_its_place_until_somebody_accepts_it()
    {
        await using var box = await Start();
        await box.Draw(Square(0, 0));
        object body = new
        {
            villageCode = Village,
            name = "二",
            kind = "comprehensive",
            geometry = Square(0.5, 0),
        };
        var problem = await Refused(
            HttpStatusCode.UnprocessableEntity,
            "grid.boundary-faults",
            box.Head.PostAsJsonAsync("/api/v1/grids", body)
        );
        var fault = Assert.Single(problem.GetProperty("parameters").GetProperty("faults").EnumerateArray());
        Assert.Equal("boundary.overlap", fault.GetProperty("code").GetString());
        Assert.Equal(Village + "001", fault.GetProperty("other").GetString());
        Assert.InRange(fault.GetProperty("place").GetProperty("longitude").GetDouble(), 109.505, 109.51);
        var accepted = await box.Draw(Square(0.5, 0), more: new { acceptFaults = true });
        Assert.Single(accepted.GetProperty("faults").EnumerateArray());
        var all = await Ok(box.Head.GetAsync($"/api/v1/grids/faults?village={Village}"));
        Assert.Contains(
            all.GetProperty("faults").EnumerateArray(),
            f => f.GetProperty("code").GetString() == "boundary.overlap"
        );
    }

    [Fact]
    public async Task A_check_changes_nothing()
    {
        await using var box = await Start();
        await box.Draw(Square(0, 0));
        var check = await Ok(
            box.Head.PostAsJsonAsync("/api/v1/grids/check", new { villageCode = Village, geometry = Square(0.5, 0) })
        );
        Assert.Equal("boundary.overlap", check.GetProperty("faults")[0].GetProperty("code").GetString());
        Assert.Equal(2, check.GetProperty("toleranceMetres").GetDouble());
        Assert.Single((await Ok(box.Head.GetAsync("/api/v1/grids"))).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_micro_grid_lies_in_its_parent_and_is_seen_by_who_serves_that()
    {
        await using var box = await Start();
        var parent = await box.Draw(Square(0, 0));
        var micro = await box.Draw(Square(0, 0, 0.5), kind: "micro", more: new { parentId = Id(parent) });
        var problem = await Refused(
            HttpStatusCode.UnprocessableEntity,
            "grid.boundary-faults",
            Put(box.Head, $"grids/{Id(micro)}/boundary", new { geometry = Square(0.5, 0, 1) }, Revision(micro))
        );
        Assert.Equal(
            "boundary.outside-parent",
            problem.GetProperty("parameters").GetProperty("faults")[0].GetProperty("code").GetString()
        );
        var worker = box.As(Roles.GridWorker, Village + "001", Purposes.FieldWork);
        Assert.Equal(2, (await Ok(worker.GetAsync("/api/v1/grids"))).GetProperty("items").GetArrayLength());
        await Refused(
            HttpStatusCode.Conflict,
            "grid.has-micro-grids",
            box.Head.PostAsJsonAsync($"/api/v1/grids/{Id(parent)}/close", new { expectedRevision = Revision(parent) })
        );
    }

    [Fact]
    public async Task Nada_sees_its_grids_and_not_those_of_its_neighbour()
    {
        await using var box = await Start();
        var own = await box.Draw(Square(0, 0));
        var other = await box.Draw(Square(5, 5), Neighbour);
        var nada = box.As(Roles.CentreHead, "460400100");
        var seen = (await Ok(nada.GetAsync("/api/v1/grids"))).GetProperty("items").EnumerateArray().Select(Id);
        Assert.Equal([Id(own)], seen);
        await Refused(HttpStatusCode.NotFound, "grid.unknown", nada.GetAsync($"/api/v1/grids/{Id(other)}"));
        await Refused(
            HttpStatusCode.NotFound,
            "grid.unknown",
            Put(nada, $"grids/{Id(other)}/boundary", new { geometry = Square(5, 5) }, 1)
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "area.out-of-scope",
            nada.PostAsJsonAsync(
                "/api/v1/grids",
                new
                {
                    villageCode = Neighbour,
                    name = "x",
                    kind = "comprehensive",
                }
            )
        );
        var map = await Ok(nada.GetAsync("/api/v1/grids/map?west=109&south=19&east=110&north=20"));
        Assert.Equal([Id(own)], map.GetProperty("grids").EnumerateArray().Select(Id));
        var clerk = box.As(Roles.CentreClerk, "46");
        await Refused(
            HttpStatusCode.Forbidden,
            "permission.missing",
            Put(clerk, $"grids/{Id(own)}/boundary", new { geometry = Square(0, 0) }, 1)
        );
    }

    [Fact]
    public async Task A_change_names_the_revision_it_knows()
    {
        await using var box = await Start();
        var drawn = await box.Draw(Square(0, 0));
        object body = new
        {
            name = "二",
            households = 210,
            residents = 600,
        };
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "revision.missing",
            box.Head.PutAsJsonAsync($"/api/v1/grids/{Id(drawn)}", body)
        );
        await Ok(Put(box.Head, $"grids/{Id(drawn)}", body, 1));
        var stale = await Refused(
            HttpStatusCode.Conflict,
            "revision.stale",
            Put(box.Head, $"grids/{Id(drawn)}", body, 1)
        );
        Assert.Equal(210, stale.GetProperty("current").GetProperty("households").GetInt32());
    }

    [Theory]
    [InlineData("""{"kind":"island"}""", "request.unknown-value")]
    [InlineData("""{"kind":"special"}""", "grid.use-unfit")]
    [InlineData("""{"use":"park"}""", "grid.use-unfit")]
    [InlineData("""{"name":" "}""", "grid.name-length")]
    [InlineData("""{"households":-1}""", "request.out-of-range")]
    [InlineData("""{"code":"460400100002001"}""", "grid.code-malformed")]
    [InlineData("""{"villageCode":"460400100"}""", "grid.village-unknown")]
    [InlineData("""{"kind":"micro"}""", "grid.parent-missing")]
    [InlineData("""{"geometry":{"type":"Point","coordinates":[1,2]}}""", "boundary.not-a-polygon")]
    [InlineData(
        """{"geometry":{"type":"Polygon","coordinates":[[[109,19],[110,20],[110,19],[109,20],[109,19]]]}}""",
        "boundary.not-valid"
    )]
    public async Task What_makes_no_grid_is_refused_with_its_reason(string change, string code)
    {
        await using var box = await Start();
        var body = JsonSerializer
            .SerializeToNode(
                new
                {
                    villageCode = Village,
                    name = "一",
                    kind = "comprehensive",
                }
            )!
            .AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();
        await Refused(HttpStatusCode.UnprocessableEntity, code, box.Head.PostAsJsonAsync("/api/v1/grids", body));
    }

    private static Task<HttpResponseMessage> Put(HttpClient who, string path, object body, int revision)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{revision}\"");
        return who.SendAsync(request);
    }
}
