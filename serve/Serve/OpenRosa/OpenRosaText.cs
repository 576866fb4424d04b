using System.Globalization;
using System.Xml.Linq;
using Fourfold.Forms;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Serve.OpenRosa;

/// <summary>What every answer of OpenRosa has: its header, XML, and words for the person with the phone.</summary>
/// <remarks>Source: OpenRosa 1.0, "HTTP request API" and "Form submission API".</remarks>
internal static class OpenRosaText
{
    private const string Resource = "Fourfold.Serve.OpenRosa.Data.messages.json";
    private static readonly XNamespace Response = "http://openrosa.org/http/response";
    private static readonly IReadOnlyDictionary<string, string> Messages = EmbeddedData.Json<
        Dictionary<string, string>
    >(typeof(OpenRosaText).Assembly, Resource);

    /// <summary>What happened, in both languages: the program shows it as it is.</summary>
    /// <param name="code">A problem's code, or <c>received</c>.</param>
    /// <param name="places">Where, for what has places.</param>
    public static string Message(string code, IEnumerable<string>? places = null)
    {
        var text = Messages.TryGetValue(code, out var known) ? known : $"{Messages["other"]} ({code})";
        var where = string.Join(", ", places ?? []);
        return where.Length == 0 ? text : $"{text}: {where}";
    }

    /// <summary>Answers with a message.</summary>
    public static IResult Say(HttpContext http, int status, string message) =>
        Xml(http, new XElement(Response + "OpenRosaResponse", new XElement(Response + "message", message)), status);

    /// <summary>Answers with XML; what XML cannot hold is mended.</summary>
    public static IResult Xml(HttpContext http, XElement content, int status = StatusCodes.Status200OK)
    {
        XmlText.Mend(content);
        return Text(http, new XDocument(content).ToString(SaveOptions.DisableFormatting), status);
    }

    /// <summary>Answers with XML that is text already.</summary>
    public static IResult Text(HttpContext http, string xml, int status = StatusCodes.Status200OK)
    {
        Mark(http);
        return Results.Text(xml, "text/xml", System.Text.Encoding.UTF8, status);
    }

    /// <summary>Sets the headers that a client of OpenRosa looks for.</summary>
    public static void Mark(HttpContext http)
    {
        http.Response.Headers["X-OpenRosa-Version"] = "1.0";
        http.Response.Headers["X-OpenRosa-Accept-Content-Length"] = ReceiveInstance.MostBytes.ToString(
            CultureInfo.InvariantCulture
        );
    }
}
