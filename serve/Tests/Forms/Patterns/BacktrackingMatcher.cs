using Fourfold.Forms.Expressions.Patterns;

namespace Fourfold.Serve.Tests.Forms.Patterns;

/// <summary>Matches as JavaScript and Java do: the longer way first, then back; no round may take nothing.</summary>
internal sealed class BacktrackingMatcher(string text)
{
    /// <summary>Characters looked at.</summary>
    public long Steps { get; private set; }

    public bool Matches(PatternNode whole) => Match(whole, 0, at => at == text.Length);

    private bool Match(PatternNode part, int at, Func<int, bool> goOn)
    {
        switch (part)
        {
            case OneOf one:
                Steps++;
                return at < text.Length && one.Set.Has(text[at]) && goOn(at + 1);
            case InTurn turn:
                return MatchFrom(turn.Parts, 0, at, goOn);
            case Either either:
                return either.Branches.Any(branch => Match(branch, at, goOn));
            case Repeated repeated:
                return MatchRound(repeated, 0, at, goOn);
            default:
                throw new ArgumentException(part.ToString(), nameof(part));
        }
    }

    private bool MatchFrom(IReadOnlyList<PatternNode> parts, int index, int at, Func<int, bool> goOn) =>
        index == parts.Count ? goOn(at) : Match(parts[index], at, next => MatchFrom(parts, index + 1, next, goOn));

    private bool MatchRound(Repeated repeated, int round, int at, Func<int, bool> goOn)
    {
        var mayGoOn = repeated.Max is not { } max || round < max;
        var isNeeded = round < repeated.Min;
        if (
            mayGoOn
            && Match(repeated.Body, at, next => (next > at || isNeeded) && MatchRound(repeated, round + 1, next, goOn))
        )
            return true;
        return !isNeeded && goOn(at);
    }
}
