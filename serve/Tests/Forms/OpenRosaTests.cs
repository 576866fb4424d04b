using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fourfold.Forms;
using Fourfold.Forms.OpenRosa;
using Fourfold.Forms.Ready;
using Fourfold.Forms.Schema;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Serve.Tests.Forms;

public sealed class OpenRosaTests
{
    private const string Folder = "web/packages/forms/tests/samples";

    public static TheoryData<string> Forms => ["household-visit", "epidemic-report", "sample"];

    /// <summary>The web's tests read these files; FOURFOLD_WRITE_SAMPLES=1 writes them anew.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void The_web_is_tested_with_what_the_compilers_write_today(string name)
    {
        var spec = Spec(name);
        Assert.Empty(FormChecker.Check(spec));
        Same($"{name}.xml", XFormWriter.Write(spec) + "\n");
        Same($"{name}.schema.json", FormSchema.Compile(spec).ToJsonString(Indented) + "\n");
        Same($"{name}.form.json", JsonNode.Parse(FormJson.Write(spec))!.ToJsonString(Indented) + "\n");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_XForm_is_well_formed_to_xmllint(string name)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xmllint"), "xmllint is missing: apt-get install libxml2-utils");
        using var lint = Process.Start(
            new ProcessStartInfo("/usr/bin/xmllint", ["--noout", "--nonet", "-"])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
            }
        )!;
        await lint.StandardInput.WriteAsync(XFormWriter.Write(Spec(name)).ToString());
        lint.StandardInput.Close();
        Assert.Equal("", await lint.StandardError.ReadToEndAsync());
        await lint.WaitForExitAsync();
        Assert.Equal(0, lint.ExitCode);
    }

    [Fact]
    public async Task What_Collect_sends_becomes_the_answers_that_the_schema_takes()
    {
        var spec = Spec("sample");
        var xml = """
            <?xml version="1.0"?>
            <data id="fourfold:sample" version="1" xmlns:orx="http://openrosa.org/xforms">
              <name> 渔船 </name><age>42</age><weight>61.5</weight><yes>true</yes><born>1984-02-29</born>
              <at>14:05:00.000+08:00</at><when>2026-11-29T10:00:00.000+08</when><kind>a</kind><many>a c</many>
              <photo>1700000000.jpg</photo><where>19.5 109.6 0.0 4.5</where>
              <rounds><round_date>2026-11-01</round_date><round_name/></rounds>
              <rounds><round_date/><round_name>second</round_name></rounds>
              <next>2026-11-30</next><double>NaN</double>
              <orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta>
            </data>
            """;
        Assert.True(SubmissionReader.TryReadHead(xml, out var head, out _));
        Assert.Equal(new SubmissionHead("fourfold:sample", "1", "uuid:1"), head);
        Assert.True(SubmissionReader.TryRead(spec, xml, out var answers, out var errors), string.Join(' ', errors));
        var wanted = """
            {"name":"渔船","age":42,"weight":61.5,"yes":true,"born":"1984-02-29","at":"14:05","when":"2026-11-29T10:00:00.000+08:00",
             "kind":"a","many":["a","c"],"photo":"1700000000.jpg","where":{"latitude":19.5,"longitude":109.6,"accuracyMetres":4.5},
             "rounds":[{"round_date":"2026-11-01"},{"round_name":"second"}],"next":"2026-11-30"}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(wanted), answers), answers.ToJsonString());
        using var validator = FormValidatorTests.Open();
        var verdict = await validator.Validate(
            FormSchema.Compile(spec).ToJsonString(),
            answers.ToJsonString(),
            new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.FromHours(8)),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(verdict.Errors);
    }

    /// <summary>Written by the web's test with FOURFOLD_WRITE_SAMPLES=1, from what ODK Web Forms sent.</summary>
    [Fact]
    public void What_ODK_Web_Forms_sends_becomes_the_same_answers()
    {
        var xml = File.ReadAllText(Repository.At($"{Folder}/sample.sent.xml"));
        Assert.True(SubmissionReader.TryReadHead(xml, out var head, out _));
        Assert.StartsWith("uuid:", head!.InstanceId, StringComparison.Ordinal);
        Assert.True(SubmissionReader.TryRead(Spec("sample"), xml, out var answers, out _));
        var wanted = """{"name":"sea","age":61,"yes":true,"many":["a"],"hidden":"seen","double":122}""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(wanted), answers), answers.ToJsonString());
    }

    [Theory]
    [InlineData(
        """<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><data id="fourfold:sample" version="1"><name>&x;</name></data>""",
        " unreadable"
    )]
    [InlineData("<data", " unreadable")]
    [InlineData("""<data id="other" version="1"/>""", " other-form")]
    [InlineData("""<data id="fourfold:sample" version="2"/>""", " other-version")]
    [InlineData("""<data id="fourfold:sample" version="1"><age>x</age></data>""", "/age type")]
    [InlineData("""<data id="fourfold:sample" version="1"><born>2026-02-30</born></data>""", "/born format")]
    [InlineData("""<data id="fourfold:sample" version="1"><name><b/></name></data>""", "/name type")]
    [InlineData("""<data id="fourfold:sample" version="1"><stranger/></data>""", "/stranger unknown-field")]
    [InlineData(
        """<data id="fourfold:sample" version="1"><rounds><age>1</age></rounds></data>""",
        "/rounds/0/age unknown-field"
    )]
    [InlineData("""<data id="fourfold:sample" version="1"><where>19.5</where></data>""", "/where type")]
    public void A_submission_that_is_none_is_refused_with_the_place(string xml, string wanted)
    {
        Assert.False(SubmissionReader.TryRead(Spec("sample"), xml, out _, out var errors));
        Assert.Equal(wanted, $"{errors[0].Path} {errors[0].Code}");
    }

    [Fact]
    public void A_tower_of_elements_and_a_mountain_of_text_are_refused()
    {
        var tower = string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000));
        Assert.False(SubmissionReader.TryRead(Spec("sample"), tower, out _, out var errors));
        Assert.Equal("unreadable", errors[0].Code);
        Assert.False(
            SubmissionReader.TryRead(Spec("sample"), $"<data>{new string('x', 2 << 20)}</data>", out _, out errors)
        );
        Assert.Equal("too-large", errors[0].Code);
    }

    [Fact]
    public void Every_bind_leads_to_a_node_and_every_text_is_in_both_languages()
    {
        XNamespace forms = "http://www.w3.org/2002/xforms";
        var xml = XFormWriter.Write(Spec("household-visit"));
        var data = xml.Descendants(forms + "data").Single();
        foreach (
            var bind in xml.Descendants(forms + "bind")
                .Select(b => (string)b.Attribute("nodeset")!)
                .Where(p => !p.Contains(':'))
        )
        {
            var at = bind.Split('/').Skip(2).Aggregate((XElement?)data, (node, name) => node?.Element(forms + name));
            Assert.True(at is not null, bind);
        }
        var ids = xml.Descendants(forms + "translation")
            .Select(t => t.Elements().Select(e => (string)e.Attribute("id")!).ToArray())
            .ToArray();
        Assert.Equal(2, ids.Length);
        Assert.Equal(ids[0], ids[1]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static FormSpec Spec(string name) =>
        name != "sample"
            ? ReadyForms.Read(name)
            : Samples.With(
                Samples.Field("hidden", FormItemType.Text) with
                {
                    Relevant = "${age} >= 60 or selected(${many}, 'b')",
                    Required = true,
                },
                Samples.Field("next", FormItemType.Date) with
                {
                    Constraint = ". > ${born} and . <= today() + 30",
                    ConstraintMessage = Samples.Text("next rule"),
                },
                Samples.Field("sided", FormItemType.Choice) with
                {
                    Choices = "kinds",
                    ChoiceFilter = "side = 'left' or ${yes}",
                },
                Samples.Field("double", FormItemType.Decimal) with
                {
                    Calculate = "${age} * 2",
                }
            );

    private static void Same(string file, string text)
    {
        var path = Repository.At($"{Folder}/{file}");
        if (Environment.GetEnvironmentVariable("FOURFOLD_WRITE_SAMPLES") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
