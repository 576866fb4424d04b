using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Coordinate;

/// <summary>The revision of what is answered, as an <c>ETag</c>.</summary>
internal static class EntityTag
{
    /// <summary>Sets it on the answer.</summary>
    public static void Show(HttpContext http, int revision) =>
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");
}
