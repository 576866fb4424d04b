using Fourfold.Forms.Expressions.Patterns;

namespace Fourfold.Forms.Expressions;

/// <summary>Finds the type of an expression and whatever does not fit.</summary>
internal sealed class ExpressionTyping(ExpressionScope scope)
{
    private readonly List<ExpressionFault> faults = [];

    public IReadOnlyList<ExpressionFault> Faults => faults;

    /// <summary>The type of a tree; <see cref="Faults"/> tells what is wrong with it.</summary>
    public ExpressionType Check(Expression expression) =>
        expression switch
        {
            TextLiteral => ExpressionType.Text,
            NumberLiteral => ExpressionType.Number,
            BooleanLiteral => ExpressionType.Boolean,
            Reference reference => CheckReference(reference),
            Self self => scope.AllowSelf
                ? ExpressionScope.Of(scope.Place.Item)
                : Fault(self.Column, "self-outside-constraint", "."),
            ChoiceAttribute attribute => scope.Attributes?.Contains(attribute.Name) == true
                ? ExpressionType.Text
                : Fault(attribute.Column, scope.Attributes is null ? "bare-name" : "unknown-attribute", attribute.Name),
            Negation negation => Want(negation.Of, ExpressionType.Number),
            Binary binary => CheckBinary(binary),
            Call call => CheckCall(call),
            _ => ExpressionType.Unknown,
        };

    /// <summary>Whether a comparison only asks if there is an answer: <c>${x} = ''</c>; <paramref name="of"/> is the x.</summary>
    public static bool AsksForEmpty(Binary binary, out Expression of)
    {
        of = binary.Left is TextLiteral { Value: "" } ? binary.Right : binary.Left;
        return binary.Operator is "=" or "!="
            && of is Reference or Self
            && (binary.Left is TextLiteral { Value: "" } || binary.Right is TextLiteral { Value: "" });
    }

    private ExpressionType CheckReference(Reference reference)
    {
        if (scope.Map.Find(reference.Name) is not { } place)
            return Fault(reference.Column, "unknown-reference", reference.Name);
        if (!place.IsSeenFrom(scope.Place.Repeat))
            return Fault(reference.Column, "out-of-scope", reference.Name);
        return ExpressionScope.Of(place.Item) is var type && type == ExpressionType.Unknown
            ? Fault(reference.Column, "no-answer", reference.Name)
            : type;
    }

    private ExpressionType CheckBinary(Binary binary)
    {
        if (AsksForEmpty(binary, out var of))
        {
            return Check(of) == ExpressionType.Rounds
                ? Fault(binary.Column, "wrong-type", binary.Operator)
                : ExpressionType.Boolean;
        }
        var (left, right) = (Check(binary.Left), Check(binary.Right));
        if (left == ExpressionType.Unknown || right == ExpressionType.Unknown)
            return ExpressionType.Unknown;
        RequireKnownChoice(binary.Left, binary.Right);
        RequireKnownChoice(binary.Right, binary.Left);
        return Result(binary.Operator, left, right) is var result && result == ExpressionType.Unknown
            ? Fault(binary.Column, "wrong-type", binary.Operator)
            : result;
    }

    private static ExpressionType Result(string sign, ExpressionType left, ExpressionType right)
    {
        const ExpressionType number = ExpressionType.Number;
        var isTime = left is ExpressionType.Date or ExpressionType.Time or ExpressionType.DateTime;
        return sign switch
        {
            "or" or "and" when (left, right) is (ExpressionType.Boolean, ExpressionType.Boolean) => left,
            "="
            or "!=" when left == right && (isTime || left is ExpressionType.Text or number or ExpressionType.Boolean) =>
                ExpressionType.Boolean,
            "<" or "<=" or ">" or ">=" when left == right && (isTime || left == number) => ExpressionType.Boolean,
            "+" or "-" or "*" or "div" or "mod" when left == number && right == number => number,
            "+" or "-" when left is ExpressionType.Date or ExpressionType.DateTime && right == number => left,
            "-" when left is ExpressionType.Date or ExpressionType.DateTime && left == right => number,
            _ => ExpressionType.Unknown,
        };
    }

    private ExpressionType CheckCall(Call call)
    {
        var arguments = call.Arguments;
        return (call.Name, arguments.Count) switch
        {
            ("not", 1) => Want(arguments[0], ExpressionType.Boolean),
            ("today", 0) => ExpressionType.Date,
            ("now", 0) => ExpressionType.DateTime,
            ("date", 1) => CheckDate(arguments[0]),
            ("int" or "round", 1) => Want(arguments[0], ExpressionType.Number),
            ("string-length", 1) => Yields(Want(arguments[0], ExpressionType.Text), ExpressionType.Number),
            ("count", 1) => CheckCount(arguments[0]),
            ("count-selected", 1) => Yields(Want(arguments[0], ExpressionType.Codes), ExpressionType.Number),
            ("selected", 2) => CheckSelected(arguments[0], arguments[1]),
            ("regex", 2) => CheckRegex(arguments[0], arguments[1]),
            ("if", 3) => CheckIf(call),
            ("not" or "today" or "now" or "date" or "int" or "round" or "string-length" or "count", _)
            or ("count-selected" or "selected" or "regex" or "if" or "true" or "false", _) => Fault(
                call.Column,
                "wrong-arguments",
                call.Name
            ),
            _ => Fault(call.Column, "unknown-function", call.Name),
        };
    }

    private ExpressionType CheckDate(Expression argument) =>
        argument is TextLiteral text
        && DateOnly.TryParseExact(
            text.Value,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            default,
            out _
        )
            ? ExpressionType.Date
            : Fault(argument.Column, "bad-date");

    // Rounds may be counted from outside, so the scope is not asked.
    private ExpressionType CheckCount(Expression argument)
    {
        if (argument is not Reference reference)
            return Fault(argument.Column, "wrong-type", "count");
        if (scope.Map.Find(reference.Name) is not { } place)
            return Fault(reference.Column, "unknown-reference", reference.Name);
        if (place.Item.Type != FormItemType.Repeat)
            return Fault(reference.Column, "wrong-type", "count");
        return place.IsSeenFrom(scope.Place.Repeat)
            ? ExpressionType.Number
            : Fault(reference.Column, "out-of-scope", reference.Name);
    }

    private ExpressionType CheckSelected(Expression field, Expression code)
    {
        if (scope.ItemOf(field) is { } item && item.Type is not (FormItemType.Choice or FormItemType.MultiChoice))
            return Fault(field.Column, "wrong-type", "selected");
        if (Check(field) == ExpressionType.Unknown)
            return ExpressionType.Unknown;
        if (scope.ItemOf(field) is null || code is not TextLiteral)
            return Fault(code.Column, "wrong-type", "selected");
        RequireKnownChoice(field, code);
        return ExpressionType.Boolean;
    }

    private ExpressionType CheckRegex(Expression text, Expression pattern)
    {
        if (Want(text, ExpressionType.Text) == ExpressionType.Unknown)
            return ExpressionType.Unknown;
        if (pattern is not TextLiteral literal)
            return Fault(pattern.Column, "wrong-type", "regex");
        return PortablePattern.FaultOf(literal.Value) is { } fault
            ? Fault(pattern.Column + 1 + fault.At, fault.Code, literal.Value)
            : ExpressionType.Boolean;
    }

    private ExpressionType CheckIf(Call call)
    {
        var condition = Want(call.Arguments[0], ExpressionType.Boolean);
        var (then, otherwise) = (Check(call.Arguments[1]), Check(call.Arguments[2]));
        if (
            condition == ExpressionType.Unknown
            || then == ExpressionType.Unknown
            || otherwise == ExpressionType.Unknown
        )
            return ExpressionType.Unknown;
        return then == otherwise && then is not (ExpressionType.Codes or ExpressionType.Opaque or ExpressionType.Rounds)
            ? then
            : Fault(call.Column, "wrong-type", "if");
    }

    private void RequireKnownChoice(Expression field, Expression code)
    {
        if (scope.ItemOf(field) is { Choices: not null } item && code is TextLiteral { Value: not "" } literal)
            if (!scope.Map.ChoicesOf(item).Any(choice => choice.Code == literal.Value))
                Fault(literal.Column, "unknown-choice", literal.Value);
    }

    private ExpressionType Want(Expression expression, ExpressionType wanted)
    {
        var type = Check(expression);
        return type == wanted || type == ExpressionType.Unknown
            ? type
            : Fault(expression.Column, "wrong-type", type.ToString().ToLowerInvariant());
    }

    private static ExpressionType Yields(ExpressionType argument, ExpressionType result) =>
        argument == ExpressionType.Unknown ? argument : result;

    private ExpressionType Fault(int column, string code, string? detail = null)
    {
        faults.Add(new ExpressionFault(column, code, detail));
        return ExpressionType.Unknown;
    }
}
