using Fourfold.Forms.Expressions;

namespace Fourfold.Forms;

/// <summary>What calculated answers are worked out from: they tell what their sources tell.</summary>
public static class FormSources
{
    /// <summary>Of each calculated field, the codes its expression names; not what those are worked out from in turn.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(FormSpec spec)
    {
        var sources = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var place in new FormMap(spec).Places)
            if (place.Item.Calculate is { } text && ExpressionParser.TryParse(text, out var expression, out _))
                sources[place.Item.Code] = [.. expression.References()];
        return sources;
    }
}
