namespace Fourfold.Server.Telemetry;

/// <summary>Headers that keep a browser from doing with our answers what they are not meant for.</summary>
internal static class SecurityHeaders
{
    // Styles: the component library of the console writes them at run time. Workers and pictures: made from blobs.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                // When the answer starts: a fault on the way clears what was set before it.
                http.Response.OnStarting(() => Set(http));
                return next(http);
            }
        );

    private static Task Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // A page with a form says more itself: browsers then tell where the form was, and one of another site is refused.
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers["Permissions-Policy"] = "geolocation=(self), camera=(self), microphone=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What an endpoint gives for keeping, such as a form's version that never changes, it says itself.
        if (
            http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && headers.CacheControl.Count == 0
        )
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
