using System.Buffers;
using System.Diagnostics;
using Fourfold.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Telemetry;

/// <summary>First of all: gives each request its correlation id, and each answer the headers that keep browsers from harm.</summary>
internal sealed class EdgeMiddleware(RequestDelegate next, TimeProvider clock, ILogger<EdgeMiddleware> log)
{
    /// <summary>Follows one cause through logs, events and audit rows; taken from the caller when well formed.</summary>
    public const string CorrelationHeader = "X-Correlation-Id";
    private const int MaximumCorrelation = 64;

    // Styles inline, because the console's component library writes its sheets when it runs; scripts never.
    private const string PagePolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; "
        + "worker-src 'self' blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";
    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private static readonly SearchValues<char> CorrelationCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    public async Task InvokeAsync(HttpContext http)
    {
        var id = http.Request.Headers[CorrelationHeader].ToString();
        if (id.Length is 0 or > MaximumCorrelation || id.AsSpan().ContainsAnyExcept(CorrelationCharacters))
            id = Ids.NewGuid(clock).ToString("N");
        http.TraceIdentifier = id;
        Activity.Current?.SetTag("correlation.id", id);
        Protect(http, id);
        using (log.BeginScope(new KeyValuePair<string, object>[] { new("CorrelationId", id) }))
            await next(http);
    }

    private static void Protect(HttpContext http, string id)
    {
        var headers = http.Response.Headers;
        var api = http.Request.Path.StartsWithSegments("/api");
        headers[CorrelationHeader] = id;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()";
        headers.ContentSecurityPolicy = api ? ApiPolicy : PagePolicy;
        if (api)
            headers.CacheControl = "no-store";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
