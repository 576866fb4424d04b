using System.Text.Json.Nodes;
using Fourfold.Forms;
using Fourfold.Forms.Ready;
using Xunit;

namespace Fourfold.Serve.Tests.Forms;

public sealed class FormCheckerTests
{
    public static TheoryData<string> Ready => [.. ReadyForms.Names];

    [Theory]
    [MemberData(nameof(Ready))]
    public void A_ready_form_has_no_faults_and_survives_being_written(string name)
    {
        var spec = ReadyForms.Read(name);
        Assert.Empty(FormChecker.Check(spec));
        Assert.True(FormJson.TryRead(FormJson.Write(spec), out var again, out _));
        Assert.Equal(FormJson.Write(spec), FormJson.Write(again));
    }

    [Theory]
    [InlineData(""" "items":[null] """)]
    [InlineData(""" "items":[{"code":"g","type":"group","label":{"zh":"g","en":"g"},"items":[null]}] """)]
    [InlineData(""" "items":[],"choiceLists":{"yn":null} """)]
    [InlineData(""" "items":[],"choiceLists":{"yn":[null]} """)]
    [InlineData(
        """ "items":[],"choiceLists":{"yn":[{"code":"y","label":{"zh":"y","en":"y"},"attributes":{"a":null}}]} """
    )]
    public void A_form_with_holes_is_unreadable_and_no_fault_of_ours(string members)
    {
        var json = $$"""{"code":"x","version":1,"title":{"zh":"x","en":"x"},{{members}}}""";
        Assert.False(FormJson.TryRead(json, out _, out var fault));
        Assert.Equal("unreadable", fault.Code);
    }

    [Fact]
    public void The_epidemic_report_needs_an_emergency_and_an_assessment_and_forgets_in_a_month()
    {
        var spec = ReadyForms.Read("epidemic-report");
        Assert.True(spec.EmergencyOnly);
        Assert.Contains(FormChecker.Check(spec, publishing: true), fault => fault.Code == "no-assessment");
        Assert.Empty(FormChecker.Check(spec with { AssessmentNumber = "PIA-2026-7" }, publishing: true));
        Assert.All(
            Samples.AllItems(spec.Items).Where(item => item.Type is not (FormItemType.Group or FormItemType.Repeat)),
            item => Assert.InRange(item.Personal?.RetentionDays ?? 0, 1, 30)
        );
    }

    [Theory]
    [InlineData("${nobody} = 1", "unknown-reference", 1)]
    [InlineData("1 + ${nobody} = 1", "unknown-reference", 5)]
    [InlineData("${age} = 'x'", "wrong-type", 8)]
    [InlineData("${kind} = 'nowhere'", "unknown-choice", 11)]
    [InlineData("${age} > ", "unfinished", 10)]
    [InlineData("${age > 3", "bad-reference", 1)]
    [InlineData("${age} # 3", "unknown-sign", 8)]
    [InlineData("'abc", "unclosed-text", 1)]
    [InlineData("${age} > 1.2.3", "bad-number", 10)]
    [InlineData("pulldata('x')", "unknown-function", 1)]
    [InlineData("not(1, 2)", "wrong-arguments", 1)]
    [InlineData(". > 3", "self-outside-constraint", 1)]
    [InlineData("age > 3", "bare-name", 1)]
    [InlineData("${age}", "wrong-result", 1)]
    [InlineData("${age} = 1 = 2", "unexpected", 12)]
    [InlineData("${round_date} = today()", "out-of-scope", 1)]
    [InlineData("regex(${name}, '(a+)+')", "slow-pattern", 21)]
    [InlineData("regex(${name}, '(?=a)')", "unportable-pattern", 17)]
    [InlineData("${born} > '2020-01-01'", "wrong-type", 9)]
    [InlineData("${born} > date('2020-02-30')", "bad-date", 16)]
    [InlineData("${photo} > 1", "wrong-type", 10)]
    public void A_fault_of_an_expression_is_told_with_its_column(string relevant, string code, int column)
    {
        var fault = Assert.Single(
            FormChecker.Check(Samples.With(Samples.Field("last", FormItemType.Text) with { Relevant = relevant }))
        );
        Assert.Equal((code, column), (fault.Code, fault.Column));
        Assert.EndsWith("/relevant", fault.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${age} >= 18 and (${kind} = 'a' or not(${yes}))")]
    [InlineData("selected(${many}, 'a') and count(${rounds}) > 2")]
    [InlineData("${born} < today() - 365 * 18")]
    [InlineData("int((today() - ${born}) div 365.25) >= 18")]
    [InlineData("${photo} != '' and regex(${name}, '[A-Z][a-z]{1,20}')")]
    [InlineData("if(${yes}, 1, 2) = 1")]
    [InlineData("string-length(${name}) > 3 and count-selected(${many}) < 3")]
    [InlineData("${born} > date('2020-02-28') and ${age} - 1 > -2")]
    public void What_the_language_can_say_is_no_fault(string relevant) =>
        Assert.Empty(
            FormChecker.Check(Samples.With(Samples.Field("last", FormItemType.Text) with { Relevant = relevant }))
        );

    [Fact]
    public void Every_other_fault_has_its_place_and_code()
    {
        var text = Samples.Text("x");
        var spec = new FormSpec
        {
            Code = "Bad Code",
            Version = 0,
            Title = new FormText("x", ""),
            ChoiceLists = new Dictionary<string, IReadOnlyList<FormChoice>>(StringComparer.Ordinal)
            {
                ["none"] = [],
                ["twice"] =
                [
                    new() { Code = "a", Label = text },
                    new() { Code = "a", Label = text },
                    new() { Code = "a b", Label = text },
                ],
            },
            Items =
            [
                Samples.Field("a", FormItemType.Text) with
                {
                    Relevant = "${b} = ''",
                },
                Samples.Field("b", FormItemType.Text) with
                {
                    Relevant = "${a} = ''",
                },
                Samples.Field("a", FormItemType.Text),
                Samples.Field("c", FormItemType.Choice),
                Samples.Field("d", FormItemType.Choice) with
                {
                    Choices = "nowhere",
                },
                Samples.Field("e", FormItemType.Integer) with
                {
                    MaxLength = 3,
                    Default = JsonValue.Create("x"),
                },
                Samples.Field("f", FormItemType.Group),
                Samples.Field("g", FormItemType.Text) with
                {
                    Personal = new PersonalData { Sensitivity = Sensitivity.Personal },
                },
                Samples.Field("h", FormItemType.Repeat) with
                {
                    Items = [Samples.Field("i", FormItemType.Text)],
                    MaxRounds = 9_000,
                },
            ],
        };
        var found = FormChecker.Check(spec).Select(fault => $"{fault.Path} {fault.Code}").ToArray();
        string[] wanted =
        [
            "/code bad-code",
            "/version bad-version",
            "/title no-text",
            "/choiceLists/none empty-choices",
            "/choiceLists/twice/1/code duplicate-code",
            "/choiceLists/twice/2/code bad-choice-code",
            "/items/2/code duplicate-code",
            "/items/3/choices no-choices",
            "/items/4/choices unknown-choices",
            "/items/5/maxLength does-not-fit",
            "/items/5/default bad-default",
            "/items/6/items empty-group",
            "/items/7/personal/purpose no-purpose",
            "/items/7/personal/legalBasis no-legal-basis",
            "/items/7/personal/retentionDays no-retention",
            "/items/8/maxRounds out-of-range",
            "/items/0 cycle",
            "/items/1 cycle",
            "/items/2 cycle",
        ];
        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"code":"x"}""", "")]
    [InlineData("""{"code":"x","title":{"zh":"a","en":"b"},"surprise":1}""", "/surprise")]
    [InlineData(
        """{"code":"x","title":{"zh":"a","en":"b"},"items":[{"code":"y","type":"spell","label":{"zh":"a","en":"b"}}]}""",
        "/items/0/type"
    )]
    [InlineData("nonsense", "")]
    public void Json_that_is_no_form_is_refused_with_the_place(string json, string path)
    {
        Assert.False(FormJson.TryRead(json, out _, out var fault));
        Assert.Equal((path, "unreadable"), (fault.Path, fault.Code));
    }

    [Fact]
    public void A_tower_of_parentheses_is_refused_and_not_climbed()
    {
        var tower = new string('(', 500) + "1" + new string(')', 500) + " = 1";
        var spec = Samples.With(Samples.Field("last", FormItemType.Text) with { Relevant = tower });
        Assert.Equal("too-deep", Assert.Single(FormChecker.Check(spec)).Code);
    }
}
