using Fourfold.Forms.Expressions;

namespace Fourfold.Forms;

/// <summary>Finds answers that depend on themselves, through relevance, calculation or choice filter.</summary>
internal static class FormCycles
{
    public static IEnumerable<FormFault> Find(FormMap map)
    {
        var needs = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var place in map.Places)
            needs.TryAdd(place.Item.Code, [.. Needs(place)]);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in map.Places)
            if (IsOnCycle(place.Item.Code, needs, done))
                yield return new FormFault(place.Path, "cycle", 0, place.Item.Code);
    }

    private static IEnumerable<string> Needs(FormPlace place)
    {
        IEnumerable<string?> texts = [.. place.Relevances, place.Item.Calculate, place.Item.ChoiceFilter];
        foreach (var text in texts)
            if (text is not null && ExpressionParser.TryParse(text, out var expression, out _))
                foreach (var name in expression.References())
                    yield return name;
        // Whether a round is asked decides whether its fields are.
        if (place.Repeat is { } repeat)
            foreach (var name in Needs(repeat))
                yield return name;
    }

    // Walks from one code until it meets itself; what led nowhere is not walked again.
    private static bool IsOnCycle(string code, Dictionary<string, string[]> needs, HashSet<string> done)
    {
        var stack = new Stack<string>(needs[code]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (stack.TryPop(out var next))
        {
            if (next == code)
                return true;
            if (!done.Contains(next) && seen.Add(next) && needs.TryGetValue(next, out var further))
                foreach (var name in further)
                    stack.Push(name);
        }
        done.Add(code);
        return false;
    }
}
