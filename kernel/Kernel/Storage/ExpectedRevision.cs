using System.Globalization;
using System.Reflection;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Kernel.Storage;

/// <summary>The revision the caller knows, from <c>If-Match: "7"</c>. Endpoints take it as a parameter beside their request.</summary>
/// <param name="Header">The header's number, or null without the header.</param>
public sealed record ExpectedRevision(int? Header)
{
    /// <summary>Read by the framework for a parameter of this type.</summary>
    public static ValueTask<ExpectedRevision> BindAsync(HttpContext http, ParameterInfo _)
    {
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
            return ValueTask.FromResult(new ExpectedRevision((int?)null));
        if (
            int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            && revision >= 0
        )
            return ValueTask.FromResult(new ExpectedRevision(revision));
        throw Refused.Invalid("request.if-match-malformed", "If-Match");
    }

    /// <summary>Tells the revision of what is answered, as its <c>ETag</c>.</summary>
    public static void Show(HttpContext http, int revision) =>
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The revision the caller knew: the header's, else the body's.</summary>
    /// <exception cref="Refused">422 <c>revision.missing</c>.</exception>
    public int Of(int? body) => Header ?? body ?? throw Refused.Invalid("revision.missing", "expectedRevision");

    /// <summary>Goes on only when the caller knew the present state.</summary>
    /// <param name="body">The request's <c>expectedRevision</c>, which the header overrides.</param>
    /// <param name="actual">The row's revision.</param>
    /// <param name="current">Shows the present resource.</param>
    /// <exception cref="Refused">409 <c>revision.stale</c> with the present resource; 422 <c>revision.missing</c>.</exception>
    public void Meets(int? body, int actual, Func<object> current)
    {
        var expected = Of(body);
        if (expected != actual)
            throw Refused.Stale(expected, actual, current());
    }
}
