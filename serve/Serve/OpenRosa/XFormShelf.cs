using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Forms.OpenRosa;
using Fourfold.Serve.Forms;

namespace Fourfold.Serve.OpenRosa;

/// <summary>Versions as XForms, compiled once: a version never changes.</summary>
internal sealed class XFormShelf
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
        var xml = $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}";
        return kept[version.Digest] = new XForm(xml, Md5(xml));
    }

    // OpenRosa's form list names this hash; it tells versions apart and guards nothing.
#pragma warning disable CA5351
    private static string Md5(string xml) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(xml)));
#pragma warning restore CA5351
}

/// <summary>A compiled form.</summary>
/// <param name="Xml">Its text.</param>
/// <param name="Md5">Hex, lower case, of its UTF-8 bytes.</param>
internal sealed record XForm(string Xml, string Md5);
