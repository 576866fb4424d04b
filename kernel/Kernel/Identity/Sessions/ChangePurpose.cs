using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>Goes on under another purpose or post: the old session ends and a new one begins, so each row of the past keeps its meaning.</summary>
internal static class ChangePurpose
{
    internal sealed record Request(
        [OneOf(typeof(Purposes))] string Purpose,
        string? Note = null,
        PostId? PostId = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/session/purpose", Handle)
            .WithName("ChangePurpose")
            .WithTags("Session")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsSignIn();

    private static async Task<Ok<SessionView>> Handle(
        Request request,
        HttpContext http,
        Actor actor,
        KernelDb db,
        SessionOpener opener,
        SessionDirectory sessions,
        SessionViewer viewer,
        CancellationToken ct
    )
    {
        if (actor is not { Session: { } id, Person: { } personId })
            throw new Refused("session.none", 401);
        SessionRules.RequirePurpose(request.Purpose, request.Note);
        var person = await db.People.SingleAsync(p => p.Id == personId, ct);
        var post = await SessionRules.ChoosePost(db, personId, request.PostId ?? actor.Post, ct);
        var old = await db.Sessions.SingleAsync(s => s.Id == id, ct);
        old.EndedAt = db.Clock.GetUtcNow();
        db.WhenCommitted(sessions.Forget);
        var next = await opener.Open(http, person, post, request.Purpose, request.Note, ct);
        return TypedResults.Ok(await viewer.Of(next, ct));
    }
}
