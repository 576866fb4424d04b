using System.Globalization;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Sense;

/// <summary>How a change names the revision it knows, and an answer the one it shows.</summary>
internal static class Revisions
{
    /// <summary>The revision from the body, else from <c>If-Match: "7"</c>; refused when neither says one.</summary>
    public static int Expected(HttpContext http, int? fromBody = null)
    {
        if (fromBody is { } named)
            return named;
        var header = http.Request.Headers.IfMatch.ToString().Trim('"');
        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw new Refused("revision.missing", 428).With("field", "expectedRevision");
    }

    /// <summary>Shows the revision as the answer's ETag.</summary>
    public static void Show(HttpContext http, int revision) =>
        http.Response.Headers.ETag = $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";
}
