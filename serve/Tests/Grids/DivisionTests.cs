using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Grids.Topology;
using Fourfold.Serve.Tests.Workers;
using NetTopologySuite.Operation.OverlayNG;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Grids;

[Trait("Needs", "Store")]
public sealed class DivisionTests
{
    [Fact]
    public async Task A_grid_is_split_into_parts_that_tile_it_and_its_people_go_along()
    {
        await using var box = await Start();
        var whole = await box.Draw(Square(0, 0), more: new { households = 101, residents = 300 });
        var worker = await WorkerTests.Assign(box, whole, await WorkerTests.Person(box, "worker"));
        var lead = await WorkerTests.Assign(box, whole, await WorkerTests.Person(box, "lead"), "lead");
        var proposed = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(whole)}/split?into=3"));
        Assert.Equal(2, proposed.GetProperty("cuts").GetArrayLength());
        Assert.Equal([34, 33, 34], Parts(proposed).Select(p => p.GetProperty("households").GetInt32()));

        var done = await Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/grids/{Id(whole)}/split",
                new
                {
                    cuts = proposed.GetProperty("cuts"),
                    parts = new object[]
                    {
                        Part("东", 34, [Id(lead)]),
                        Part("中", 33, [Id(lead), Id(worker)]),
                        Part("西", 34, [Id(worker)]),
                    },
                    expectedRevision = Revision(whole),
                }
            )
        );
        var grids = done.GetProperty("grids").EnumerateArray().ToList();
        Assert.Equal(
            [Village + "001", Village + "002", Village + "003"],
            grids.Select(g => g.GetProperty("code").GetString())
        );
        Assert.Equal(Id(whole), Id(grids[0]));
        Assert.Equal(2, grids[0].GetProperty("boundary").GetInt32());
        await Tile(box, whole.GetProperty("geometry"), grids);
        Assert.Equal(["lead"], await Serving(box, grids[0]));
        Assert.Equal(["lead", "worker"], await Serving(box, grids[1]));
        Assert.Equal(["worker"], await Serving(box, grids[2]));
        var faults = await Ok(box.Head.GetAsync($"/api/v1/grids/faults?village={Village}"));
        Assert.Empty(faults.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task Without_names_everybody_serves_each_part()
    {
        await using var box = await Start();
        var whole = await box.Draw(Square(0, 0));
        await WorkerTests.Assign(box, whole, await WorkerTests.Person(box, "worker"));
        var done = await Ok(Split(box.Head, whole, Middle, Part("一", 0), Part("二", 0)));
        foreach (var grid in done.GetProperty("grids").EnumerateArray())
            Assert.Equal(["worker"], await Serving(box, grid));
    }

    [Fact]
    public async Task A_split_is_refused_when_the_grid_changed_or_the_line_does_not_divide_or_somebody_is_left_out()
    {
        await using var box = await Start();
        var whole = await box.Draw(Square(0, 0));
        var worker = await WorkerTests.Assign(box, whole, await WorkerTests.Person(box, "worker"));
        object[] parts = [Part("一", 0, [Id(worker)]), Part("二", 0)];
        var stale = await Refused(
            HttpStatusCode.Conflict,
            "revision.stale",
            Split(box.Head, whole, Middle, revision: 7, parts: parts)
        );
        Assert.Equal(Id(whole), Id(stale.GetProperty("current")));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "grid.cut-unfit",
            Split(box.Head, whole, new[] { new[] { At(109.505, 19.4), At(109.505, 19.505) } }, parts)
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "grid.parts-count",
            Split(box.Head, whole, Middle, Part("一", 0))
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "grid.worker-left-out",
            Split(box.Head, whole, Middle, Part("一", 0, []), Part("二", 0, []))
        );
        await box.Draw(Square(0, 0, 0.5), kind: "micro", more: new { parentId = Id(whole) });
        await Refused(HttpStatusCode.Conflict, "grid.has-micro-grids", Split(box.Head, whole, Middle, parts));
        var clerk = box.As(Roles.CentreClerk, "46");
        await Refused(HttpStatusCode.Forbidden, "permission.missing", Split(clerk, whole, Middle, parts));
        // Nothing of it was done.
        Assert.Equal(1, Revision(await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(whole)}"))));
    }

    [Fact]
    public async Task Two_neighbours_become_one_and_each_of_their_people_serves_it_once()
    {
        await using var box = await Start();
        var kept = await box.Draw(Square(0, 0), more: new { households = 100 });
        var closed = await box.Draw(Square(1, 0), more: new { households = 50 });
        var (one, two) = (await WorkerTests.Person(box, "one"), await WorkerTests.Person(box, "two"));
        await WorkerTests.Assign(box, kept, one);
        await WorkerTests.Assign(box, closed, one);
        await WorkerTests.Assign(box, closed, two);
        var beside = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(kept)}/neighbours"));
        Assert.Equal([Id(closed)], beside.GetProperty("items").EnumerateArray().Select(Id));
        var proposed = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(kept)}/merge?with={Id(closed)}"));
        Assert.Equal(150, proposed.GetProperty("households").GetInt32());

        var merged = await Ok(Merge(box.Head, kept, closed));
        Assert.Equal(150, merged.GetProperty("grid").GetProperty("households").GetInt32());
        Assert.InRange(merged.GetProperty("grid").GetProperty("squareMetres").GetDouble(), 2_310_000, 2_350_000);
        Assert.Equal(["one", "two"], await Serving(box, kept));
        Assert.Empty(await Serving(box, closed));
        var other = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(closed)}"));
        Assert.NotEqual(JsonValueKind.Null, other.GetProperty("grid").GetProperty("closedAt").ValueKind);
        var faults = await Ok(box.Head.GetAsync($"/api/v1/grids/faults?village={Village}"));
        Assert.Empty(faults.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task Only_unchanged_neighbours_of_a_kind_are_merged()
    {
        await using var box = await Start();
        var kept = await box.Draw(Square(0, 0));
        var beside = await box.Draw(Square(1, 0));
        var away = await box.Draw(Square(3, 0));
        var school = await box.Draw(Square(0, 1), kind: "special", more: new { use = "school" });
        foreach (var other in new[] { away, school, kept })
            await Refused(HttpStatusCode.UnprocessableEntity, "grid.not-neighbours", Merge(box.Head, kept, other));
        await Refused(HttpStatusCode.Conflict, "revision.stale", Merge(box.Head, kept, beside, withRevision: 9));
        await Refused(HttpStatusCode.Conflict, "revision.stale", Merge(box.Head, kept, beside, revision: 9));
        var clerk = box.As(Roles.CentreClerk, "46");
        await Refused(HttpStatusCode.Forbidden, "permission.missing", Merge(clerk, kept, beside));
        var neighbour = box.As(Roles.CentreHead, "460400101");
        await Refused(HttpStatusCode.NotFound, "grid.unknown", Merge(neighbour, kept, beside));
    }

    private static object At(double longitude, double latitude) => new { latitude, longitude };

    private static readonly object[][] Middle =
    [
        [At(109.505, 19.49), At(109.505, 19.52)],
    ];

    private static object Part(string name, int households, string[]? workers = null) =>
        new
        {
            name,
            households,
            residents = 0,
            workers,
        };

    private static Task<HttpResponseMessage> Split(
        HttpClient who,
        JsonElement grid,
        object cuts,
        params object[] parts
    ) => Split(who, grid, cuts, Revision(grid), parts);

    private static Task<HttpResponseMessage> Split(
        HttpClient who,
        JsonElement grid,
        object cuts,
        int revision,
        object[] parts
    ) =>
        who.PostAsJsonAsync(
            $"/api/v1/grids/{Id(grid)}/split",
            new
            {
                cuts,
                parts,
                expectedRevision = revision,
            }
        );

    private static Task<HttpResponseMessage> Merge(
        HttpClient who,
        JsonElement grid,
        JsonElement with,
        int? revision = null,
        int? withRevision = null
    ) =>
        who.PostAsJsonAsync(
            $"/api/v1/grids/{Id(grid)}/merge",
            new
            {
                with = Id(with),
                name = "合",
                households = 150,
                residents = 0,
                withRevision = withRevision ?? Revision(with),
                expectedRevision = revision ?? Revision(grid),
            }
        );

    private static IEnumerable<JsonElement> Parts(JsonElement split) => split.GetProperty("parts").EnumerateArray();

    private static async Task<IEnumerable<string?>> Serving(ServeBox box, JsonElement grid)
    {
        var posts = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(grid)}/workers"));
        return posts
            .GetProperty("items")
            .EnumerateArray()
            .Where(p => p.GetProperty("until").ValueKind == JsonValueKind.Null)
            .Select(p => p.GetProperty("personName").GetString())
            .Order();
    }

    private static async Task Tile(ServeBox box, JsonElement whole, IEnumerable<JsonElement> grids)
    {
        var area = Outline.Stored(whole.GetRawText());
        var plane = Plane.Around(area);
        var parts = new List<NetTopologySuite.Geometries.Geometry>();
        foreach (var grid in grids)
        {
            var detail = await Ok(box.Head.GetAsync($"/api/v1/grids/{Id(grid)}"));
            parts.Add(plane.ToShape(Outline.Stored(detail.GetProperty("geometry").GetRawText())));
        }
        // Rounded to a centimetre along edges of a kilometre.
        var left = OverlayNGRobust.Union(parts).SymmetricDifference(plane.ToShape(area)).Area;
        Assert.InRange(left, 0, 20);
        Assert.InRange(parts.Sum(p => p.Area) - plane.ToShape(area).Area, -20, 20);
    }
}
