using System.Net;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.AppPasswords;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Identity;

/// <summary>Stands before every endpoint: deny unless what it declares is met.</summary>
internal sealed class AccessMiddleware(RequestDelegate next)
{
    /// <summary>The person whose work a request brings. A phone's queue sent under the next person's session would be theirs.</summary>
    internal const string PersonHeader = "Fourfold-Person";

    public async Task InvokeAsync(HttpContext http, ActorHolder holder)
    {
        // Who acts was found out by the authentication before, and left here.
        holder.Actor = http.Features.Get<Actor>() ?? Actor.Nobody with { CorrelationId = http.TraceIdentifier };
        // Where method or media type fit no route, routing picks an endpoint of its own that only says so (405, 415).
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
            await NoSuchRoute(http);
        else if (await Allowed(http, endpoint.Metadata.GetMetadata<Access>(), holder.Actor))
            await next(http);
    }

    private async Task NoSuchRoute(HttpContext http)
    {
        await next(http);
        var code = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "request.no-such-route",
            StatusCodes.Status405MethodNotAllowed => "request.method-refused",
            StatusCodes.Status415UnsupportedMediaType => "request.media-type-refused",
            _ => null,
        };
        if (code is not null && !http.Response.HasStarted)
            await Deny(http, new Refused(code, http.Response.StatusCode));
    }

    private static async Task<bool> Allowed(HttpContext http, Access? access, Actor actor)
    {
        if (access is null)
            return await Deny(http, new Refused("permission.undeclared", 403));
        if (access.Anyone is not null || (access.Local && IsLocal(http)))
            return true;
        if (actor.Kind is ActorKind.Nobody)
        {
            AskForPassword(http);
            return await Deny(http, new Refused("session.none", 401));
        }
        if (http.Request.Headers[PersonHeader].ToString() is { Length: > 0 } meant && !IsPerson(actor, meant))
            return await Deny(http, new Refused("session.other-person", 401));
        if (access.Permission is { } permission && !actor.May(permission))
            return await Deny(http, new Refused("permission.missing", 403).With("permission", permission));
        // A key's purpose is fixed when it is issued; people choose theirs at sign-in.
        if (access.Purposes.Count > 0 && actor.Purpose != Purposes.Other && !access.Purposes.Contains(actor.Purpose))
            return await Deny(http, new Refused("purpose.missing", 403).With("purposes", access.Purposes));
        return true;
    }

    /// <summary>Programs send an app password only when they are asked for it.</summary>
    internal static void AskForPassword(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesAppPassword>() is not null)
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"fourfold\", charset=\"UTF-8\"";
    }

    private static bool IsPerson(Actor actor, string meant) =>
        string.Equals(actor.Person?.ToString(), meant, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a request comes from this machine itself and was not passed on by a proxy.</summary>
    internal static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("X-Original-For") // What a trusted proxy's has become.
        && !http.Request.Headers.ContainsKey("Forwarded");

    private static async Task<bool> Deny(HttpContext http, Refused refused)
    {
        await ProblemWriter.Write(http, ProblemWriter.Describe(refused), http.RequestAborted);
        return false;
    }
}
