namespace Fourfold.Forms.Expressions;

/// <summary>
/// Patterns that mean the same in JavaScript, Java (ODK Collect) and .NET, and that no answer makes slow: classes,
/// groups, alternatives and counts; no look-around, no back-reference, no unbounded repetition within another.
/// </summary>
internal static class PortablePattern
{
    private const string Escapable = @"dDwWsS\.*+?()[]{}|/^$-";

    /// <summary>The pattern as all three match the whole of a text.</summary>
    public static string Whole(string pattern) => $"^(?:{pattern})$";

    /// <summary>Null when it is portable; otherwise where it is not, from 0, and a code.</summary>
    public static (int At, string Code)? FaultOf(string pattern)
    {
        if (pattern.Length is 0 or > FormLimits.PatternLength)
            return (0, "bad-pattern");
        // For each open group: whether something in it repeats without bound.
        var groups = new Stack<bool>();
        var repeats = false;
        var closedRepeats = false;
        var mayRepeat = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    if (++i == pattern.Length || !Escapable.Contains(pattern[i], StringComparison.Ordinal))
                        return (i - 1, "bad-pattern");
                    (mayRepeat, closedRepeats) = (true, false);
                    break;
                case '[':
                    var end = EndOfClass(pattern, i);
                    if (end < 0)
                        return (i, "bad-pattern");
                    i = end;
                    (mayRepeat, closedRepeats) = (true, false);
                    break;
                case '(':
                    if (i + 1 < pattern.Length && pattern[i + 1] == '?')
                    {
                        if (i + 2 >= pattern.Length || pattern[i + 2] != ':')
                            return (i, "unportable-pattern");
                        i += 2;
                    }
                    groups.Push(repeats);
                    (repeats, mayRepeat) = (false, false);
                    break;
                case ')':
                    if (!groups.TryPop(out var outside))
                        return (i, "bad-pattern");
                    (closedRepeats, mayRepeat) = (repeats, true);
                    repeats |= outside;
                    break;
                case '*' or '+' or '?' or '{':
                    if (!mayRepeat || !TryCount(pattern, ref i, out var many))
                        return (i, "bad-pattern");
                    if (many && closedRepeats)
                        return (i, "slow-pattern");
                    repeats |= many;
                    mayRepeat = false;
                    break;
                case '|':
                    mayRepeat = false;
                    break;
                case ']' or '}' or '^' or '$' or '/':
                    return (i, "bad-pattern");
                default:
                    (mayRepeat, closedRepeats) = (true, false);
                    break;
            }
        }
        return groups.Count == 0 ? null : (pattern.Length - 1, "bad-pattern");
    }

    // Within a class nothing opens again: "[a[b]" is read differently by Java.
    private static int EndOfClass(string pattern, int from)
    {
        var at = from + 1;
        if (at < pattern.Length && pattern[at] == '^')
            at++;
        if (at >= pattern.Length || pattern[at] == ']')
            return -1;
        var previous = -1;
        for (; at < pattern.Length; at++)
        {
            var c = pattern[at];
            if (c == ']')
                return at;
            if (c is '[' or '&')
                return -1;
            if (c == '\\' && (++at == pattern.Length || !Escapable.Contains(pattern[at], StringComparison.Ordinal)))
                return -1;
            if (c == '-' && previous >= 0 && at + 1 < pattern.Length && pattern[at + 1] is not ('\\' or ']'))
            {
                if (pattern[at + 1] < previous || pattern[at + 1] == '[')
                    return -1;
                at++;
                previous = -1;
                continue;
            }
            if (c == '-' && previous >= 0 && at + 1 < pattern.Length && pattern[at + 1] == '\\')
                return -1;
            // A class such as \d is no end of a range.
            previous = c == '\\' && char.IsAsciiLetter(pattern[at]) ? -1 : pattern[at];
            if (previous < 0 && at + 2 < pattern.Length && pattern[at + 1] == '-' && pattern[at + 2] != ']')
                return -1;
        }
        return -1;
    }

    // "+", "*", "?", "{n}", "{n,}", "{n,m}"; leaves i at its last character. Lazy and possessive ones are refused later.
    private static bool TryCount(string pattern, ref int i, out bool many)
    {
        many = pattern[i] is '*' or '+';
        if (pattern[i] != '{')
            return true;
        var end = pattern.IndexOf('}', i);
        if (end < 0)
            return false;
        var parts = pattern[(i + 1)..end].Split(',');
        if (parts.Length > 2 || !IsCount(parts[0]) || (parts.Length == 2 && parts[1].Length > 0 && !IsCount(parts[1])))
            return false;
        if (parts.Length == 2 && parts[1].Length > 0 && Count(parts[1]) < Count(parts[0]))
            return false;
        // A long bounded count is as slow as none.
        many = parts.Length == 2 && (parts[1].Length == 0 || Count(parts[1]) > 20);
        i = end;
        return true;
    }

    private static bool IsCount(string digits) => digits.Length is > 0 and <= 3 && digits.All(char.IsAsciiDigit);

    private static int Count(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
