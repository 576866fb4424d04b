using System.Globalization;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Coordinate.Cases;

/// <summary>The revision a change is based on: from the body, or from <c>If-Match: "7"</c>.</summary>
internal static class ExpectedRevision
{
    /// <summary>The revision, or 422 when neither names one.</summary>
    public static int Of(HttpContext http, int? body)
    {
        if (body is { } said)
            return said;
        var header = http.Request.Headers.IfMatch.ToString().Trim('"');
        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw Refused.Invalid("revision.missing", "expectedRevision");
    }

    /// <summary>Names the revision of what is answered.</summary>
    public static void Show(HttpContext http, int revision) =>
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");
}
