using System.Globalization;
using System.Text.Json.Nodes;
using Fourfold.Forms;

namespace Fourfold.Serve.Tests.Forms;

/// <summary>Forms and submissions by chance: many of the answers fit, many do not.</summary>
internal sealed class RandomForms(Random chance)
{
    private static readonly string[] Conditions =
    [
        "${age} > 5",
        "${age} <= 3 or ${kind} = 'a'",
        "${kind} != 'b' and ${yes}",
        "selected(${many}, 'a')",
        "not(selected(${kind}, 'c'))",
        "${name} = ''",
        "${born} < today() - 100",
        "count(${rounds}) > 1",
        "${age} + 1 > ${weight}",
        "string-length(${name}) > 2",
        "regex(${name}, '[a-c]{1,3}')",
        "${at} < ${at}",
        "${yes} != true()",
        "if(${yes}, ${age}, 2) = 2",
        "count-selected(${many}) = 2",
        "3 < ${weight}",
    ];

    private static readonly (FormItemType Type, string Text)[] Constraints =
    [
        (FormItemType.Integer, ". >= 0 and . < 10"),
        (FormItemType.Integer, ". > ${age}"),
        (FormItemType.Text, "regex(., '[a-c]+')"),
        (FormItemType.Date, ". <= today()"),
        (FormItemType.Decimal, "5 >= ."),
        (FormItemType.MultiChoice, "count-selected(.) <= 2"),
        (FormItemType.Choice, ". != ${kind}"),
        (FormItemType.DateTime, ". <= now()"),
    ];

    private bool mayRequire;

    public FormSpec Spec(bool mayRequire)
    {
        this.mayRequire = mayRequire;
        var more = new List<FormItem>();
        for (var i = 0; i < 8; i++)
            more.Add(Field($"f{i.ToString(CultureInfo.InvariantCulture)}"));
        more.Add(
            Samples.Field("g", FormItemType.Group) with
            {
                Relevant = Pick(Conditions),
                Items = [Field("g1"), Field("g2")],
            }
        );
        more.Add(
            Samples.Field("r", FormItemType.Repeat) with
            {
                Relevant = chance.Next(3) == 0 ? Pick(Conditions) : null,
                MinRounds = mayRequire ? chance.Next(2) : 0,
                MaxRounds = 2,
                Items =
                [
                    Field("r1"),
                    Field("r2"),
                    Samples.Field("r3", FormItemType.Text) with
                    {
                        Relevant = "${r1} = ''",
                    },
                ],
            }
        );
        more.Add(Samples.Field("sum", FormItemType.Decimal) with { Calculate = "${age} * 2 + ${weight}" });
        more.Add(Samples.Field("adult", FormItemType.Boolean) with { Calculate = "${age} >= 18" });
        more.Add(
            Samples.Field("sided", FormItemType.Choice) with
            {
                Choices = "kinds",
                ChoiceFilter = "side = 'left' or ${yes}",
            }
        );
        return Samples.With([.. more]);
    }

    public JsonObject Answers(FormSpec spec) => Answers(spec.Items, spec);

    private FormItem Field(string code)
    {
        var (type, constraint) = Pick(Constraints);
        return Samples.Field(code, type) with
        {
            Constraint = chance.Next(2) == 0 ? constraint : null,
            Required = mayRequire && chance.Next(2) == 0,
            Relevant = chance.Next(2) == 0 ? Pick(Conditions) : null,
            Choices = type is FormItemType.Choice or FormItemType.MultiChoice ? "kinds" : null,
        };
    }

    private JsonObject Answers(IEnumerable<FormItem> items, FormSpec spec)
    {
        var answers = new JsonObject();
        foreach (var item in items)
        {
            if (item.Type == FormItemType.Group)
            {
                foreach (var (name, value) in Answers(item.Items, spec).ToArray())
                    answers[name] = value?.DeepClone();
            }
            else if (chance.Next(3) > 0)
                answers[item.Code] = chance.Next(25) == 0 ? Wrong() : Value(item, spec);
        }
        if (chance.Next(30) == 0)
            answers["stranger"] = 1;
        return answers;
    }

    private JsonNode? Value(FormItem item, FormSpec spec) =>
        item.Type switch
        {
            FormItemType.Integer => chance.Next(-2, 22),
            FormItemType.Decimal => Math.Round(chance.NextDouble() * 10, 2),
            FormItemType.Boolean => chance.Next(2) == 0,
            FormItemType.Date => Pick("2026-11-29", "2026-11-30", "1990-02-28", "2026-02-30", "2024-02-29"),
            FormItemType.Time => Pick("00:00", "23:59", "24:00", "7:30"),
            FormItemType.DateTime => Pick("2026-11-29T10:00:00+08:00", "2026-12-29T10:00:00Z", "2026-11-29 10:00"),
            FormItemType.Choice => Pick("a", "b", "c", "d"),
            FormItemType.MultiChoice => new JsonArray([
                .. Enumerable.Range(0, chance.Next(4)).Select(_ => (JsonNode)Pick("a", "b", "c")),
            ]),
            FormItemType.Photo => Pick("p.jpg", "../p.jpg", "一.jpg"),
            FormItemType.Position => new JsonObject { ["latitude"] = chance.Next(-100, 100), ["longitude"] = 110 },
            FormItemType.Repeat => new JsonArray([
                .. Enumerable.Range(0, chance.Next(4)).Select(_ => (JsonNode)Answers(item.Items, spec)),
            ]),
            _ => Pick("a", "abc", "abcd", "渔船", "", "x y"),
        };

    private JsonNode? Wrong() =>
        chance.Next(5) switch
        {
            0 => "text",
            1 => 1.5,
            2 => true,
            3 => new JsonArray(),
            _ => new JsonObject(),
        };

    private T Pick<T>(params T[] of) => of[chance.Next(of.Length)];
}
