using System.Net;
using System.Text.Json;
using Fourfold.Contracts;
using Xunit;
using static Fourfold.Serve.Tests.Exchange.ExchangeTests;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Exchange;

/// <summary>Outlines of areas come by the same file as grids, and are what grids are then held against.</summary>
[Trait("Needs", "Store")]
public sealed class OutlineImportTests
{
    private const string Township = "460400100";

    [Fact]
    public async Task A_villages_outline_is_brought_and_grids_are_held_against_it()
    {
        await using var box = await Start();
        await box.Draw(Square(3, 3));
        var file = Features((Village, Square(0, 0, 2)), (Township, Square(-1, -1, 5)));
        var looked = await Check(box.Head, "geojson", file);
        Assert.Equal(("checked", 2), (looked.GetProperty("state").GetString(), Number(looked, "added")));
        Assert.Equal("done", await Apply(box, looked));

        object outside = new { villageCode = Village, geometry = Square(1.5, 0) };
        var check = await Ok(Post(box, "grids/check", outside));
        Assert.Equal(Village, check.GetProperty("parent").GetString());
        Assert.Contains(
            "boundary.outside-parent",
            check.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("code").GetString())
        );

        var again = await Check(box.Head, "geojson", file);
        Assert.Equal((0, 0, 2), (Number(again, "added"), Number(again, "changed"), Number(again, "unchanged")));
        var moved = await Check(box.Head, "geojson", Features((Village, Square(0, 0, 3))));
        Assert.Equal((0, 1, 0), (Number(moved, "added"), Number(moved, "changed"), Number(moved, "unchanged")));
    }

    [Fact]
    public async Task Grids_of_the_same_file_are_held_against_its_outlines()
    {
        await using var box = await Start();
        var looked = await Check(
            box.Head,
            "geojson",
            Features((Village, Square(0, 0, 2)), (Village + "001", Square(1.5, 0)))
        );
        var fault = Assert.Single(looked.GetProperty("faults").EnumerateArray());
        Assert.Equal((2, "boundary.outside-parent"), (Number(fault, "row"), fault.GetProperty("code").GetString()));
    }

    /// <summary>Issue 5: an import looked at the village's outline only, and took what drawing by hand refused.</summary>
    [Fact]
    public async Task Without_a_villages_outline_grids_are_held_against_the_next_above_it_by_hand_and_by_file()
    {
        await using var box = await Start();
        await box.Draw(Square(3, 3));
        Assert.Equal("done", await Apply(box, await Check(box.Head, "geojson", Features((Township, Square(0, 0, 3))))));

        object outside = new { villageCode = Village, geometry = Square(2.5, 0) };
        var byHand = await Ok(Post(box, "grids/check", outside));
        Assert.Equal((Township, "boundary.outside-parent"), (byHand.GetProperty("parent").GetString(), Only(byHand)));
        var byFile = await Check(box.Head, "geojson", Features((Village + "002", Square(2.5, 0))));
        Assert.Equal("boundary.outside-parent", Only(byFile));
        var asTheyAre = await Ok(box.Head.GetAsync($"/api/v1/grids/faults?village={Village}"));
        Assert.Equal("boundary.outside-parent", Only(asTheyAre));

        // What the same file brings stands for what is stored, also above the village.
        var wider = Features((Township, Square(-1, -1, 9)), (Village + "002", Square(2.5, 0)));
        Assert.Equal("checked", (await Check(box.Head, "geojson", wider)).GetProperty("state").GetString());

        static string? Only(JsonElement looked) =>
            Assert.Single(looked.GetProperty("faults").EnumerateArray()).GetProperty("code").GetString();
    }

    [Fact]
    public async Task Each_outline_that_cannot_be_taken_is_told_at_its_row()
    {
        await using var box = await Start();
        object bow = new
        {
            type = "Polygon",
            coordinates = new double[][][]
            {
                [
                    [109.5, 19.5],
                    [109.6, 19.6],
                    [109.6, 19.5],
                    [109.5, 19.6],
                    [109.5, 19.5],
                ],
            },
        };
        var looked = await Check(
            box.As(Roles.CentreHead, Township),
            "geojson",
            Features(
                ("460400999", Square(0, 0)),
                ("460400101", Square(0, 0)),
                (Village, bow),
                (Village, Square(0, 0)),
                (Township, Square(0, 0))
            )
        );
        Assert.Equal(
            [
                (1, "code", "area.unknown"),
                (2, "code", "area.out-of-scope"),
                (3, "geometry", "boundary.crosses-itself"),
                (4, "code", "import.code-twice"),
            ],
            looked
                .GetProperty("faults")
                .EnumerateArray()
                .Select(f =>
                    (Number(f, "row"), f.GetProperty("column").GetString(), f.GetProperty("code").GetString()!)
                )
        );
    }

    [Fact]
    public async Task A_window_with_too_many_grids_has_numbers_within_outlines()
    {
        await using var box = await Start();
        var many = Enumerable.Range(0, 21 * 20).Select(i => ($"{Village}{i + 1:000}", Square(i % 21, i / 21)));
        var looked = await Check(box.Head, "geojson", Features([(Township, Square(-1, -1, 25)), .. many]));
        Assert.Equal("done", await Apply(box, looked));
        var map = await Ok(box.Head.GetAsync("/api/v1/grids/map?west=109&south=19&east=110&north=20"));
        Assert.Empty(map.GetProperty("grids").EnumerateArray());
        var cluster = Assert.Single(map.GetProperty("clusters").EnumerateArray());
        Assert.Equal((Township, 420), (cluster.GetProperty("areaCode").GetString(), Number(cluster, "grids")));
        Assert.Equal("Polygon", cluster.GetProperty("geometry").GetProperty("type").GetString());

        // Of one area alone there may be few enough to draw.
        await box.Draw(Square(30, 30), Neighbour);
        var one = await Ok(
            box.Head.GetAsync($"/api/v1/grids/map?west=109&south=19&east=110&north=20&area={Neighbour}")
        );
        Assert.Empty(one.GetProperty("clusters").EnumerateArray());
        Assert.Equal(
            Neighbour + "001",
            Assert.Single(one.GetProperty("grids").EnumerateArray()).GetProperty("code").GetString()
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "area.unknown",
            box.Head.GetAsync("/api/v1/grids/map?west=109&south=19&east=110&north=20&area=x")
        );
    }

    private static Task<HttpResponseMessage> Post(ServeBox box, string path, object body) =>
        box.Head.PostAsync($"/api/v1/{path}", System.Net.Http.Json.JsonContent.Create(body));

    private static string Features(params (string Code, object Geometry)[] features) =>
        JsonSerializer.Serialize(
            new
            {
                type = "FeatureCollection",
                features = features.Select(f => new
                {
                    type = "Feature",
                    properties = new { code = f.Code, name = f.Code },
                    geometry = f.Geometry,
                }),
            }
        );
}
