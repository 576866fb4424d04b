using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Posts;

/// <summary>Sets the end of a post, now or later; its sessions end with it. What was done under it stays.</summary>
internal static class EndPost
{
    internal sealed record Request(DateTimeOffset? Until, int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/posts/{id}", Handle)
            .WithName("EndPost")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.PeopleWrite, Purposes.Administration);

    private static async Task<Ok<PostView>> Handle(
        PostId id,
        Request request,
        ExpectedRevision expected,
        Actor actor,
        KernelDb db,
        IAreaDirectory areas,
        SessionDirectory sessions,
        CancellationToken ct
    )
    {
        var post = await db.Posts.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw Refused.NotFound("post.unknown");
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == post.Unit, ct);
        expected.Meets(request.ExpectedRevision, post.Revision, () => PostView.Of(post, unit, areas));
        if (post.Person == actor.Person)
            throw new Refused("person.own-account");
        var now = db.Clock.GetUtcNow();
        if (post.Until <= now)
            throw new Refused("post.already-ended").With("until", post.Until);
        post.Until = request.Until;
        if (post.Until <= post.From)
            throw Refused.Invalid("post.until-before-from", "until");
        PostRules.RequireApart(
            post,
            await db.Posts.AsNoTracking().Where(p => p.Person == post.Person && p.Id != id).ToListAsync(ct)
        );
        post.Revision++;
        db.Audit("post.changed", "person", post.Person.ToString(), new { post = id, until = post.Until });
        db.WhenCommitted(sessions.Forget);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PostView.Of(post, unit, areas));
    }
}
