using System.Text.Json;
using System.Text.Json.Nodes;
using Fourfold.Forms.Expressions;

namespace Fourfold.Forms;

/// <summary>Faults of one item: what does not fit its type, and its expressions.</summary>
internal static class ItemChecks
{
    // OpenRosa's own element beside the answers.
    private static readonly string[] Reserved = ["meta", "data"];

    public static void Check(FormMap map, FormPlace place, List<FormFault> faults)
    {
        var (item, path) = (place.Item, place.Path);
        if (!FormChecker.IsCode(item.Code) || Reserved.Contains(item.Code, StringComparer.Ordinal))
            faults.Add(new FormFault($"{path}/code", "bad-code", 0, item.Code));
        if (place.Depth > FormLimits.Depth)
            faults.Add(new FormFault(path, "too-deep", 0, FormJson.Invariant(FormLimits.Depth)));
        FormChecker.CheckText(item.Label, $"{path}/label", faults);
        FormChecker.CheckText(item.Hint, $"{path}/hint", faults);
        FormChecker.CheckText(item.ConstraintMessage, $"{path}/constraintMessage", faults);
        CheckShape(map, place, faults);
        CheckRounds(place, faults);
        CheckExpressions(map, place, faults);
    }

    private static void CheckShape(FormMap map, FormPlace place, List<FormFault> faults)
    {
        var (item, path) = (place.Item, place.Path);
        void Only(bool fits, bool said, string name)
        {
            if (said && !fits)
                faults.Add(new FormFault($"{path}/{name}", "does-not-fit", 0, item.Type.ToString()));
        }
        var isChoice = item.Type is FormItemType.Choice or FormItemType.MultiChoice;
        var isField = item.HasAnswer && item.Type != FormItemType.Repeat;
        Only(item.HasItems, item.Items.Count > 0, "items");
        Only(isChoice, item.Choices is not null, "choices");
        Only(isChoice, item.ChoiceFilter is not null, "choiceFilter");
        Only(item.Type == FormItemType.Text, item.MaxLength is not null, "maxLength");
        Only(isField, item.Constraint is not null, "constraint");
        Only(isField, item.Required, "required");
        Only(isField, item.Personal is not null, "personal");
        Only(IsCalculable(item), item.Calculate is not null, "calculate");
        Only(IsCalculable(item) || item.Type == FormItemType.MultiChoice, item.Default is not null, "default");
        Only(item.Type == FormItemType.Repeat, item.MinRounds is not null, "minRounds");
        Only(item.Type == FormItemType.Repeat, item.MaxRounds is not null, "maxRounds");
        if (item.HasItems && item.Items.Count == 0)
            faults.Add(new FormFault($"{path}/items", "empty-group", 0, item.Code));
        if (isChoice && item.Choices is null)
            faults.Add(new FormFault($"{path}/choices", "no-choices", 0, item.Code));
        else if (isChoice && item.Choices is { } list && !map.Spec.ChoiceLists.ContainsKey(list))
            faults.Add(new FormFault($"{path}/choices", "unknown-choices", 0, list));
        if (item.MaxLength is < 1 or > FormLimits.MaxTextLength)
            faults.Add(
                new FormFault($"{path}/maxLength", "out-of-range", 0, FormJson.Invariant(FormLimits.MaxTextLength))
            );
        if (item is { Calculate: not null, Default: not null })
            faults.Add(new FormFault($"{path}/default", "default-of-calculated", 0, item.Code));
        // An answer that nobody may type and nothing computes would never come.
        if (item is { ReadOnly: true, Required: true, Calculate: null, Default: null })
            faults.Add(new FormFault($"{path}/required", "required-but-read-only", 0, item.Code));
        if (item.Default is { } given && !Fits(map, item, given))
            faults.Add(new FormFault($"{path}/default", "bad-default", 0, item.Code));
        else if (item is { Type: FormItemType.Text, Default: { } words })
            FormChecker.CheckSigns(words.GetValue<string>(), $"{path}/default", faults);
    }

    private static bool IsCalculable(FormItem item) =>
        item.Type
            is FormItemType.Text
                or FormItemType.Integer
                or FormItemType.Decimal
                or FormItemType.Boolean
                or FormItemType.Date
                or FormItemType.Time
                or FormItemType.DateTime
                or FormItemType.Choice;

    private static bool Fits(FormMap map, FormItem item, JsonNode value)
    {
        var kind = value.GetValueKind();
        bool IsCode(JsonNode? code) =>
            code?.GetValueKind() == JsonValueKind.String
            && map.ChoicesOf(item).Any(choice => choice.Code == code.GetValue<string>());
        return item.Type switch
        {
            FormItemType.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            FormItemType.Decimal => kind == JsonValueKind.Number,
            FormItemType.Integer => kind == JsonValueKind.Number && int.TryParse(value.ToJsonString(), out _),
            FormItemType.Choice => IsCode(value),
            FormItemType.MultiChoice => value is JsonArray { Count: > 0 } codes && codes.All(IsCode),
            _ => kind == JsonValueKind.String && AnswerText.Fits(item, value.GetValue<string>()),
        };
    }

    private static void CheckRounds(FormPlace place, List<FormFault> faults)
    {
        var item = place.Item;
        if (item.Type != FormItemType.Repeat)
            return;
        var (fewest, most) = (item.MinRounds ?? 0, item.MaxRounds ?? FormLimits.Rounds);
        if (fewest < 0 || most < 1 || fewest > most || most > FormLimits.Rounds)
            faults.Add(
                new FormFault($"{place.Path}/maxRounds", "out-of-range", 0, FormJson.Invariant(FormLimits.Rounds))
            );
        // An empty form has them all, those of a repeat in each round of the one around it.
        else if (fewest > 0 && FirstRounds(place) > FormLimits.Rounds)
            faults.Add(
                new FormFault($"{place.Path}/minRounds", "out-of-range", 0, FormJson.Invariant(FormLimits.Rounds))
            );
    }

    private static double FirstRounds(FormPlace repeat) =>
        Math.Max(0, repeat.Item.MinRounds ?? 0) * (repeat.Repeat is { } around ? FirstRounds(around) : 1.0);

    private static void CheckExpressions(FormMap map, FormPlace place, List<FormFault> faults)
    {
        var item = place.Item;
        var scope = new ExpressionScope(map, place);
        Check(item.Relevant, "relevant", scope, ExpressionType.Boolean, faults);
        Check(item.Constraint, "constraint", scope with { AllowSelf = true }, ExpressionType.Boolean, faults);
        Check(item.Calculate, "calculate", scope, ExpressionScope.Of(item), faults);
        if (item.ChoiceFilter is null)
            return;
        var attributes = map.ChoicesOf(item)
            .SelectMany(choice => choice.Attributes.Keys)
            .ToHashSet(StringComparer.Ordinal);
        Check(
            item.ChoiceFilter,
            "choiceFilter",
            scope with
            {
                Attributes = attributes,
            },
            ExpressionType.Boolean,
            faults
        );
    }

    private static void Check(
        string? text,
        string name,
        ExpressionScope scope,
        ExpressionType wanted,
        List<FormFault> faults
    )
    {
        if (text is null)
            return;
        var path = $"{scope.Place.Path}/{name}";
        FormChecker.CheckSigns(text, path, faults);
        if (!ExpressionParser.TryParse(text, out var expression, out var fault))
        {
            faults.Add(new FormFault(path, fault.Code, fault.Column, fault.Detail));
            return;
        }
        var typing = new ExpressionTyping(scope);
        var type = typing.Check(expression);
        faults.AddRange(typing.Faults.Select(f => new FormFault(path, f.Code, f.Column, f.Detail)));
        if (type != ExpressionType.Unknown && type != wanted)
            faults.Add(new FormFault(path, "wrong-result", 1, type.ToString().ToLowerInvariant()));
    }
}
