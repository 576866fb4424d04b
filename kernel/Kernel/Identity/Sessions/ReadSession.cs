using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Identity.Sessions;

internal static class ReadSession
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/session", Handle)
            .WithName("ReadSession")
            .WithTags("Session")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .OpenToAnyone("tells a browser whether it is signed in");

    private static async Task<Ok<SessionView>> Handle(
        Actor actor,
        SessionViewer viewer,
        SetupState setup,
        CancellationToken ct
    )
    {
        if (actor.Session is null)
            throw new Refused("session.none", 401).With("setupNeeded", await setup.IsNeeded(ct));
        return TypedResults.Ok(await viewer.Of(actor, ct));
    }
}
