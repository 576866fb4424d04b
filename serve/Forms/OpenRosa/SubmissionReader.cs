using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Fourfold.Forms.Validation;

namespace Fourfold.Forms.OpenRosa;

/// <summary>What an OpenRosa submission says of itself.</summary>
/// <param name="FormId">As <see cref="XFormWriter.IdOf"/> writes it.</param>
/// <param name="Version">Version of the form it was filled with.</param>
/// <param name="InstanceId">Its own id, the same in every attempt to send it.</param>
/// <param name="EndedAt">When it was filled, with the phone's offset; null when it does not say.</param>
public sealed record SubmissionHead(string FormId, string Version, string InstanceId, DateTimeOffset? EndedAt = null);

/// <summary>
/// An OpenRosa submission → the JSON that the form's schema judges. Bad input never throws: a DTD, a foreign form, an
/// unknown node or a value of the wrong type is an error with its path.
/// </summary>
public static class SubmissionReader
{
    private const int MostDepth = 16;
    private const int MostNodes = 100_000;
    private const int MostInstanceId = 200;

    private static readonly Dictionary<string, double> NoParams = [];

    /// <summary>Which form and version it is for, read before the form is looked up.</summary>
    public static bool TryReadHead(string xml, out SubmissionHead? head, out FormError? error)
    {
        head = null;
        if (Load(xml, out error) is not { } root)
            return false;
        head = new SubmissionHead(
            (string?)root.Attribute("id") ?? "",
            (string?)root.Attribute("version") ?? "",
            Meta(root, "instanceID"),
            EndedAt(Meta(root, "timeEnd"))
        );
        if (head.InstanceId.Length is 0 or > MostInstanceId)
            error = new FormError("/meta/instanceID", "required", NoParams);
        return error is null;
    }

    /// <summary>The answers; errors, at most <see cref="FormLimits.Faults"/>, when there are any.</summary>
    public static bool TryRead(FormSpec spec, string xml, out JsonObject answers, out IReadOnlyList<FormError> errors)
    {
        answers = [];
        if (Load(xml, out var fault) is not { } root)
        {
            errors = fault is null ? [] : [fault];
            return false;
        }
        var found = new List<FormError>();
        if ((string?)root.Attribute("id") != XFormWriter.IdOf(spec))
            found.Add(new FormError("", "other-form", NoParams));
        if ((string?)root.Attribute("version") != FormJson.Invariant(spec.Version))
            found.Add(new FormError("", "other-version", NoParams));
        if (found.Count == 0)
            answers = Read(new FormMap(spec), null, root, "", found);
        errors = found;
        return found.Count == 0;
    }

    private static JsonObject Read(FormMap map, FormPlace? repeat, XElement from, string path, List<FormError> errors)
    {
        var answers = new JsonObject();
        foreach (var node in from.Elements())
        {
            if (errors.Count >= FormLimits.Faults)
                break;
            var name = node.Name.LocalName;
            if (name == "meta")
                continue;
            var at = $"{path}/{name}";
            var place = map.Find(name);
            if (place is null || place.Item.Type == FormItemType.Group || !ReferenceEquals(place.Repeat, repeat))
                errors.Add(new FormError(at, "unknown-field", NoParams));
            else if (place.Item.Type == FormItemType.Repeat)
                AddRound(map, place, node, at, answers, errors);
            else if (node.HasElements || answers.ContainsKey(name))
                errors.Add(new FormError(at, "type", NoParams));
            else if (!AnswerXml.TryRead(place.Item, node.Value.Trim(), out var answer))
                errors.Add(new FormError(at, place.Item.Type == FormItemType.Date ? "format" : "type", NoParams));
            else if (answer is not null)
                answers[name] = answer;
        }
        return answers;
    }

    private static void AddRound(
        FormMap map,
        FormPlace place,
        XElement node,
        string at,
        JsonObject answers,
        List<FormError> errors
    )
    {
        // Old readers send the template too.
        if (node.Attribute(XFormNames.JavaRosa + "template") is not null)
            return;
        var rounds = answers[place.Item.Code] as JsonArray ?? [];
        if (rounds.Count > FormLimits.Rounds)
            return;
        var round = Read(map, place, node, $"{at}/{FormJson.Invariant(rounds.Count)}", errors);
        // A reader that may not show a repeat sends one round with nothing in it.
        if (round.Count == 0)
            return;
        rounds.Add(round);
        answers[place.Item.Code] = rounds;
    }

    private static XElement? Load(string xml, out FormError? error)
    {
        error = null;
        if (xml.Length > FormLimits.SubmissionLength)
        {
            error = new FormError(
                "",
                "too-large",
                new Dictionary<string, double>(StringComparer.Ordinal) { ["limit"] = FormLimits.SubmissionLength }
            );
            return null;
        }
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = FormLimits.SubmissionLength,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            // Depth and count first: a tree of a million levels would be climbed by recursion.
            using (var probe = XmlReader.Create(new StringReader(xml), settings))
            {
                var nodes = 0;
                while (probe.Read())
                    if (probe.Depth > MostDepth || ++nodes > MostNodes)
                        throw new XmlException();
            }
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            error = new FormError("", "unreadable", NoParams);
            return null;
        }
    }

    private static string Meta(XElement root, string name) =>
        root.Elements()
            .FirstOrDefault(node => node.Name.LocalName == "meta")
            ?.Elements()
            .FirstOrDefault(node => node.Name.LocalName == name)
            ?.Value.Trim()
        ?? "";

    private static DateTimeOffset? EndedAt(string text) =>
        AnswerText.IsInstant(AnswerXml.Zoned(text))
            ? DateTimeOffset.Parse(AnswerXml.Zoned(text), CultureInfo.InvariantCulture)
            : null;
}
