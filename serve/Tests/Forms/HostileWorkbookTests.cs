using System.IO.Compression;
using System.Text;
using Fourfold.Forms;
using Fourfold.Forms.XlsForm;
using Xunit;

namespace Fourfold.Serve.Tests.Forms;

/// <summary>Workbooks that were not made by a spreadsheet.</summary>
public sealed class HostileWorkbookTests
{
    private const string Head =
        """<row r="1"><c t="inlineStr" r="A1"><is><t>type</t></is></c><c t="inlineStr" r="B1"><is><t>name</t></is></c><c t="inlineStr" r="C1"><is><t>label</t></is></c><c t="inlineStr" r="D1"><is><t>relevant</t></is></c></row>""";

    [Theory]
    [InlineData("""<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>""", "&x;")]
    [InlineData(
        """<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>""",
        "&g;"
    )]
    public void Entities_are_neither_fetched_nor_unfolded(string doctype, string text)
    {
        var found = Read(Head + Row(2, "text", "a", text), doctype);
        Assert.Equal("unreadable", Assert.Single(found.Faults).Code);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_refused_where_there_are_too_many()
    {
        var rows = new StringBuilder(Head);
        for (var i = 2; i <= 100_000; i++)
            rows.Append(Row(i, "text", $"q{i}", "x"));
        var fault = Assert.Single(Read(rows.ToString()).Faults);
        Assert.Equal(("survey!A6001", "too-large"), (fault.Path, fault.Code));
    }

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("A1:AMK2")]
    [InlineData("AAAAAAAAAAAA1")]
    public void A_sheet_that_calls_itself_wider_than_a_form_can_be_is_refused_before_it_is_read(string dimension)
    {
        var rows = new StringBuilder(Head);
        for (var i = 2; i < 6_000; i++)
            rows.Append(Row(i, "text", $"q{i}", "x"));
        Assert.Equal("too-large", Assert.Single(Read(rows.ToString(), dimension: dimension).Faults).Code);
        Assert.Equal("a", Assert.Single(Read(Head + Row(2, "text", "a", "x"), dimension: "A1:AMJ2").Spec!.Items).Code);
    }

    [Fact]
    public void A_cell_far_to_the_right_or_far_below_is_refused()
    {
        var right = Read(Head + """<row r="2"><c t="inlineStr" r="XFD2"><is><t>text</t></is></c></row>""");
        Assert.Equal("too-large", Assert.Single(right.Faults).Code);
        var below = Read(Head + Row(1_048_576, "text", "a", "x"));
        Assert.Equal("too-large", Assert.Single(below.Faults).Code);
    }

    [Fact]
    public void Of_a_formula_the_text_it_last_had_is_read_and_nothing_is_computed()
    {
        var formula =
            """<row r="2"><c t="str" r="A2"><f>WEBSERVICE("http://127.0.0.1/")</f><v>text</v></c><c t="str" r="B2"><f>B1</f><v>a</v></c><c t="inlineStr" r="C2"><is><t>=cmd|' /C calc'!A0</t></is></c></row>""";
        var item = Assert.Single(Read(Head + formula).Spec!.Items);
        Assert.Equal(("a", FormItemType.Text, "=cmd|' /C calc'!A0"), (item.Code, item.Type, item.Label.En));
    }

    [Fact]
    public void Conditions_that_ask_each_other_are_told_with_their_cells()
    {
        var found = Read(
            Head
                + Row(2, "text", "a", "x", "${b} = 'x'")
                + Row(3, "text", "b", "x", "${c} = 'x'")
                + Row(4, "text", "c", "x", "${a} = 'x'")
        );
        Assert.Contains(found.Faults, f => f is { Code: "cycle", Path: "survey!B2" or "survey!B3" or "survey!B4" });
    }

    [Theory]
    [InlineData("xml-external")]
    [InlineData("barcode")]
    [InlineData("select_one_from_file choices.csv")]
    [InlineData("begin loop")]
    [InlineData("text\u0000")]
    public void A_question_of_a_type_we_do_not_have_is_told_with_its_cell(string type)
    {
        var found = Read(Head + Row(2, type.Replace("\0", "", StringComparison.Ordinal) + "?", "a", "x"));
        Assert.Contains(found.Faults, f => f is { Code: "unsupported-type", Path: "survey!A2" });
    }

    [Fact]
    public void Groups_nested_without_end_are_refused()
    {
        var rows = new StringBuilder(Head);
        for (var i = 2; i < 3_000; i++)
            rows.Append(Row(i, "begin group", $"g{i}", "x"));
        var found = Read(rows.ToString());
        Assert.NotEmpty(found.Faults);
        Assert.True(found.Faults.Count <= FormLimits.Faults);
    }

    [Fact]
    public void Groups_nested_too_deep_are_told_at_the_first_and_the_form_can_still_be_written()
    {
        var rows = new StringBuilder(Head);
        for (var i = 2; i < 42; i++)
            rows.Append(Row(i, "begin group", $"g{i}", "x"));
        rows.Append(Row(42, "text", "leaf", "x"));
        for (var i = 43; i < 83; i++)
            rows.Append(Row(i, "end group"));
        var found = Read(rows.ToString());
        Assert.Contains(found.Faults, f => f is { Code: "too-deep", Path: "survey!A8" });
        Assert.Contains("\"leaf\"", FormJson.Write(found.Spec!), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_do_not_say_where_they_are_count_as_well()
    {
        var row = $"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000))}</row>";
        var many = Read(Head + string.Concat(Enumerable.Repeat(row, 450)));
        Assert.Equal("too-large", Assert.Single(many.Faults).Code);
        var wide = Read($"{Head}<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_100))}</row>");
        Assert.Equal("too-large", Assert.Single(wide.Faults).Code);
    }

    [Fact]
    public void Cells_that_are_not_there_count_where_the_reader_would_make_them()
    {
        var rows = new StringBuilder(Head);
        for (var i = 2; i < 5_998; i++)
            rows.Append(Row(i, "note"));
        Assert.Equal("too-large", Assert.Single(Read(rows.ToString(), dimension: "A1:AMJ5998").Faults).Code);
        rows.Append("""<row r="5999"><c t="inlineStr" r="AMJ5999"><is><t>note</t></is></c></row>""");
        Assert.Equal("too-large", Assert.Single(Read(rows.ToString()).Faults).Code);
        rows.Append("""<row r="2147483647"/><row/>""");
        Assert.Equal("too-large", Assert.Single(Read(rows.ToString()).Faults).Code);
    }

    [Fact]
    public void A_part_nested_without_end_is_unreadable()
    {
        var deep =
            Head + string.Concat(Enumerable.Repeat("<a>", 1_000)) + string.Concat(Enumerable.Repeat("</a>", 1_000));
        Assert.Equal("unreadable", Assert.Single(Read(deep).Faults).Code);
    }

    [Fact]
    public void What_concerns_a_whole_sheet_is_told_with_the_sheet()
    {
        var rows = new StringBuilder(Head);
        for (var i = 2; i < 600; i++)
            rows.Append(Row(i, "text", $"q{i}", "x"));
        Assert.Contains(Read(rows.ToString()).Faults, f => f is { Code: "too-large", Path: "survey", Detail: "500" });
    }

    [Fact]
    public void Parts_of_the_zip_that_lead_elsewhere_are_no_sheets()
    {
        var found = XlsFormReader.Read(Zip(("../../etc/passwd", "x"), ("xl/workbook.xml", "<workbook/>")));
        Assert.NotEmpty(found.Faults);
        Assert.Null(found.Spec);
    }

    private static string Row(int number, params string[] texts) =>
        $"""<row r="{number}">{string.Concat(texts.Select((text, i) => $"""<c t="inlineStr" r="{(char)('A' + i)}{number}"><is><t>{text}</t></is></c>"""))}</row>""";

    private static XlsFormResult Read(string rows, string doctype = "", string? dimension = null) =>
        XlsFormReader.Read(
            Zip(
                (
                    "[Content_Types].xml",
                    """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""
                ),
                (
                    "xl/workbook.xml",
                    """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="survey" sheetId="1" r:id="r1"/></sheets></workbook>"""
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
                ),
                (
                    "xl/worksheets/sheet1.xml",
                    $"""{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{(dimension is null ? "" : $"""<dimension ref="{dimension}"/>""")}<sheetData>{rows}</sheetData></worksheet>"""
                )
            )
        );

    private static MemoryStream Zip(params (string Name, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        file.Position = 0;
        return file;
    }
}
