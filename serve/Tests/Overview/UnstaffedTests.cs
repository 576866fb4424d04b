using System.Net;
using Fourfold.Contracts;
using Fourfold.Serve.Workers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Overview;

[Trait("Needs", "Store")]
public sealed class UnstaffedTests
{
    [Fact]
    public async Task Grids_that_nobody_serves_are_counted_below_each_area_and_named()
    {
        await using var box = await Start();
        var served = await box.Draw(Square(0, 0));
        await box.Draw(Square(1, 0));
        await box.Draw(Square(2, 0), Neighbour);
        await box.Box.Inside(services =>
        {
            var db = services.GetRequiredService<ServeDb>();
            db.GridPosts.Add(
                new GridPost
                {
                    Id = Ids.New<GridPostId>(db.Clock),
                    GridId = GridId.From(Guid.Parse(Id(served))),
                    AreaPath = served.GetProperty("grid").GetProperty("code").GetString()!,
                    Person = PersonId.From(Guid.NewGuid()),
                    Post = PostId.From(Guid.NewGuid()),
                    Unit = UnitId.From(Guid.NewGuid()),
                    Role = GridRoles.Worker,
                    From = db.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });
        var county = await Ok(box.Head.GetAsync("/api/v1/grids/unstaffed?area=460400"));
        Assert.Equal((3, 2), (county.GetProperty("grids").GetInt32(), county.GetProperty("unstaffed").GetInt32()));
        var below = county
            .GetProperty("below")
            .EnumerateArray()
            .ToDictionary(b => b.GetProperty("areaCode").GetString()!, b => b.GetProperty("unstaffed").GetInt32());
        Assert.Equal((1, 1), (below["460400100"], below["460400101"]));
        Assert.Equal(2, county.GetProperty("named").GetArrayLength());
    }

    [Fact]
    public async Task Another_area_and_another_role_learn_nothing()
    {
        await using var box = await Start();
        var lead = box.As(Roles.GridLead, Village, Purposes.FieldWork);
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "area.out-of-scope",
            lead.GetAsync("/api/v1/grids/unstaffed?area=460400101")
        );
        var worker = box.As(Roles.GridWorker, Village, Purposes.FieldWork);
        await Refused(HttpStatusCode.Forbidden, "permission.missing", worker.GetAsync("/api/v1/grids/unstaffed"));
    }
}
