using System.Globalization;

namespace Fourfold.Forms.Expressions.Patterns;

/// <summary>Reads a pattern, of which only what three programs read alike is known; see <see cref="PortablePattern"/>.</summary>
internal sealed class PatternReader
{
    private const string Escapable = @"dDwWsS\.*+?()[]{}|/^$-";
    private const string Bad = "bad-pattern";

    private readonly string text;
    private int at;

    private PatternReader(string text) => this.text = text;

    /// <summary>The pattern, or where it is at fault, from 0, and a code.</summary>
    public static (PatternNode? Pattern, (int At, string Code)? Fault) Read(string text)
    {
        var reader = new PatternReader(text);
        try
        {
            var pattern = reader.ReadEither();
            return reader.at == text.Length ? (pattern, null) : (null, (reader.at, Bad));
        }
        catch (PatternException fault)
        {
            return (null, (fault.At, fault.Code));
        }
    }

    private bool IsAt(char c) => at < text.Length && text[at] == c;

    private Either ReadEither()
    {
        var start = at;
        var branches = new List<PatternNode> { ReadInTurn() };
        while (IsAt('|'))
        {
            at++;
            branches.Add(ReadInTurn());
        }
        return new Either(start, branches);
    }

    private InTurn ReadInTurn()
    {
        var start = at;
        var parts = new List<PatternNode>();
        while (at < text.Length && text[at] is not ('|' or ')'))
            parts.Add(ReadCount(ReadOne()));
        return new InTurn(start, parts);
    }

    private PatternNode ReadOne()
    {
        var start = at;
        switch (text[at])
        {
            case '\\':
                return new OneOf(start, ReadEscape(start));
            case '[':
                return new OneOf(start, ReadClass());
            case '(':
                return ReadGroup();
            case '.':
                at++;
                return new OneOf(start, CharacterSet.Any);
            case '*' or '+' or '?' or '{' or ']' or '}' or '^' or '$' or '/':
                throw new PatternException(start, Bad);
            default:
                return new OneOf(start, CharacterSet.Of(text[at++]));
        }
    }

    private Either ReadGroup()
    {
        var start = at++;
        if (IsAt('?'))
        {
            if (at + 1 >= text.Length || text[at + 1] != ':')
                throw new PatternException(start, "unportable-pattern");
            at += 2;
        }
        var inside = ReadEither();
        if (!IsAt(')'))
            throw new PatternException(text.Length - 1, Bad);
        at++;
        return inside;
    }

    // "+", "*", "?", "{n}", "{n,}", "{n,m}"; a count after a count (lazy, possessive) is refused as one out of place.
    private PatternNode ReadCount(PatternNode body)
    {
        if (at == text.Length)
            return body;
        var start = at;
        switch (text[at])
        {
            case '*':
                at++;
                return new Repeated(start, body, 0, null);
            case '+':
                at++;
                return new Repeated(start, body, 1, null);
            case '?':
                at++;
                return new Repeated(start, body, 0, 1);
            case '{':
                return ReadBraces(body);
            default:
                return body;
        }
    }

    private Repeated ReadBraces(PatternNode body)
    {
        var start = at;
        var end = text.IndexOf('}', at);
        var parts = end < 0 ? [] : text[(at + 1)..end].Split(',');
        if (parts.Length is not (1 or 2) || Count(parts[0]) is not { } min)
            throw new PatternException(start, Bad);
        var max = parts.Length == 1 ? min : Count(parts[1]);
        if (max < min || (max is null && parts[1].Length > 0))
            throw new PatternException(start, Bad);
        at = end + 1;
        return new Repeated(start, body, min, max);
    }

    private static int? Count(string digits) =>
        digits.Length is > 0 and <= 3 && digits.All(char.IsAsciiDigit)
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : null;

    // Leaves `at` behind it.
    private CharacterSet ReadEscape(int faultAt)
    {
        if (++at == text.Length || !Escapable.Contains(text[at], StringComparison.Ordinal))
            throw new PatternException(faultAt, Bad);
        return text[at++] switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Others(),
            'w' => CharacterSet.Word,
            'W' => CharacterSet.Word.Others(),
            's' => CharacterSet.Space,
            'S' => CharacterSet.Space.Others(),
            var c => CharacterSet.Of(c),
        };
    }

    // Within a class nothing opens again: "[a[b]" is read differently by Java.
    private CharacterSet ReadClass()
    {
        var start = at++;
        var others = IsAt('^');
        if (others)
            at++;
        var set = CharacterSet.Empty;
        if (IsAt(']'))
            throw new PatternException(start, Bad);
        while (!IsAt(']'))
            set = set.With(ReadMember(start));
        at++;
        return others ? set.Others() : set;
    }

    // A character, an escape, or a range between two plain characters.
    private CharacterSet ReadMember(int classAt)
    {
        if (at == text.Length || text[at] is '[' or '&')
            throw new PatternException(classAt, Bad);
        if (text[at] == '\\')
        {
            var isClass = at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);
            var from = at + 1 < text.Length ? text[at + 1] : '\0';
            var escaped = ReadEscape(classAt);
            if (!OpensRange())
                return escaped;
            return isClass ? throw new PatternException(classAt, Bad) : ReadRange(classAt, from);
        }
        var first = text[at++];
        return OpensRange() ? ReadRange(classAt, first) : CharacterSet.Of(first);
    }

    private bool OpensRange() => IsAt('-') && at + 1 < text.Length && text[at + 1] != ']';

    private CharacterSet ReadRange(int classAt, char from)
    {
        var to = text[at + 1];
        if (to is '\\' or '[' || to < from)
            throw new PatternException(classAt, Bad);
        at += 2;
        return CharacterSet.Between(from, to);
    }

    private sealed class PatternException(int at, string code) : Exception
    {
        public int At => at;

        public string Code => code;
    }
}
