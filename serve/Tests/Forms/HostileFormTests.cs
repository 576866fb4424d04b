using System.Collections;
using System.Xml.Linq;
using Fourfold.Forms;
using Fourfold.Forms.OpenRosa;
using Xunit;
using static Fourfold.Serve.Tests.Forms.Samples;

namespace Fourfold.Serve.Tests.Forms;

/// <summary>Forms that no designer makes: small themselves, and huge or broken in what they become (issue 5).</summary>
public sealed class HostileFormTests
{
    [Theory]
    [InlineData("a\u0001b")]
    [InlineData("a\0b")]
    [InlineData("a\uFFFFb")]
    public void A_text_that_no_xml_can_bear_is_a_fault_before_it_breaks_the_list_of_every_phone(string text)
    {
        var spec = With(Field("odd", FormItemType.Text) with { Label = new FormText(text, "odd") });
        Assert.Contains(FormChecker.Check(spec), f => f is { Code: "bad-text", Path: "/items/12/label" });
        Assert.Contains(
            FormChecker.Check(With() with { Title = new FormText("t", text) }),
            f => f is { Code: "bad-text", Path: "/title" }
        );
        var choices = new Dictionary<string, IReadOnlyList<FormChoice>>(StringComparer.Ordinal)
        {
            ["kinds"] =
            [
                new FormChoice
                {
                    Code = "a",
                    Label = Text("a"),
                    Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["side"] = text },
                },
            ],
        };
        Assert.Contains(
            FormChecker.Check(With() with { ChoiceLists = choices }),
            f => f is { Code: "bad-text", Path: "/choiceLists/kinds/0/attributes/side" }
        );
        var condition = With(Field("odd", FormItemType.Text) with { Relevant = $"${{name}} = '{text}'" });
        Assert.Contains(FormChecker.Check(condition), f => f is { Code: "bad-text", Path: "/items/12/relevant" });
        var given = With(Field("odd", FormItemType.Text) with { Default = text });
        Assert.Contains(FormChecker.Check(given), f => f is { Path: "/items/12/default" });
    }

    [Theory]
    [InlineData("a\u0001b\uFFFE", "a\uFFFDb\uFFFD", 2)]
    [InlineData("一\n二\t😀𠮷\u0085", "一\n二\t😀𠮷\u0085", 0)]
    public void What_no_xml_can_hold_is_replaced_and_counted_in_texts_and_attributes(
        string text,
        string kept,
        int count
    )
    {
        var root = new XElement("a", new XAttribute("b", text), new XElement("c", text));
        Assert.Equal(2 * count, XmlText.Mend(root));
        Assert.Equal((kept, kept), ((string?)root.Attribute("b"), (string?)root.Element("c")));
        Assert.Equal(kept, XElement.Parse(root.ToString(), LoadOptions.PreserveWhitespace).Element("c")!.Value);
    }

    [Fact]
    public void Halves_of_signs_are_replaced_one_by_one()
    {
        var root = new XElement("a", string.Concat('\uD83D', 'a', '\uDE00', '\uD83D'));
        Assert.Equal((3, "\uFFFDa\uFFFD\uFFFD"), (XmlText.Mend(root), root.Value));
    }

    [Fact]
    public void Line_ends_tabs_and_signs_outside_the_basic_plane_are_good_text()
    {
        var spec = With(Field("fine", FormItemType.Text) with { Label = new FormText("一\n二\t😀𠮷", "fine") });
        Assert.Empty(FormChecker.Check(spec));
        Assert.Contains("😀𠮷", XFormWriter.Write(spec).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Repeats_in_repeats_do_not_begin_with_more_rounds_than_one_may_have()
    {
        var item = Field("leaf", FormItemType.Text);
        for (var level = 0; level < 4; level++)
            item = Field($"level{level}", FormItemType.Repeat) with { MinRounds = 200, Items = [item] };
        Assert.Contains(FormChecker.Check(With(item)), f => f.Code == "out-of-range");
        var few = Field("outer", FormItemType.Repeat) with
        {
            MinRounds = 10,
            Items =
            [
                Field("inner", FormItemType.Repeat) with
                {
                    MinRounds = 20,
                    Items = [Field("leaf", FormItemType.Text)],
                },
            ],
        };
        Assert.Empty(FormChecker.Check(With(few)));
    }

    [Fact]
    public void A_list_that_many_questions_offer_does_not_make_a_schema_of_a_hundred_megabytes()
    {
        var spec = With() with
        {
            Items =
            [
                .. Enumerable
                    .Range(0, 400)
                    .Select(i => Field($"q{i}", FormItemType.Choice) with { Choices = "villages" }),
            ],
            ChoiceLists = Villages(5_000),
        };
        Assert.Contains(FormChecker.Check(spec), f => f is { Code: "too-large", Path: "/items" });
    }

    [Fact]
    public void Conditions_of_groups_that_each_question_repeats_are_bounded_together()
    {
        var condition = string.Join(" or ", Enumerable.Repeat("${name} = 'x'", 110));
        IReadOnlyList<FormItem> items =
        [
            .. Enumerable
                .Range(0, 480)
                .Select(i => Field($"q{i}", FormItemType.Text) with { Relevant = $"{condition} or ${{name}} = '{i}'" }),
        ];
        for (var level = 0; level < 4; level++)
            items = [Field($"g{level}", FormItemType.Group) with { Relevant = condition, Items = items }];
        var spec = With([.. items]);
        Assert.Contains(FormChecker.Check(spec), f => f is { Code: "too-large", Path: "/items" });
    }

    [Fact]
    public void Five_thousand_choices_with_attributes_become_an_XForm_in_a_few_walks_through_them()
    {
        var villages = new Counted(Villages(4_900)["villages"]);
        var spec = With(
            Field("village", FormItemType.Choice) with
            {
                Choices = "villages",
                ChoiceFilter = "county = ${name}",
            }
        ) with
        {
            ChoiceLists = new Dictionary<string, IReadOnlyList<FormChoice>>(StringComparer.Ordinal)
            {
                ["villages"] = villages,
                ["kinds"] = With().ChoiceLists["kinds"],
            },
        };
        Assert.Empty(FormChecker.Check(spec));
        villages.Read = 0;
        Assert.NotNull(XFormWriter.Write(spec));
        // For each choice all others would be 24 million.
        Assert.InRange(villages.Read, villages.Count, 10 * villages.Count);
    }

    /// <summary>A list that counts how many of its choices were read.</summary>
    private sealed class Counted(IReadOnlyList<FormChoice> choices) : IReadOnlyList<FormChoice>
    {
        public int Read { get; set; }
        public int Count => choices.Count;

        public FormChoice this[int index]
        {
            get
            {
                Read++;
                return choices[index];
            }
        }

        public IEnumerator<FormChoice> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
                yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static Dictionary<string, IReadOnlyList<FormChoice>> Villages(int count) =>
        new(StringComparer.Ordinal)
        {
            ["villages"] =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new FormChoice
                    {
                        Code = $"village-{i}",
                        Label = Text($"{i}"),
                        Attributes = new[] { "county", "town", "side", "kind", "ring" }.ToDictionary(
                            name => name,
                            _ => $"{i % 20}",
                            StringComparer.Ordinal
                        ),
                    }),
            ],
        };
}
