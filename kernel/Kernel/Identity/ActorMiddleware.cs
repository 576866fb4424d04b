using Fourfold.Contracts;
using Fourfold.Kernel.Identity.ApiKeys;
using Fourfold.Kernel.Identity.AppPasswords;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Kernel.Identity;

/// <summary>Finds out who acts, from the bearer key, an app password or the cookie, and leaves the actor for <see cref="AccessMiddleware"/>.</summary>
internal sealed class ActorMiddleware(
    RequestDelegate next,
    SessionDirectory sessions,
    ApiKeyDirectory keys,
    AppPasswordDirectory passwords,
    IStandIns? standIns = null // Whoever knows of leaves registers it.
)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (http.Features.Get<Actor>() is not null)
            await Unless(ComesFromElsewhere(http.Request), http);
        else if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            await ByKey(http, authorization[Bearer.Length..].Trim());
        else if (
            http.GetEndpoint()?.Metadata.GetMetadata<TakesAppPassword>() is { } takes
            && AppPasswordDirectory.Comes(authorization)
        )
            await ByAppPassword(http, authorization, takes.Use);
        else
            await ByCookie(http);
    }

    private async Task ByKey(HttpContext http, string secret)
    {
        // A browser never sends this header by itself, so the origin does not matter.
        var actor = await keys.Find(secret, http.RequestAborted);
        if (actor is null)
        {
            await Deny(http, new Refused("api-key.refused", 401));
            return;
        }
        http.Features.Set(actor with { CorrelationId = http.TraceIdentifier });
        await next(http);
    }

    private async Task ByAppPassword(HttpContext http, string authorization, string use)
    {
        if (await passwords.Find(http, authorization, use) is not { } actor)
        {
            AccessMiddleware.AskForPassword(http);
            await Deny(http, new Refused("app-password.refused", 401));
            return;
        }
        http.Features.Set(actor with { CorrelationId = http.TraceIdentifier });
        // A browser that was once told the password sends it by itself, as it does a cookie.
        await Unless(ComesFromElsewhere(http.Request), http);
    }

    private async Task ByCookie(HttpContext http)
    {
        if (await SessionCookie.Read(http) is { } id && await sessions.Find(id, http.RequestAborted) is { } actor)
            http.Features.Set(actor with { CorrelationId = http.TraceIdentifier });
        await Unless(ComesFromElsewhere(http.Request), http);
    }

    private async Task Unless(bool fromElsewhere, HttpContext http)
    {
        if (fromElsewhere)
        {
            await Deny(http, new Refused("request.other-origin", 403));
            return;
        }
        if (standIns is not null && http.Features.Get<Actor>() is { Post: { } post } actor)
            if (await standIns.StandsInFor(post, http.RequestAborted) is { Count: > 0 } absent)
                http.Features.Set(actor with { StandsInFor = absent });
        await next(http);
    }

    // A page of another site may make a browser send our cookie with a request; it cannot forge these headers.
    private static bool ComesFromElsewhere(HttpRequest request)
    {
        if (
            HttpMethods.IsGet(request.Method)
                && !string.Equals(request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase)
            || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method)
        )
            return false;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
            return !Uri.TryCreate(origin, UriKind.Absolute, out var from)
                || !string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);
        return request.Headers["Sec-Fetch-Site"] == "cross-site";
    }

    // A URI leaves out the port that its scheme implies.
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here) ? here.Authority : "";

    private static Task Deny(HttpContext http, Refused refused) =>
        ProblemWriter.Write(http, ProblemWriter.Describe(refused), http.RequestAborted);
}
