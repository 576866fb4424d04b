using Microsoft.AspNetCore.Http;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>What tus asks of every request and answer, also of those that are refused before they reach an endpoint.</summary>
internal sealed class TusMiddleware(RequestDelegate next, UploadLimits limits)
{
    public const string Root = "/api/v1/uploads";
    private const string Override = "X-HTTP-Method-Override";
    private static readonly string[] Overrides = ["PATCH", "DELETE", "HEAD", "OPTIONS"];

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase))
            return next(http);
        http.Response.OnStarting(SayVersion, http);
        // Only instead of a POST: a link or a picture of another page makes a browser GET, and must change nothing.
        var wanted = http.Request.Headers[Override].ToString();
        if (HttpMethods.IsPost(http.Request.Method) && Overrides.Contains(wanted, StringComparer.Ordinal))
            http.Request.Method = wanted;
        return next(http);
    }

    // When an answer becomes a problem its headers are cleared; what is said last stays.
    private Task SayVersion(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers[Tus.Resumable] = Tus.Version;
        headers.CacheControl = "no-store";
        if (http.Response.StatusCode == StatusCodes.Status412PreconditionFailed)
            headers["Tus-Version"] = Tus.Version;
        if (!HttpMethods.IsOptions(http.Request.Method))
            return Task.CompletedTask;
        headers["Tus-Version"] = Tus.Version;
        headers["Tus-Extension"] = Tus.Extensions;
        headers["Tus-Checksum-Algorithm"] = Tus.Algorithms;
        headers["Tus-Max-Size"] = limits.Largest.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
