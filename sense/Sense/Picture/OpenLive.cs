using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Fourfold.Sense.Picture;

/// <summary><c>GET /live</c>: the live picture over one WebSocket, <c>docs/reference/live.md</c>.</summary>
internal static class OpenLive
{
    public static void Map(IEndpointRouteBuilder root) =>
        root.MapGet("/live", Handle).WithName("OpenLive").ExcludeFromDescription().Needs(Permission.PictureRead);

    private static async Task Handle(
        HttpContext http,
        Actor actor,
        ActorWatch watch,
        LiveHub hub,
        IHostApplicationLifetime life
    )
    {
        if (!http.WebSockets.IsWebSocketRequest)
            throw new Refused("live.not-a-websocket", 400);
        if (!IsOurOrigin(http.Request))
            throw new Refused("live.foreign-origin", 403);
        if (!hub.TryAdmit())
            throw new Refused("live.full", 429);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await new LiveSocket(socket, hub).Serve(watch.UntilOver(actor, stop.Token), stop.Token);
        }
        finally
        {
            hub.Leave();
            await stop.CancelAsync(); // Ends the watch.
        }
    }

    // Browsers send cookies with a WebSocket from any page, so the page must be ours. Programs send no origin.
    private static bool IsOurOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
    }
}
