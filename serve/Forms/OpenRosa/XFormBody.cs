using System.Xml.Linq;
using Fourfold.Forms.Expressions;
using static Fourfold.Forms.OpenRosa.XFormNames;

namespace Fourfold.Forms.OpenRosa;

/// <summary>The controls of an XForm.</summary>
internal sealed class XFormBody(FormMap map, XFormTexts texts)
{
    public IEnumerable<XElement> Write(IReadOnlyList<FormItem> items) =>
        items.Select(item => map.Find(item.Code)).OfType<FormPlace>().SelectMany(Control);

    private IEnumerable<XElement> Control(FormPlace place)
    {
        var item = place.Item;
        var path = XFormWriter.PathOf(place);
        switch (item.Type)
        {
            case FormItemType.Group:
                yield return new XElement(XForms + "group", Label(place), Write(item.Items));
                break;
            case FormItemType.Repeat:
                yield return new XElement(
                    XForms + "group",
                    new XAttribute("ref", path),
                    Label(place),
                    new XElement(XForms + "repeat", new XAttribute("nodeset", path), Write(item.Items))
                );
                break;
            // What is computed is not asked; a read-only field shows it where the form wants it seen.
            case var _ when item.Calculate is not null && !item.ReadOnly:
                break;
            case FormItemType.Boolean:
                yield return Input("select1", place, [Choice("true", XFormWords.Yes), Choice("false", XFormWords.No)]);
                break;
            case FormItemType.Choice or FormItemType.MultiChoice:
                yield return Input(item.Type == FormItemType.Choice ? "select1" : "select", place, Choices(place));
                break;
            case FormItemType.Photo or FormItemType.Video:
                var media = new XAttribute("mediatype", item.Type == FormItemType.Photo ? "image/*" : "video/*");
                yield return Input("upload", place, [media]);
                break;
            default:
                yield return Input("input", place, []);
                break;
        }
    }

    private XElement Input(string name, FormPlace place, IEnumerable<object> more) =>
        new(XForms + name, new XAttribute("ref", XFormWriter.PathOf(place)), Label(place), Hint(place), more);

    private XElement Label(FormPlace place) => Text("label", $"{place.Item.Code}:label", place.Item.Label);

    private XElement? Hint(FormPlace place) =>
        place.Item.Hint is { } hint ? Text("hint", $"{place.Item.Code}:hint", hint) : null;

    private IEnumerable<object> Choices(FormPlace place)
    {
        var item = place.Item;
        if (item.ChoiceFilter is null || !ExpressionParser.TryParse(item.ChoiceFilter, out var filter, out _))
        {
            return map.ChoicesOf(item)
                .Select(choice => Item(choice.Code, $"choice/{item.Choices}/{choice.Code}", choice.Label));
        }
        var attributes = map.ChoicesOf(item).SelectMany(c => c.Attributes.Keys).ToHashSet(StringComparer.Ordinal);
        var scope = new ExpressionScope(map, place, Attributes: attributes);
        var predicate = new ExpressionXPath(scope, fromChoices: true).Write(filter);
        return
        [
            new XElement(
                XForms + "itemset",
                new XAttribute("nodeset", $"instance('{item.Choices}')/choices/item[{predicate}]"),
                new XElement(XForms + "value", new XAttribute("ref", "name")),
                new XElement(XForms + "label", new XAttribute("ref", "jr:itext(itext)"))
            ),
        ];
    }

    private XElement Choice(string code, FormText label) => Item(code, $"yes-no/{code}", label);

    private XElement Item(string code, string id, FormText label) =>
        new(XForms + "item", Text("label", id, label), new XElement(XForms + "value", code));

    private XElement Text(string name, string id, FormText text) =>
        new(XForms + name, new XAttribute("ref", $"jr:itext('{texts.Add(id, text)}')"));
}
