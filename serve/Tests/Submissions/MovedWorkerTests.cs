using System.Net;
using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Workers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Submissions;

/// <summary>What a worker filled without a network before they were sent to serve elsewhere.</summary>
[Trait("Needs", "Store")]
public sealed class MovedWorkerTests
{
    private const string Village = "460400100001";
    private const string GridCode = Village + "001";

    [Fact]
    public async Task A_form_counts_in_the_grid_that_was_the_workers_when_they_filled_it()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("shot", Field("picture", "photo")), who: box.Province);
        var person = Guid.CreateVersion7();
        var grid = await Served(box, person);
        var (id, filledAt) = (Guid.CreateVersion7(), box.Now - TimeSpan.FromDays(2));
        using var moved = box.As(Roles.GridWorker, purpose: Purposes.FieldWork, person: person);
        for (var time = 0; time < 2; time++)
            await Ok(
                box.Submit(new { picture = "a.jpg" }, "shot", id: id, who: moved, filledAt: filledAt, gridId: grid)
            );
        Assert.Empty(await box.List(box.Clerk, "shot"));
        Assert.Equal("Grid", Assert.Single(await box.List(box.Stranger, "shot")).GetProperty("areaName").GetString());

        // It is found for its pictures, too: what is said is about the file.
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "file.unknown",
            moved.PostAsJsonAsync(
                $"/api/v1/submissions/{id}/media",
                new { name = "a.jpg", fileId = Guid.CreateVersion7() }
            )
        );
        // To look at what lies in another county is another matter.
        await Refused(HttpStatusCode.NotFound, "submission.unknown", box.Clerk.GetAsync($"/api/v1/submissions/{id}"));
    }

    [Fact]
    public async Task Nobody_writes_into_a_grid_that_was_not_theirs_then()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        var person = Guid.CreateVersion7();
        var grid = await Served(box, person);
        using var moved = box.As(Roles.GridWorker, purpose: Purposes.FieldWork, person: person);
        var before = box.Now - TimeSpan.FromDays(2);
        await Unknown(box.Submit(VisitAnswers(), who: moved, gridId: grid));
        await Unknown(box.Submit(VisitAnswers(), who: moved, filledAt: box.Now - TimeSpan.FromDays(20), gridId: grid));
        await Unknown(box.Submit(VisitAnswers(), filledAt: before, gridId: grid));
        Assert.Empty(await box.List(box.Province));

        static Task Unknown(Task<HttpResponseMessage> sent) =>
            Refused(HttpStatusCode.UnprocessableEntity, "grid.unknown", sent);
    }

    /// <summary>A grid of the other county that the person served from ten days ago until yesterday.</summary>
    private static async Task<string> Served(FormsBox box, Guid person)
    {
        var now = box.Now;
        var grid = new Grid
        {
            Id = Ids.New<GridId>(box.Box.Clock),
            Code = GridCode,
            Name = "Grid",
            Kind = GridKinds.Comprehensive,
            AreaPath = GridCode,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var post = new GridPost
        {
            Id = Ids.New<GridPostId>(box.Box.Clock),
            GridId = grid.Id,
            AreaPath = grid.AreaPath,
            Person = new PersonId(person),
            Post = Ids.New<PostId>(box.Box.Clock),
            Unit = Ids.New<UnitId>(box.Box.Clock),
            Role = GridRoles.Worker,
            From = now - TimeSpan.FromDays(10),
        };
        post.End(now - TimeSpan.FromDays(1), now - TimeSpan.FromDays(5));
        await box.Box.Inside(services =>
        {
            var db = services.GetRequiredService<ServeDb>();
            db.Grids.Add(grid);
            db.GridPosts.Add(post);
            return db.SaveChangesAsync();
        });
        return grid.Id.ToString();
    }
}
