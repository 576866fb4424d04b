using System.Globalization;

namespace Fourfold.Forms.Expressions;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Reference,
    Name,
    Symbol,
}

/// <summary>A word of an expression. <c>Column</c> from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Column);

/// <summary>Cuts the text of an expression into words.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Symbols = ["<=", ">=", "!=", "=", "<", ">", "+", "-", "*", "(", ")", ","];

    /// <summary>The words, an <see cref="TokenKind.End"/> last; null with a fault.</summary>
    public static List<Token>? Cut(string text, out ExpressionFault? fault)
    {
        fault = null;
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", at + 1));
                return tokens;
            }
            fault = Next(text, at, out var token, out var length);
            if (fault is not null)
                return null;
            tokens.Add(token);
            at += length;
        }
    }

    private static ExpressionFault? Next(string text, int at, out Token token, out int length)
    {
        var c = text[at];
        (token, length) = (default, 0);
        if (c is '\'' or '"')
        {
            var end = text.IndexOf(c, at + 1);
            if (end < 0)
                return new ExpressionFault(at + 1, "unclosed-text");
            (token, length) = (new Token(TokenKind.Text, text[(at + 1)..end], at + 1), end + 1 - at);
            return null;
        }
        if (c == '$')
            return ReadReference(text, at, ref token, ref length);
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            length = Run(text, at, static c => char.IsAsciiDigit(c) || c == '.');
            var digits = text.Substring(at, length);
            token = new Token(TokenKind.Number, digits, at + 1);
            return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                ? null
                : new ExpressionFault(at + 1, "bad-number", digits);
        }
        if (c == '.')
        {
            (token, length) = (new Token(TokenKind.Symbol, ".", at + 1), 1);
            return null;
        }
        if (char.IsAsciiLetter(c) || c == '_')
        {
            length = Run(text, at, static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
            token = new Token(TokenKind.Name, text.Substring(at, length), at + 1);
            return null;
        }
        var symbol = Array.Find(Symbols, s => string.CompareOrdinal(text, at, s, 0, s.Length) == 0);
        if (symbol is null)
            return new ExpressionFault(at + 1, "unknown-sign", c.ToString());
        (token, length) = (new Token(TokenKind.Symbol, symbol, at + 1), symbol.Length);
        return null;
    }

    private static ExpressionFault? ReadReference(string text, int at, ref Token token, ref int length)
    {
        var end = text.IndexOf('}', at);
        if (at + 1 >= text.Length || text[at + 1] != '{' || end < 0)
            return new ExpressionFault(at + 1, "bad-reference");
        var name = text[(at + 2)..end].Trim();
        (token, length) = (new Token(TokenKind.Reference, name, at + 1), end + 1 - at);
        return name.Length == 0 ? new ExpressionFault(at + 1, "bad-reference") : null;
    }

    private static int Run(string text, int from, Func<char, bool> belongs)
    {
        var at = from;
        while (at < text.Length && belongs(text[at]))
            at++;
        return at - from;
    }
}
