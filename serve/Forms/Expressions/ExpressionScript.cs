using System.Text.Json.Nodes;
using Fourfold.Forms.Expressions.Patterns;

namespace Fourfold.Forms.Expressions;

/// <summary>
/// Tree → JSON for <c>web/packages/forms/src/validator/evaluate.ts</c>, the one place that computes expressions: a
/// scalar is itself, everything else <c>[operator, …]</c>; a reference carries its type, so nothing is guessed there.
/// </summary>
internal sealed class ExpressionScript(ExpressionScope scope)
{
    /// <summary>Call only for an expression that has no faults.</summary>
    public JsonNode Write(Expression expression) =>
        expression switch
        {
            TextLiteral text => JsonValue.Create(text.Value),
            NumberLiteral number => JsonValue.Create(number.Value),
            BooleanLiteral boolean => JsonValue.Create(boolean.Value),
            Reference reference => new JsonArray(Kind(reference), reference.Name),
            Self self => new JsonArray(Kind(self), "."),
            ChoiceAttribute attribute => new JsonArray("attribute", attribute.Name),
            Negation negation => new JsonArray("neg", Write(negation.Of)),
            Binary binary => WriteBinary(binary),
            Call call => WriteCall(call),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    private JsonArray WriteBinary(Binary binary)
    {
        if (!ExpressionTyping.AsksForEmpty(binary, out var of))
            return new JsonArray(binary.Operator, Write(binary.Left), Write(binary.Right));
        var empty = new JsonArray("empty", of is Reference reference ? reference.Name : ".");
        return binary.Operator == "=" ? empty : new JsonArray("not", empty);
    }

    private JsonArray WriteCall(Call call)
    {
        switch (call.Name)
        {
            case "regex":
                var pattern = ((TextLiteral)call.Arguments[1]).Value;
                return new JsonArray("regex", Write(call.Arguments[0]), PortablePattern.Whole(pattern));
            case "selected":
                var name = call.Arguments[0] is Reference reference ? reference.Name : ".";
                return new JsonArray("selected", name, ((TextLiteral)call.Arguments[1]).Value);
            case "count" or "count-selected":
                return new JsonArray("length", call.Arguments[0] is Reference counted ? counted.Name : ".");
            case "date":
                return new JsonArray("day", ((TextLiteral)call.Arguments[0]).Value);
            default:
                return new JsonArray([JsonValue.Create(call.Name), .. call.Arguments.Select(Write)]);
        }
    }

    private string Kind(Expression of) =>
        scope.ItemOf(of) is { } item
            ? ExpressionScope.Of(item) switch
            {
                ExpressionType.Number => "number",
                ExpressionType.Boolean => "boolean",
                ExpressionType.Date => "date",
                ExpressionType.Time => "time",
                ExpressionType.DateTime => "datetime",
                _ => "text",
            }
            : "text";
}
