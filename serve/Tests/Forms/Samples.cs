using Fourfold.Forms;

namespace Fourfold.Serve.Tests.Forms;

/// <summary>Small forms for tests.</summary>
internal static class Samples
{
    public static FormText Text(string text) => new($"zh {text}", $"en {text}");

    public static FormItem Field(string code, FormItemType type) =>
        new()
        {
            Code = code,
            Type = type,
            Label = Text(code),
        };

    /// <summary>One field of each type, a repeat, and what the test adds at the end.</summary>
    public static FormSpec With(params FormItem[] more) =>
        new()
        {
            Code = "sample",
            Title = Text("sample"),
            Items =
            [
                Field("name", FormItemType.Text),
                Field("age", FormItemType.Integer),
                Field("weight", FormItemType.Decimal),
                Field("yes", FormItemType.Boolean),
                Field("born", FormItemType.Date),
                Field("at", FormItemType.Time),
                Field("when", FormItemType.DateTime),
                Field("kind", FormItemType.Choice) with
                {
                    Choices = "kinds",
                },
                Field("many", FormItemType.MultiChoice) with
                {
                    Choices = "kinds",
                },
                Field("photo", FormItemType.Photo),
                Field("where", FormItemType.Position),
                Field("rounds", FormItemType.Repeat) with
                {
                    Items = [Field("round_date", FormItemType.Date), Field("round_name", FormItemType.Text)],
                },
                .. more,
            ],
            ChoiceLists = new Dictionary<string, IReadOnlyList<FormChoice>>(StringComparer.Ordinal)
            {
                ["kinds"] =
                [
                    .. "abc".Select(c => new FormChoice
                    {
                        Code = c.ToString(),
                        Label = Text(c.ToString()),
                        Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["side"] = c == 'a' ? "left" : "right",
                        },
                    }),
                ],
            },
        };

    public static IEnumerable<FormItem> AllItems(IEnumerable<FormItem> items) =>
        items.SelectMany(item => AllItems(item.Items).Prepend(item));
}
