using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Fourfold.Server.Tls;

/// <summary>Which proxies are believed about who asks (<c>X-Forwarded-For</c>) and whether by TLS (<c>X-Forwarded-Proto</c>): those on this machine, and the named ones.</summary>
/// <remarks>
/// Without this, behind a TLS proxy all the world would come from one address, one guesser would shut the door for
/// everybody, and cookies would lack their mark that they travel by TLS only. What others claim is not believed.
/// </remarks>
internal static class TrustedProxies
{
    public static void TrustProxies(this IServiceCollection services, ServerOptions options) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = 1; // What the client itself wrote stands further left and counts for nothing.
            foreach (var proxy in options.Proxies)
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        });
}
