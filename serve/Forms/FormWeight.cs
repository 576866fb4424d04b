namespace Fourfold.Forms;

/// <summary>How much a form becomes: a few characters of it stand in its schema once for each question that uses them.</summary>
internal static class FormWeight
{
    /// <summary>Characters, as <see cref="FormLimits.Weight"/> counts them. Cost: one walk over items and choices.</summary>
    public static long Of(FormMap map)
    {
        var codes = map.Spec.ChoiceLists.ToDictionary(
            list => list.Key,
            list => list.Value.Sum(choice => (long)choice.Code.Length),
            StringComparer.Ordinal
        );
        var attributes = map.Spec.ChoiceLists.ToDictionary(
            list => list.Key,
            list => list.Value.Sum(choice => choice.Attributes.Sum(a => (long)a.Key.Length + a.Value.Length)),
            StringComparer.Ordinal
        );
        long Choices(FormItem item) =>
            item.Choices is not { } name ? 0
            : item.ChoiceFilter is null ? codes.GetValueOrDefault(name)
            : (2 * codes.GetValueOrDefault(name)) + attributes.GetValueOrDefault(name);
        return map.Places.Sum(place => Choices(place.Item) + place.Relevances.Sum(text => (long)text.Length));
    }
}
