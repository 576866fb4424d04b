using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Posts;

/// <summary>Gives a person a post in a unit; a secondment names its end and ends by itself.</summary>
internal static class AddPost
{
    internal sealed record Request(
        UnitId UnitId,
        [OneOf(typeof(Roles))] string Role,
        DateTimeOffset? From = null,
        DateTimeOffset? Until = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/people/{id}/posts", Handle)
            .WithName("AddPost")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.PeopleWrite, Purposes.Administration);

    private static async Task<Created<PersonView>> Handle(
        PersonId id,
        Request request,
        Actor actor,
        KernelDb db,
        IAreaDirectory areas,
        SessionDirectory sessions,
        CancellationToken ct
    )
    {
        if (!Roles.All.Contains(request.Role))
            throw Refused.Invalid("post.role-unknown", "role").With("roles", Roles.All);
        if (id == actor.Person)
            throw new Refused("person.own-account");
        if (!await db.People.AnyAsync(p => p.Id == id, ct))
            throw Refused.NotFound("person.unknown");
        var unit =
            await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == request.UnitId, ct)
            ?? throw Refused.Invalid("unit.unknown", "unitId");
        var post = new Post
        {
            Id = Ids.New<PostId>(db.Clock),
            Person = id,
            Unit = unit.Id,
            Role = request.Role,
            From = request.From ?? db.Clock.GetUtcNow(),
            Until = request.Until,
        };
        if (post.Until <= post.From)
            throw Refused.Invalid("post.until-before-from", "until");
        PostRules.RequireApart(post, await db.Posts.AsNoTracking().Where(p => p.Person == id).ToListAsync(ct));
        db.Posts.Add(post);
        db.Audit(
            "post.added",
            "person",
            id.ToString(),
            new
            {
                post = post.Id,
                post.Role,
                post.Unit,
            }
        );
        db.WhenCommitted(sessions.Forget);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/people/{id}",
            await PersonView.Read(db, areas, await db.People.SingleAsync(p => p.Id == id, ct), ct)
        );
    }
}
