using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Fourfold.Forms.Expressions;

/// <summary>Words → tree, by precedence: <c>or</c> &lt; <c>and</c> &lt; equality &lt; order &lt; sum &lt; product &lt; sign, as in XPath 1.0 §3.</summary>
internal sealed class ExpressionParser
{
    private static readonly string[][] Levels =
    [
        ["or"],
        ["and"],
        ["=", "!="],
        ["<", "<=", ">", ">="],
        ["+", "-"],
        ["*", "div", "mod"],
    ];

    private readonly List<Token> tokens;
    private int at;
    private int depth;
    private ExpressionFault? fault;

    private ExpressionParser(List<Token> tokens) => this.tokens = tokens;

    private Token Here => tokens[at];

    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out Expression? expression,
        [NotNullWhen(false)] out ExpressionFault? fault
    )
    {
        expression = null;
        if (text.Length > FormLimits.ExpressionLength)
        {
            fault = new ExpressionFault(1, "too-large", FormJson.Invariant(FormLimits.ExpressionLength));
            return false;
        }
        var tokens = ExpressionLexer.Cut(text, out fault);
        if (tokens is null)
            return Fails(ref fault);
        var parser = new ExpressionParser(tokens);
        expression = parser.Read(0);
        if (parser.fault is null && parser.Here.Kind != TokenKind.End)
            parser.Expected();
        fault = parser.fault;
        if (fault is null && expression is not null)
            return true;
        expression = null;
        return Fails(ref fault);
    }

    private static bool Fails([NotNull] ref ExpressionFault? fault)
    {
        fault ??= new ExpressionFault(1, "unexpected");
        return false;
    }

    private Expression? Read(int level)
    {
        if (level == Levels.Length)
            return Signed();
        var left = Read(level + 1);
        // What is compared is not compared again: "a = b = c" means something else to everyone.
        var once = level is 2 or 3;
        while (left is not null && IsOperator(Levels[level]))
        {
            var sign = Here;
            at++;
            var right = Read(level + 1);
            left = right is null ? null : new Binary(sign.Column, sign.Text, left, right);
            if (once)
                break;
        }
        return left;
    }

    private bool IsOperator(string[] signs) =>
        Here.Kind is TokenKind.Symbol or TokenKind.Name && signs.Contains(Here.Text, StringComparer.Ordinal);

    private Expression? Signed()
    {
        if (Here is not { Kind: TokenKind.Symbol, Text: "-" })
            return Atom();
        var column = Here.Column;
        if (!Deeper(column))
            return null;
        at++;
        var of = Signed();
        depth--;
        return of is null ? null : new Negation(column, of);
    }

    private Expression? Atom()
    {
        var token = Here;
        at++;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new NumberLiteral(token.Column, double.Parse(token.Text, CultureInfo.InvariantCulture));
            case TokenKind.Text:
                return new TextLiteral(token.Column, token.Text);
            case TokenKind.Reference:
                return new Reference(token.Column, token.Text);
            case TokenKind.Name when Here is { Kind: TokenKind.Symbol, Text: "(" }:
                return ReadCall(token);
            case TokenKind.Name:
                return new ChoiceAttribute(token.Column, token.Text);
            case TokenKind.Symbol when token.Text == ".":
                return new Self(token.Column);
            case TokenKind.Symbol when token.Text == "(":
                return Deeper(token.Column) ? Closed(Read(0)) : null;
            default:
                at--;
                return Expected();
        }
    }

    private Expression? ReadCall(Token name)
    {
        if (!Deeper(name.Column))
            return null;
        at++;
        var arguments = new List<Expression>();
        if (Here is not { Kind: TokenKind.Symbol, Text: ")" })
        {
            while (true)
            {
                if (Read(0) is not { } argument)
                    return null;
                arguments.Add(argument);
                if (Here is not { Kind: TokenKind.Symbol, Text: "," })
                    break;
                at++;
            }
        }
        return Closed(
            (name.Text, arguments.Count) switch
            {
                ("true", 0) => new BooleanLiteral(name.Column, true),
                ("false", 0) => new BooleanLiteral(name.Column, false),
                _ => new Call(name.Column, name.Text, arguments),
            }
        );
    }

    private Expression? Closed(Expression? inner)
    {
        depth--;
        if (inner is null)
            return null;
        if (Here is not { Kind: TokenKind.Symbol, Text: ")" })
            return Expected();
        at++;
        return inner;
    }

    private bool Deeper(int column)
    {
        if (++depth <= FormLimits.ExpressionDepth)
            return true;
        fault ??= new ExpressionFault(column, "too-deep", FormJson.Invariant(FormLimits.ExpressionDepth));
        return false;
    }

    private Expression? Expected()
    {
        fault ??= new ExpressionFault(Here.Column, Here.Kind == TokenKind.End ? "unfinished" : "unexpected", Here.Text);
        return null;
    }
}
