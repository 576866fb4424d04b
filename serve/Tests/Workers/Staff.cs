using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Units;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Workers;

/// <summary>A worker with a post of their own, who acts through the API.</summary>
internal sealed record Staff(Post Post, HttpClient Client)
{
    /// <summary>A person with a post in a unit of an area.</summary>
    public static async Task<Staff> Join(
        ServeBox box,
        string name,
        string role = Roles.GridWorker,
        string area = Village
    )
    {
        var post = await box.Box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            var unit = new Unit
            {
                Id = Ids.New<UnitId>(db.Clock),
                Name = name,
                Department = "governance-centre",
                AreaCode = area,
                AreaPath = area,
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
            var made = new Post
            {
                Id = Ids.New<PostId>(db.Clock),
                Person = person.Id,
                Unit = unit.Id,
                Role = role,
                From = db.Clock.GetUtcNow(),
            };
            db.Units.Add(unit);
            db.People.Add(person);
            db.Posts.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        var actor = new TestActor(role, area, Purposes.FieldWork)
        {
            Person = post.Person.Value,
            Post = post.Id.Value,
            Unit = post.Unit.Value,
        };
        return new Staff(post, box.Box.As(actor));
    }

    /// <summary>Puts them on a grid.</summary>
    public Task<JsonElement> Serve(ServeBox box, JsonElement grid, object[]? shifts = null, string role = "worker") =>
        Ok(
            box.Head.PostAsJsonAsync(
                $"/api/v1/grids/{Id(grid)}/workers",
                new
                {
                    postId = Post.Id.Value,
                    role,
                    shifts,
                }
            )
        );
}
