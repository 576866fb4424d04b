using System.Globalization;
using Fourfold.Forms.Expressions.Patterns;

namespace Fourfold.Forms.Expressions;

/// <summary>Tree → XPath with ODK's functions. Sources: ODK XForms specification, "XPath Functions"; XPath 1.0.</summary>
/// <param name="scope">Where it stands.</param>
/// <param name="fromChoices">Whether it is a predicate on choices, from where <c>current()</c> leads back to the field.</param>
internal sealed class ExpressionXPath(ExpressionScope scope, bool fromChoices = false)
{
    /// <summary>Call only for an expression that has no faults.</summary>
    public string Write(Expression expression) =>
        expression switch
        {
            TextLiteral text => Quoted(text.Value),
            NumberLiteral number => number.Value.ToString("0.###############", CultureInfo.InvariantCulture),
            BooleanLiteral boolean => boolean.Value ? "true()" : "false()",
            Reference or Self => Answer(expression),
            ChoiceAttribute attribute => attribute.Name,
            Negation negation => $"-({Write(negation.Of)})",
            Binary binary => WriteBinary(binary),
            Call call => WriteCall(call),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    /// <summary>The whole of a calculation, as it is stored in a field of that type.</summary>
    public string WriteValue(Expression expression, FormItemType type)
    {
        var value = Write(expression);
        return type switch
        {
            FormItemType.Boolean => $"if({value}, 'true', 'false')",
            FormItemType.Integer => $"int({value})",
            FormItemType.Date => $"format-date(date({value}), '%Y-%m-%d')",
            FormItemType.DateTime => $"date-time({value})",
            _ => value,
        };
    }

    private string WriteBinary(Binary binary)
    {
        if (ExpressionTyping.AsksForEmpty(binary, out var of))
            return $"{Path(of)} {binary.Operator} ''";
        return $"({Write(binary.Left)} {binary.Operator} {Write(binary.Right)})";
    }

    private string WriteCall(Call call) =>
        call.Name switch
        {
            "regex" => $"regex({Write(call.Arguments[0])}, "
                + $"{Quoted(PortablePattern.Whole(((TextLiteral)call.Arguments[1]).Value))})",
            "selected" => $"selected({Path(call.Arguments[0])}, {Write(call.Arguments[1])})",
            "count" or "count-selected" => $"{call.Name}({Path(call.Arguments[0])})",
            "date" => $"decimal-date-time({Write(call.Arguments[0])})",
            // Days since 1970, so that they can be compared and counted; Web Forms takes no node here, only its text.
            "today" or "now" => $"decimal-date-time(string({call.Name}()))",
            _ => $"{call.Name}({string.Join(", ", call.Arguments.Select(Write))})",
        };

    private string Answer(Expression expression)
    {
        var path = Path(expression);
        return scope.ItemOf(expression) is { } item
            ? ExpressionScope.Of(item) switch
            {
                ExpressionType.Boolean => $"({path} = 'true')",
                ExpressionType.Date or ExpressionType.DateTime => $"decimal-date-time(string({path}))",
                ExpressionType.Time => $"decimal-time(string({path}))",
                ExpressionType.Number => $"number({path})",
                _ => path,
            }
            : path;
    }

    // Inside a repeat the way is relative, or it would lead to every round.
    private string Path(Expression expression)
    {
        if (expression is not Reference reference || scope.Map.Find(reference.Name) is not { } place)
            return ".";
        var up = scope.Place.Rounds - place.Rounds + 1;
        if (place.Rounds == 0)
            return $"/data/{reference.Name}";
        return (fromChoices ? "current()/" : "") + string.Concat(Enumerable.Repeat("../", up)) + reference.Name;
    }

    private static string Quoted(string text) =>
        text.Contains('\'', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text}'";
}
