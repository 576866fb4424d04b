using System.Xml.Linq;
using Fourfold.Forms.Expressions;
using static Fourfold.Forms.OpenRosa.XFormNames;

namespace Fourfold.Forms.OpenRosa;

/// <summary>
/// A form as an OpenRosa XForm, for ODK Collect and Enketo. Groups are drawn but hold no answers, so the answers lie
/// flat as in our JSON; a group's relevance stands in the binds of what it holds.
/// </summary>
public static class XFormWriter
{
    /// <summary>Names the form in an instance: the version is in <c>version</c>.</summary>
    public static string IdOf(FormSpec spec) => $"fourfold:{spec.Code}";

    /// <summary>Compiles a form without faults; what it does with others is not promised.</summary>
    public static XDocument Write(FormSpec spec)
    {
        var map = new FormMap(spec);
        var texts = new XFormTexts();
        var model = new XElement(
            XForms + "model",
            new XAttribute(Orx + "xforms-version", "1.0.0"),
            new XElement(XForms + "instance", Instance(map)),
            ChoiceInstances(map, texts),
            Binds(map, texts)
        );
        var body = new XElement(Html + "body", new XFormBody(map, texts).Write(spec.Items));
        model.AddFirst(texts.Write());
        return new XDocument(
            new XElement(
                Html + "html",
                new XAttribute("xmlns", XForms.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "h", Html.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "orx", Orx.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "jr", JavaRosa.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "xsd", Xsd.NamespaceName),
                new XElement(Html + "head", new XElement(Html + "title", spec.Title.Zh), model),
                body
            )
        );
    }

    internal static string PathOf(FormPlace place) =>
        place.Repeat is null ? $"/data/{place.Item.Code}" : $"{PathOf(place.Repeat)}/{place.Item.Code}";

    // Without a namespace an answer would be in XForms' own: the instance has ours, as ODK's forms have theirs.
    private static XElement Instance(FormMap map) =>
        new(
            XForms + "data",
            new XAttribute("id", IdOf(map.Spec)),
            new XAttribute("version", FormJson.Invariant(map.Spec.Version)),
            Nodes(map, null),
            new XElement(Orx + "meta", new XElement(Orx + "instanceID"), new XElement(Orx + "timeEnd"))
        );

    private static IEnumerable<XElement> Nodes(FormMap map, FormPlace? repeat) =>
        map
            .Places.Where(place => ReferenceEquals(place.Repeat, repeat) && place.Item.Type != FormItemType.Group)
            .SelectMany(place =>
            {
                var name = XForms + place.Item.Code;
                if (place.Item.Type != FormItemType.Repeat)
                    return [new XElement(name, AnswerXml.Write(place.Item, place.Item.Default))];
                var template = new XElement(name, new XAttribute(JavaRosa + "template", ""), Nodes(map, place));
                var rounds = Enumerable
                    .Range(0, place.Item.MinRounds ?? 0)
                    .Select(_ => new XElement(name, Nodes(map, place)));
                return rounds.Prepend(template);
            });

    private static IEnumerable<XElement> ChoiceInstances(FormMap map, XFormTexts texts) =>
        from list in map.Spec.ChoiceLists
        where map.Places.Any(place => place.Item.Choices == list.Key && place.Item.ChoiceFilter is not null)
        let keys = list.Value.SelectMany(choice => choice.Attributes.Keys).Distinct(StringComparer.Ordinal).ToArray()
        select new XElement(
            XForms + "instance",
            new XAttribute("id", list.Key),
            new XElement(
                XForms + "choices",
                list.Value.Select(choice => new XElement(
                    XForms + "item",
                    new XElement(XForms + "itext", texts.Add($"choice/{list.Key}/{choice.Code}", choice.Label)),
                    new XElement(XForms + "name", choice.Code),
                    // Every item has every attribute, for an XPath to nothing is not ''.
                    keys.Select(key => new XElement(XForms + key, choice.Attributes.GetValueOrDefault(key, "")))
                ))
            )
        );

    private static IEnumerable<XElement> Binds(FormMap map, XFormTexts texts)
    {
        foreach (var place in map.Places.Where(place => place.Item.Type != FormItemType.Group))
            yield return Bind(map, place, texts);
        yield return new XElement(
            XForms + "bind",
            new XAttribute("nodeset", "/data/orx:meta/orx:instanceID"),
            new XAttribute("type", "string"),
            new XAttribute("readonly", "true()"),
            new XAttribute(JavaRosa + "preload", "uid")
        );
        // When it was filled: a form that is closed meanwhile still takes what was filled before.
        yield return new XElement(
            XForms + "bind",
            new XAttribute("nodeset", "/data/orx:meta/orx:timeEnd"),
            new XAttribute("type", "dateTime"),
            new XAttribute(JavaRosa + "preload", "timestamp"),
            new XAttribute(JavaRosa + "preloadParams", "end")
        );
    }

    private static XElement Bind(FormMap map, FormPlace place, XFormTexts texts)
    {
        var item = place.Item;
        var scope = new ExpressionScope(map, place);
        var bind = new XElement(XForms + "bind", new XAttribute("nodeset", PathOf(place)));
        if (item.Type != FormItemType.Repeat)
            bind.Add(new XAttribute("type", TypeName(item.Type)));
        if (place.Relevance() is { } relevance)
            bind.Add(new XAttribute("relevant", new ExpressionXPath(scope).Write(relevance)));
        if (item is { Required: true, Calculate: null })
            bind.Add(new XAttribute("required", "true()"));
        if (item.ReadOnly || item.Type == FormItemType.Note)
            bind.Add(new XAttribute("readonly", "true()"));
        if (item.Calculate is { } text && ExpressionParser.TryParse(text, out var calculation, out _))
            bind.Add(new XAttribute("calculate", new ExpressionXPath(scope).WriteValue(calculation, item.Type)));
        AddConstraint(bind, place, scope, texts);
        return bind;
    }

    private static void AddConstraint(XElement bind, FormPlace place, ExpressionScope scope, XFormTexts texts)
    {
        var item = place.Item;
        var tests = new List<string>();
        if (item.Constraint is { } text && ExpressionParser.TryParse(text, out var constraint, out _))
            tests.Add(new ExpressionXPath(scope with { AllowSelf = true }).Write(constraint));
        if (item is { Type: FormItemType.Text, Calculate: null })
            tests.Add($"string-length(.) <= {FormJson.Invariant(item.MaxLength ?? FormLimits.TextLength)}");
        if (tests.Count == 0)
            return;
        bind.Add(new XAttribute("constraint", string.Join(" and ", tests)));
        if (item.ConstraintMessage is { } message)
        {
            var id = texts.Add($"{PathOf(place)}:constraint", message);
            bind.Add(new XAttribute(JavaRosa + "constraintMsg", $"jr:itext('{id}')"));
        }
    }

    private static string TypeName(FormItemType type) =>
        type switch
        {
            FormItemType.Integer => "int",
            FormItemType.Decimal => "decimal",
            FormItemType.Date => "date",
            FormItemType.Time => "time",
            FormItemType.DateTime => "dateTime",
            FormItemType.Photo or FormItemType.Video => "binary",
            FormItemType.Position => "geopoint",
            _ => "string",
        };
}
