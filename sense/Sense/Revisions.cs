using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Sense;

/// <summary>How an answer shows its revision.</summary>
internal static class Revisions
{
    /// <summary>Shows the revision as the answer's ETag.</summary>
    public static void Show(HttpContext http, int revision) =>
        http.Response.Headers.ETag = $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";
}
