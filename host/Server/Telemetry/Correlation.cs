using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Fourfold.Server.Telemetry;

/// <summary>Gives each request the id that its log lines, events and audit rows carry: the caller's, or the trace's.</summary>
internal sealed partial class Correlation(RequestDelegate next, ILogger<Correlation> log)
{
    private const string Header = "X-Correlation-Id";

    public async Task InvokeAsync(HttpContext http)
    {
        var asked = http.Request.Headers[Header].ToString();
        if (Plain().IsMatch(asked))
            http.TraceIdentifier = asked;
        else if (Activity.Current is { } activity)
            http.TraceIdentifier = activity.TraceId.ToHexString();
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[Header] = http.TraceIdentifier;
            return Task.CompletedTask;
        });
        using (
            log.BeginScope(
                new Dictionary<string, object>(StringComparer.Ordinal) { ["CorrelationId"] = http.TraceIdentifier }
            )
        )
            await next(http);
    }

    // It goes into logs and headers, so nothing that could end a line.
    [GeneratedRegex("^[A-Za-z0-9._-]{8,64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
