using System.Xml.Linq;
using static Fourfold.Forms.OpenRosa.XFormNames;

namespace Fourfold.Forms.OpenRosa;

/// <summary>The texts of an XForm in both languages, each by an id.</summary>
internal sealed class XFormTexts
{
    private readonly Dictionary<string, FormText> texts = new(StringComparer.Ordinal);

    /// <summary>Keeps a text and returns its id.</summary>
    public string Add(string id, FormText text)
    {
        texts[id] = text;
        return id;
    }

    /// <summary>The <c>itext</c>: Chinese first, and so what a reader shows that is not asked.</summary>
    public XElement Write() =>
        new(
            XForms + "itext",
            Language("zh", text => text.Zh, new XAttribute("default", "true()")),
            Language("en", text => text.En)
        );

    private XElement Language(string name, Func<FormText, string> of, XAttribute? more = null) =>
        new(
            XForms + "translation",
            new XAttribute("lang", name),
            more,
            texts.Select(text => new XElement(
                XForms + "text",
                new XAttribute("id", text.Key),
                new XElement(XForms + "value", of(text.Value))
            ))
        );
}
