using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>The browser's cookie: encrypted, unreadable to scripts, never sent from other sites, ten hours from its last use.</summary>
internal static class SessionCookie
{
    public const string Scheme = "session";
    public const string Name = "fourfold";
    public static readonly TimeSpan Life = TimeSpan.FromHours(10);
    private const string SessionClaim = "sid";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Life;
        options.SlidingExpiration = true;
    }

    /// <summary>The session's id in the request's cookie, or null without a valid one. Renews a cookie past half its life.</summary>
    public static async Task<Guid?> Read(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(Name))
            return null;
        var ticket = await http.AuthenticateAsync(Scheme);
        return Guid.TryParse(ticket.Principal?.FindFirst(SessionClaim)?.Value, out var id) ? id : null;
    }

    public static Task Write(HttpContext http, Guid session) =>
        http.SignInAsync(
            Scheme,
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, session.ToString())], Scheme))
        );

    public static Task Remove(HttpContext http) => http.SignOutAsync(Scheme);

    public static IServiceCollection AddSessionCookie(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme, Configure);
        return services;
    }
}
