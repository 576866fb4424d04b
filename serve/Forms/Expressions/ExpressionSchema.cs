using System.Text.Json.Nodes;
using Fourfold.Forms.Expressions.Patterns;

namespace Fourfold.Forms.Expressions;

/// <summary>What plain JSON Schema can say of an expression, for an object that holds all the fields it refers to.</summary>
internal sealed class ExpressionSchema(ExpressionScope scope, FormPlace? repeat)
{
    private static readonly Dictionary<string, string> Bounds = new(StringComparer.Ordinal)
    {
        ["<"] = "exclusiveMaximum",
        ["<="] = "maximum",
        [">"] = "exclusiveMinimum",
        [">="] = "minimum",
    };

    private static readonly Dictionary<string, string> Mirrored = new(StringComparer.Ordinal)
    {
        ["<"] = ">",
        ["<="] = ">=",
        [">"] = "<",
        [">="] = "<=",
    };

    /// <summary>A schema that an object meets exactly when the expression holds; null when none can say it.</summary>
    public JsonObject? Write(Expression expression) =>
        expression switch
        {
            Binary { Operator: "and" } both => Both("allOf", both),
            Binary { Operator: "or" } either => Both("anyOf", either),
            Binary compared => Compared(compared),
            Call { Name: "not" } negated => Not(Write(negated.Arguments[0])),
            Call { Name: "selected" } selected => Selected(selected),
            Reference reference => Holds(reference, new JsonObject { ["const"] = true }),
            _ => null,
        };

    /// <summary>
    /// Keywords for an answer itself, from a constraint that speaks only of <c>.</c>: bounds and one pattern, joined
    /// by <c>and</c>. Null when it says more than that.
    /// </summary>
    public static JsonObject? OfAnswer(Expression constraint)
    {
        var keywords = new JsonObject();
        return Collect(constraint, keywords) ? keywords : null;
    }

    private static bool Collect(Expression expression, JsonObject into)
    {
        switch (expression)
        {
            case Binary { Operator: "and" } both:
                return Collect(both.Left, into) && Collect(both.Right, into);
            case Binary { Left: Self, Right: NumberLiteral number } bound
                when Bounds.TryGetValue(bound.Operator, out var key):
                return into.TryAdd(key, JsonValue.Create(number.Value));
            case Binary { Right: Self, Left: NumberLiteral number } bound
                when Mirrored.TryGetValue(bound.Operator, out var sign):
                return into.TryAdd(Bounds[sign], JsonValue.Create(number.Value));
            case Call { Name: "regex" } call when call.Arguments is [Self, TextLiteral pattern]:
                return into.TryAdd("pattern", JsonValue.Create(PortablePattern.Whole(pattern.Value)));
            default:
                return false;
        }
    }

    private JsonObject? Both(string keyword, Binary binary) =>
        Write(binary.Left) is { } left && Write(binary.Right) is { } right
            ? new JsonObject { [keyword] = new JsonArray(left, right) }
            : null;

    private JsonObject? Compared(Binary binary)
    {
        if (ExpressionTyping.AsksForEmpty(binary, out var asked))
        {
            var there =
                asked is Reference of && IsHere(of) ? new JsonObject { ["required"] = new JsonArray(of.Name) } : null;
            return binary.Operator == "=" ? Not(there) : there;
        }
        var (reference, value, sign) = (binary.Left, binary.Right) switch
        {
            (Reference left, _) => (left, binary.Right, binary.Operator),
            (_, Reference right) => (right, binary.Left, Mirrored.GetValueOrDefault(binary.Operator, binary.Operator)),
            _ => (null, binary.Right, ""),
        };
        if (reference is null)
            return null;
        return (sign, value) switch
        {
            ("=" or "!=", TextLiteral or NumberLiteral) => Equal(reference, value, sign),
            // An answer that is not there counts as false.
            ("=" or "!=", BooleanLiteral truth) => (sign == "=") == truth.Value
                ? Holds(reference, new JsonObject { ["const"] = true })
                : Not(Holds(reference, new JsonObject { ["const"] = true })),
            (_, NumberLiteral number) when Bounds.TryGetValue(sign, out var bound) => Holds(
                reference,
                new JsonObject { ["type"] = "number", [bound] = number.Value }
            ),
            _ => null,
        };
    }

    private JsonObject? Equal(Reference reference, Expression value, string sign)
    {
        JsonNode constant = value is TextLiteral text
            ? JsonValue.Create(text.Value)
            : JsonValue.Create(((NumberLiteral)value).Value);
        var equal = Holds(reference, new JsonObject { ["const"] = constant });
        return sign == "=" ? equal : Not(equal);
    }

    private JsonObject? Selected(Call call)
    {
        if (call.Arguments is not [Reference reference, TextLiteral code] || scope.ItemOf(reference) is not { } item)
            return null;
        var constant = new JsonObject { ["const"] = code.Value };
        return Holds(
            reference,
            item.Type == FormItemType.Choice ? constant : new JsonObject { ["type"] = "array", ["contains"] = constant }
        );
    }

    private JsonObject? Holds(Reference reference, JsonObject schema) =>
        IsHere(reference)
            ? new JsonObject
            {
                ["required"] = new JsonArray(reference.Name),
                ["properties"] = new JsonObject { [reference.Name] = schema },
            }
            : null;

    private bool IsHere(Reference reference) => ReferenceEquals(scope.Map.Find(reference.Name)?.Repeat, repeat);

    private static JsonObject? Not(JsonObject? schema) => schema is null ? null : new JsonObject { ["not"] = schema };
}
