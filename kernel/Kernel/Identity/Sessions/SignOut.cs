using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>Ends the session here and on the server: a copy of the cookie is worth nothing afterwards.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/session", Handle)
            .WithName("SignOut")
            .WithTags("Session")
            .OpenToAnyone("signing out twice is no error");

    private static async Task<NoContent> Handle(
        HttpContext http,
        Actor actor,
        KernelDb db,
        SessionDirectory sessions,
        CancellationToken ct
    )
    {
        if (actor.Session is { } id)
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == id, ct);
            session.EndedAt = db.Clock.GetUtcNow();
            // The phone may be in other hands now.
            db.PushSubscriptions.RemoveRange(await db.PushSubscriptions.Where(s => s.Session == id).ToListAsync(ct));
            db.Audit("session.ended", "session", id.ToString());
            db.WhenCommitted(sessions.Forget);
            await db.SaveChangesAsync(ct);
        }
        await SessionCookie.Remove(http);
        return TypedResults.NoContent();
    }
}
