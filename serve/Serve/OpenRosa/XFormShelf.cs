using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Forms;
using Fourfold.Forms.OpenRosa;
using Fourfold.Serve.Forms;
using Microsoft.Extensions.Logging;

namespace Fourfold.Serve.OpenRosa;

/// <summary>Versions as XForms, compiled once: a version never changes.</summary>
internal sealed partial class XFormShelf(ILogger<XFormShelf> log)
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<string, XForm> kept = new(StringComparer.Ordinal);

    public XForm Of(FormVersion version)
    {
        if (kept.TryGetValue(version.Digest, out var known))
            return known;
        if (kept.Count >= MostKept)
            kept.Clear();
        var document = XFormWriter.Write(FormDesk.Read(version));
        // No form can be published any more with what XML cannot hold; of those that were, each would break the list of all.
        if (XmlText.Mend(document.Root!) is var bad and > 0) // A form has one.
            Mended(log, version.Code, version.Number, bad);
        var xml = $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}";
        return kept[version.Digest] = new XForm(xml, Md5(xml));
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Version {Number} of form {Code} has {Count} characters that no XML can hold; OpenRosa's programs get U+FFFD instead"
    )]
    private static partial void Mended(ILogger log, string code, int number, int count);

    // OpenRosa's form list names this hash; it tells versions apart and guards nothing.
#pragma warning disable CA5351
    private static string Md5(string xml) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(xml)));
#pragma warning restore CA5351
}

/// <summary>A compiled form.</summary>
/// <param name="Xml">Its text.</param>
/// <param name="Md5">Hex, lower case, of its UTF-8 bytes.</param>
internal sealed record XForm(string Xml, string Md5);
