using System.Text.RegularExpressions;

namespace Fourfold.Forms;

/// <summary>Finds every fault of a form. A form without faults can be compiled and filled; one with faults never is.</summary>
public static partial class FormChecker
{
    /// <summary>
    /// The faults in the order of the form, at most <see cref="FormLimits.Faults"/>; empty when there are none.
    /// </summary>
    /// <param name="spec">The form.</param>
    /// <param name="publishing">Whether it is to be given out: then sensitive fields need an assessment number.</param>
    public static IReadOnlyList<FormFault> Check(FormSpec spec, bool publishing = false)
    {
        var faults = new List<FormFault>();
        CheckHead(spec, faults);
        CheckChoiceLists(spec, faults);
        var map = new FormMap(spec);
        if (map.Places.Count > FormLimits.Items)
        {
            faults.Add(new FormFault("/items", "too-large", 0, FormJson.Invariant(FormLimits.Items)));
            return faults;
        }
        if (FormWeight.Of(map) > FormLimits.Weight)
            faults.Add(new FormFault("/items", "too-large", 0, FormJson.Invariant(FormLimits.Weight)));
        if (!map.Places.Any(place => place.Item.HasAnswer))
            faults.Add(new FormFault("/items", "no-fields"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in map.Places)
        {
            if (!seen.Add(place.Item.Code))
                faults.Add(new FormFault($"{place.Path}/code", "duplicate-code", 0, place.Item.Code));
            ItemChecks.Check(map, place, faults);
            PersonalChecks.Check(spec, place, publishing, faults);
        }
        faults.AddRange(FormCycles.Find(map));
        return faults.Count > FormLimits.Faults ? faults.GetRange(0, FormLimits.Faults) : faults;
    }

    /// <summary>Whether a form, an item or a list may be named so.</summary>
    /// <remarks><c>constructor</c> is the one such name that every object of JavaScript has.</remarks>
    public static bool IsCode(string code) => code != "constructor" && Code().IsMatch(code);

    internal static void CheckText(FormText? text, string path, List<FormFault> faults, bool required = true)
    {
        if (text is null)
            return;
        // ODK shows one language, so a text that lacks the other shows nothing there.
        if (required && (string.IsNullOrWhiteSpace(text.Zh) || string.IsNullOrWhiteSpace(text.En)))
            faults.Add(new FormFault(path, "no-text"));
        CheckSigns(text.Zh, path, faults);
        CheckSigns(text.En, path, faults);
        if (text.Zh.Length > FormLimits.LabelLength || text.En.Length > FormLimits.LabelLength)
            faults.Add(new FormFault(path, "too-large", 0, FormJson.Invariant(FormLimits.LabelLength)));
    }

    // Control characters and halves of signs: an XForm cannot hold them, so one such form would break the list of all.
    internal static void CheckSigns(string? text, string path, List<FormFault> faults)
    {
        if (text is not null && !XmlText.Holds(text))
            faults.Add(new FormFault(path, "bad-text"));
    }

    private static void CheckHead(FormSpec spec, List<FormFault> faults)
    {
        if (!IsCode(spec.Code))
            faults.Add(new FormFault("/code", "bad-code", 0, spec.Code));
        if (spec.Version < 1)
            faults.Add(new FormFault("/version", "bad-version", 0, FormJson.Invariant(spec.Version)));
        CheckText(spec.Title, "/title", faults);
    }

    private static void CheckChoiceLists(FormSpec spec, List<FormFault> faults)
    {
        var tooManyLists = spec.ChoiceLists.Count > FormLimits.ChoiceLists;
        if (tooManyLists || spec.ChoiceLists.Values.Sum(list => list.Count) > FormLimits.Choices)
        {
            var most = tooManyLists ? FormLimits.ChoiceLists : FormLimits.Choices;
            faults.Add(new FormFault("/choiceLists", "too-large", 0, FormJson.Invariant(most)));
            return;
        }
        foreach (var (name, list) in spec.ChoiceLists)
        {
            var path = $"/choiceLists/{name}";
            if (!IsCode(name))
                faults.Add(new FormFault(path, "bad-code", 0, name));
            if (list.Count == 0)
                faults.Add(new FormFault(path, "empty-choices", 0, name));
            var codes = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < list.Count; i++)
            {
                var at = $"{path}/{FormJson.Invariant(i)}";
                if (!ChoiceCode().IsMatch(list[i].Code))
                    faults.Add(new FormFault($"{at}/code", "bad-choice-code", 0, list[i].Code));
                if (!codes.Add(list[i].Code))
                    faults.Add(new FormFault($"{at}/code", "duplicate-code", 0, list[i].Code));
                CheckText(list[i].Label, $"{at}/label", faults);
                faults.AddRange(
                    list[i]
                        .Attributes.Keys.Where(key => !IsCode(key) || key is "name" or "itext")
                        .Select(key => new FormFault($"{at}/attributes/{key}", "bad-code", 0, key))
                );
                foreach (var (key, value) in list[i].Attributes)
                    CheckSigns(value, $"{at}/attributes/{key}", faults);
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex ChoiceCode();
}
