using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Fourfold.Forms;

/// <summary>Text as XML 1.0 can hold it: no control characters but tab and line ends, no half of a surrogate pair.</summary>
/// <remarks>Source: XML 1.0, fifth edition, production 2 (Char).</remarks>
public static class XmlText
{
    // Not left out: with it a condition compares as before, for nobody types it, and a person sees that something was there.
    private const char Instead = '\uFFFD';

    /// <summary>Characters of UTF-16 that the sign at a place has: 1, 2 of a surrogate pair, or 0 when XML cannot hold it.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at) =>
        XmlConvert.IsXmlChar(text[at]) ? 1
        : at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]) ? 2
        : 0;

    /// <summary>Whether XML can hold all of a text.</summary>
    public static bool Holds(ReadOnlySpan<char> text)
    {
        for (int i = 0, length; i < text.Length; i += length)
        {
            length = LengthAt(text, i);
            if (length == 0)
                return false;
        }
        return true;
    }

    /// <summary>Puts U+FFFD where texts and attributes have what XML cannot hold, without which it cannot be written.</summary>
    /// <returns>How often.</returns>
    public static int Mend(XElement root)
    {
        var count = 0;
        foreach (var node in root.DescendantNodesAndSelf())
            if (node is XText text)
                text.Value = Mend(text.Value, ref count);
            else if (node is XElement element)
                foreach (var attribute in element.Attributes())
                    attribute.Value = Mend(attribute.Value, ref count);
        return count;
    }

    private static string Mend(string text, ref int count)
    {
        if (Holds(text))
            return text;
        var mended = new StringBuilder(text);
        for (int i = 0, length; i < text.Length; i += Math.Max(1, length))
        {
            length = LengthAt(text, i);
            if (length > 0)
                continue;
            mended[i] = Instead;
            count++;
        }
        return mended.ToString();
    }
}
