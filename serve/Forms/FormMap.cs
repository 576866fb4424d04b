using Fourfold.Forms.Expressions;

namespace Fourfold.Forms;

/// <summary>A form laid out for looking up: every item by code, with its place, its repeat and what it depends on.</summary>
internal sealed class FormMap
{
    private readonly Dictionary<string, FormPlace> byCode = new(StringComparer.Ordinal);
    private readonly List<FormPlace> places = [];

    public FormMap(FormSpec spec)
    {
        Spec = spec;
        Walk(spec.Items, "/items", null, [], 1);
    }

    public FormSpec Spec { get; }

    /// <summary>All items in the order of the form, groups and repeats before what they hold.</summary>
    public IReadOnlyList<FormPlace> Places => places;

    /// <summary>Null when there is none; of two with one code the first.</summary>
    public FormPlace? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>What has an answer right in a repeat, or with null at the top.</summary>
    public IEnumerable<FormPlace> AnswersIn(FormPlace? repeat) =>
        places.Where(place => ReferenceEquals(place.Repeat, repeat) && place.Item.HasAnswer);

    /// <summary>The same with the groups and notes among them, which have no answer and are shown or not all the same.</summary>
    public IEnumerable<FormPlace> ShownIn(FormPlace? repeat) =>
        places.Where(place => ReferenceEquals(place.Repeat, repeat));

    public IReadOnlyList<FormChoice> ChoicesOf(FormItem item) =>
        item.Choices is { } name && Spec.ChoiceLists.TryGetValue(name, out var list) ? list : [];

    private void Walk(
        IReadOnlyList<FormItem> items,
        string path,
        FormPlace? repeat,
        IReadOnlyList<string> relevances,
        int depth
    )
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var mine = item.Relevant is { } relevant ? [.. relevances, relevant] : relevances;
            var place = new FormPlace(item, $"{path}/{FormJson.Invariant(i)}", repeat, mine, depth);
            places.Add(place);
            byCode.TryAdd(item.Code, place);
            // The reader's own depth limit lies above this one; the checker tells of what is too deep.
            if (!item.HasItems || depth > FormLimits.Depth)
                continue;
            var isRepeat = item.Type == FormItemType.Repeat;
            Walk(item.Items, $"{place.Path}/items", isRepeat ? place : repeat, isRepeat ? [] : mine, depth + 1);
        }
    }
}

/// <summary>An item and where it stands.</summary>
/// <param name="Item">The item.</param>
/// <param name="Path">JSON pointer into the form.</param>
/// <param name="Repeat">The innermost repeat around it; null at the top.</param>
/// <param name="Relevances">Its own relevance and those of the groups around it, up to the repeat.</param>
/// <param name="Depth">From 1.</param>
internal sealed record FormPlace(
    FormItem Item,
    string Path,
    FormPlace? Repeat,
    IReadOnlyList<string> Relevances,
    int Depth
)
{
    /// <summary>Repeats around it.</summary>
    public int Rounds => Repeat is null ? 0 : Repeat.Rounds + 1;

    /// <summary>Whether an expression inside <paramref name="repeat"/> sees one single answer of this item.</summary>
    public bool IsSeenFrom(FormPlace? repeat)
    {
        for (var at = repeat; ; at = at.Repeat)
        {
            if (ReferenceEquals(at, Repeat))
                return true;
            if (at is null)
                return false;
        }
    }

    /// <summary>All relevances in one tree; null when always asked. Call only on a form without faults.</summary>
    public Expression? Relevance()
    {
        Expression? all = null;
        foreach (var text in Relevances)
            if (ExpressionParser.TryParse(text, out var one, out _))
                all = all is null ? one : new Binary(one.Column, "and", all, one);
        return all;
    }
}
