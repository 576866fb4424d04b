namespace Fourfold.Forms.Expressions.Patterns;

/// <summary>
/// Patterns that mean the same in JavaScript, Java (ODK Collect) and .NET, and that no answer makes slow: classes,
/// groups, alternatives and counts; no look-around, no back-reference, and a repetition only where the next character
/// says whether it goes on.
/// </summary>
internal static class PortablePattern
{
    /// <summary>Ways to lay a pattern over an answer that a cheap phone goes through in a part of a second.</summary>
    private const double MostWays = 10_000_000;

    /// <summary>The pattern as all three match the whole of a text.</summary>
    public static string Whole(string pattern) => $"^(?:{pattern})$";

    /// <summary>Null when it is portable; otherwise where it is not, from 0, and a code.</summary>
    public static (int At, string Code)? FaultOf(string pattern)
    {
        if (pattern.Length is 0 or > FormLimits.PatternLength)
            return (0, "bad-pattern");
        var (read, fault) = PatternReader.Read(pattern);
        if (read is null)
            return fault;
        var ways = new PatternWays(FormLimits.TextLength, MostWays);
        ways.Count(read);
        return ways.TooManyAt is { } at ? (at, "slow-pattern") : null;
    }
}
