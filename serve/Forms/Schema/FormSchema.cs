using System.Text.Json.Nodes;
using Fourfold.Forms.Expressions;

namespace Fourfold.Forms.Schema;

/// <summary>
/// A form as JSON Schema 2020-12, so that any validator can judge a submission's shape. What no schema can say stands
/// in <see cref="Keyword"/>, which the validator of <c>web/packages/forms</c> knows, on the phone and on the server.
/// </summary>
public static class FormSchema
{
    /// <summary>The keyword of ours: an array of rules of an object. Its words are in <c>docs/reference/forms.md</c>.</summary>
    public const string Keyword = "x-fourfold-expression";

    /// <summary>Compiles a form without faults; what it does with others is not promised.</summary>
    public static JsonObject Compile(FormSpec spec)
    {
        var map = new FormMap(spec);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:fourfold:form:{spec.Code}:{FormJson.Invariant(spec.Version)}",
        };
        foreach (var (key, value) in Answers(map, null).ToArray())
            schema[key] = value?.DeepClone();
        return schema;
    }

    private static JsonObject Answers(FormMap map, FormPlace? repeat)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        var rules = new JsonArray();
        var conditions = new JsonArray();
        var byRelevance = new List<(string Text, Expression? Relevance, List<FormPlace> Places)>();
        foreach (var place in map.ShownIn(repeat))
        {
            if (place.Item.HasAnswer)
            {
                properties[place.Item.Code] = Property(map, place);
                AddRules(map, place, rules);
            }
            var text = string.Join('\n', place.Relevances);
            var known = byRelevance.Find(known => known.Text == text);
            if (known.Places is null)
                byRelevance.Add(known = (text, place.Relevance(), []));
            known.Places.Add(place);
        }
        foreach (var (_, relevance, places) in byRelevance)
        {
            if (relevance is null)
                Append(required, places.Where(MustBeThere));
            else
                AddRelevance(map, repeat, relevance, places, conditions, rules);
        }
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (required.Count > 0)
            schema["required"] = required;
        if (conditions.Count > 0)
            schema["allOf"] = conditions;
        if (rules.Count > 0)
            schema[Keyword] = rules;
        return schema;
    }

    private static void AddRelevance(
        FormMap map,
        FormPlace? repeat,
        Expression relevance,
        List<FormPlace> places,
        JsonArray conditions,
        JsonArray rules
    )
    {
        var scope = new ExpressionScope(map, places[0]);
        var fields = new JsonArray();
        Append(fields, places);
        var required = new JsonArray();
        Append(required, places.Where(MustBeThere));
        var rule = new JsonObject
        {
            ["rule"] = "relevant",
            ["fields"] = fields,
            ["required"] = required,
            ["test"] = new ExpressionScript(scope).Write(relevance),
        };
        rules.Add(rule);
        if (new ExpressionSchema(scope, repeat).Write(relevance) is not { } condition)
            return;
        // The screen asks the rule what to show; what is wrong, the schema tells.
        rule["onlyCompute"] = true;
        var none = new JsonObject();
        foreach (var place in places.Where(place => place.Item.HasAnswer))
            none[place.Item.Code] = false;
        if (none.Count == 0)
            return;
        var branches = new JsonObject { ["if"] = condition };
        if (required.Count > 0)
            branches["then"] = new JsonObject { ["required"] = required.DeepClone() };
        branches["else"] = new JsonObject { ["properties"] = none };
        conditions.Add(branches);
    }

    // A calculation may yield nothing, and a read-only field has what it was given.
    private static bool MustBeThere(FormPlace place) =>
        place.Item.Type == FormItemType.Repeat
            ? place.Item.MinRounds > 0
            : place.Item is { Required: true, Calculate: null };

    private static void Append(JsonArray array, IEnumerable<FormPlace> places)
    {
        foreach (var place in places)
            array.Add(place.Item.Code);
    }

    private static void AddRules(FormMap map, FormPlace place, JsonArray rules)
    {
        var item = place.Item;
        var scope = new ExpressionScope(map, place);
        void Add(string rule, string? text, ExpressionScope within, Action<JsonObject>? more = null)
        {
            if (text is null || !ExpressionParser.TryParse(text, out var expression, out _))
                return;
            if (rule == "constraint" && ExpressionSchema.OfAnswer(expression) is not null)
                return;
            var added = new JsonObject
            {
                ["rule"] = rule,
                ["field"] = item.Code,
                ["test"] = new ExpressionScript(within).Write(expression),
            };
            more?.Invoke(added);
            rules.Add(added);
        }
        Add("constraint", item.Constraint, scope with { AllowSelf = true });
        // "Today" of the person who filled it is another day here: what rests on the clock is not computed again.
        var isTimeless =
            item.Calculate is { } text
            && ExpressionParser.TryParse(text, out var calculation, out _)
            && !calculation.All().Any(node => node is Call { Name: "today" or "now" });
        Add(
            "calculate",
            item.Calculate,
            scope,
            rule =>
            {
                rule["type"] = TypeName(item.Type);
                if (!isTimeless)
                    rule["onlyCompute"] = true;
            }
        );
        Add("filter", item.ChoiceFilter, scope, rule => rule["choices"] = Attributes(map, item));
    }

    private static JsonObject Attributes(FormMap map, FormItem item)
    {
        var all = new JsonObject();
        foreach (var choice in map.ChoicesOf(item))
        {
            var attributes = new JsonObject();
            foreach (var (name, value) in choice.Attributes)
                attributes[name] = value;
            all[choice.Code] = attributes;
        }
        return all;
    }

    private static string TypeName(FormItemType type) => type.ToString().ToLowerInvariant();

    private static JsonObject Property(FormMap map, FormPlace place)
    {
        var item = place.Item;
        var schema = item.Type switch
        {
            FormItemType.Repeat => new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = item.MinRounds ?? 0,
                ["maxItems"] = item.MaxRounds ?? FormLimits.Rounds,
                ["items"] = Answers(map, place),
            },
            FormItemType.Text => Text(item.MaxLength ?? FormLimits.TextLength),
            FormItemType.Integer => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = int.MinValue,
                ["maximum"] = int.MaxValue,
            },
            FormItemType.Decimal => new JsonObject { ["type"] = "number" },
            FormItemType.Boolean => new JsonObject { ["type"] = "boolean" },
            FormItemType.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
            FormItemType.DateTime => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            FormItemType.Time => new JsonObject { ["type"] = "string", ["pattern"] = AnswerText.TimePattern },
            FormItemType.Choice => new JsonObject { ["enum"] = Codes(map, item) },
            FormItemType.MultiChoice => new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["enum"] = Codes(map, item) },
                ["minItems"] = 1,
                ["uniqueItems"] = true,
            },
            FormItemType.Position => Position(),
            // A name of a file beside the submission, never a path.
            _ => new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}$" },
        };
        if (
            item.Constraint is { } constraint
            && ExpressionParser.TryParse(constraint, out var expression, out _)
            && ExpressionSchema.OfAnswer(expression) is { } keywords
        )
            schema["allOf"] = new JsonArray(keywords);
        return schema;
    }

    private static JsonObject Text(int most) =>
        new()
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["maxLength"] = most,
        };

    private static JsonArray Codes(FormMap map, FormItem item) =>
        [.. map.ChoicesOf(item).Select(choice => (JsonNode)choice.Code)];

    private static JsonObject Position()
    {
        JsonObject Number(double least, double most) =>
            new()
            {
                ["type"] = "number",
                ["minimum"] = least,
                ["maximum"] = most,
            };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["latitude"] = Number(-90, 90),
                ["longitude"] = Number(-180, 180),
                ["altitudeMetres"] = Number(-1_000, 20_000),
                ["accuracyMetres"] = Number(0, 1_000_000),
            },
            ["required"] = new JsonArray("latitude", "longitude"),
            ["additionalProperties"] = false,
        };
    }
}
