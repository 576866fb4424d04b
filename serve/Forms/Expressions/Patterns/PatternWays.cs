namespace Fourfold.Forms.Expressions.Patterns;

/// <summary>
/// How many ways there are, at most, to lay a pattern over one text: what a matcher that goes back and tries again
/// walks when the text fails at its end. Where the next character decides, there is one way. It is the "one-unambiguous"
/// of A. Brüggemann-Klein and D. Wood, One-Unambiguous Regular Languages (1998), with a count where it does not hold.
/// </summary>
/// <param name="longest">Characters of the longest text.</param>
/// <param name="most">Ways above which the place that brings them is remembered.</param>
internal sealed class PatternWays(int longest, double most)
{
    /// <summary>Where there first were more ways than <c>most</c>, from 0.</summary>
    public int? TooManyAt { get; private set; }

    /// <summary>At least as many ways as there are; infinite when they double with every character.</summary>
    public double Count(PatternNode pattern) => Count(pattern, CharacterSet.Empty);

    // What may follow the part decides whether its end is in doubt.
    private double Count(PatternNode part, CharacterSet next)
    {
        var ways = part switch
        {
            InTurn turn => CountInTurn(turn, next),
            Either either => CountEither(either, next),
            Repeated repeated => CountRepeated(repeated, next),
            _ => 1,
        };
        if (ways > most)
            TooManyAt ??= part.At;
        return ways;
    }

    private double CountInTurn(InTurn turn, CharacterSet next)
    {
        var ways = 1.0;
        for (var i = turn.Parts.Count - 1; i >= 0; i--)
        {
            ways *= Count(turn.Parts[i], next);
            if (ways > most)
                TooManyAt ??= turn.Parts[i].At;
            next = BeginningOf(turn.Parts[i], next);
        }
        return ways;
    }

    private double CountEither(Either either, CharacterSet next)
    {
        var (sum, largest) = (0.0, 0.0);
        var inDoubt = either.Branches.Count(branch => branch.MayBeEmpty) > 1;
        var seen = CharacterSet.Empty;
        foreach (var branch in either.Branches)
        {
            var begins = BeginningOf(branch, next);
            inDoubt |= seen.Meets(begins);
            seen = seen.With(begins);
            var ways = Count(branch, next);
            sum += ways;
            largest = Math.Max(largest, ways);
        }
        return inDoubt ? sum : largest;
    }

    private double CountRepeated(Repeated repeated, CharacterSet next)
    {
        if (repeated.Max == 0)
            return 1;
        var body = repeated.Body;
        var inBody = Count(body, repeated.Max == 1 ? next : body.First.With(next));
        var endInDoubt = repeated.Max != repeated.Min && (body.MayBeEmpty || body.First.Meets(next));
        double ends = endInDoubt ? (repeated.Max ?? longest) - repeated.Min + 1 : 1;
        if (repeated.Max is { } max)
            return ends * Math.Pow(inBody, max);
        return inBody > 1 || body.MayBeEmpty ? double.PositiveInfinity : Math.Max(1, ends);
    }

    private static CharacterSet BeginningOf(PatternNode part, CharacterSet next) =>
        part.MayBeEmpty ? part.First.With(next) : part.First;
}
