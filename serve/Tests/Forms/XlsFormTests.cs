using System.IO.Compression;
using Fourfold.Forms;
using Fourfold.Forms.XlsForm;
using MiniExcelLibs;
using Xunit;

namespace Fourfold.Serve.Tests.Forms;

public sealed class XlsFormTests
{
    [Fact]
    public void A_workbook_becomes_a_form()
    {
        var result = Read(
            [
                [
                    "type",
                    "name",
                    "label::中文 (zh)",
                    "label::English (en)",
                    "relevant",
                    "constraint",
                    "constraint_message::English (en)",
                    "required",
                    "calculation",
                    "appearance",
                    "choice_filter",
                ],
                ["start", "start"],
                ["text", "name", "姓名", "Name", "", "", "", "yes"],
                ["integer", "age", "年龄", "Age", "", ". >= 0 and . < 120", "Too old"],
                ["begin group", "more", "更多", "More", "${age} > 17"],
                ["select_one county", "county", "县", "County", "", "", "", "", "", "minimal"],
                ["select_one town", "town", "镇", "Town", "", "", "", "", "", "", "county = ${county}"],
                ["end group"],
                ["begin repeat", "boats", "船", "Boats"],
                ["select_multiple county", "ports", "港", "Ports"],
                ["end repeat"],
                ["calculate", "next_year", "", "", "", "", "", "", "${age} + 1"],
            ],
            [
                ["list_name", "name", "label::中文 (zh)", "label::English (en)", "county"],
                ["county", "460400", "儋州", "Danzhou"],
                ["town", "1", "那大", "Nada", "460400"],
            ]
        );
        Assert.Empty(result.Faults);
        var spec = result.Spec!;
        Assert.Equal(("survey_one", 3), (spec.Code, spec.Version));
        Assert.Equal(new FormText("年龄", "Age"), spec.Items[1].Label);
        Assert.Equal(FormItemType.Decimal, spec.Items[^1].Type);
        Assert.Equal(["county", "town"], spec.Items[2].Items.Select(item => item.Code));
        Assert.Equal("460400", spec.ChoiceLists["town"][0].Attributes["county"]);
        Assert.Equal(
            ["survey!J1 ignored-column", "survey!A2 ignored-device-data", "settings!A1 ignored-column"],
            result
                .Notes.Where(n => n.Code != "one-language")
                .Select(n => $"{n.Path} {n.Code}")
                .Order(Comparer<string>.Create((a, b) => Rank(a) - Rank(b)))
        );
        Assert.Empty(FormChecker.Check(spec, publishing: true));
    }

    [Fact]
    public void Every_fault_names_its_cell_and_the_place_in_the_expression()
    {
        var result = Read(
            [
                ["type", "name", "label::zh", "label::en", "relevant", "required", "repeat_count", "default"],
                ["text", "Name", "姓名", "Name"],
                ["geotrace", "line", "线", "Line"],
                ["select_one nowhere", "where", "在哪", "Where"],
                ["text", "b", "乙", "B", "${age} > 17 and pulldata('x')", "${c} = 1"],
                ["text", "c", "", ""],
                ["begin repeat", "r", "轮", "Rounds", "", "", "3"],
                ["text", "d", "丁", "D", "", "", "", "today()"],
                ["end group"],
            ],
            [
                ["list_name", "name", "label::zh", "label::en"],
            ]
        );
        string[] wanted =
        [
            "survey!A3 unsupported-type 0",
            "survey!F5 unsupported-condition 0",
            "survey!G7 unsupported-repeat-count 0",
            "survey!H8 unsupported-default 0",
            "survey!A9 unmatched-end 0",
            "survey!A7 unclosed-group 0",
            "survey!B2 bad-code 0",
            "survey!A4 unknown-choices 0",
            "survey!E5 unknown-reference 1",
            "survey!E5 unknown-function 17",
            "survey!C6 no-text 0",
        ];
        var found = result.Faults.Select(f => $"{f.Path} {f.Code} {f.Column}");
        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_no_workbook_or_unpacks_to_too_much_is_refused()
    {
        Assert.Equal("unreadable", Assert.Single(XlsFormReader.Read(new MemoryStream([1, 2, 3])).Faults).Code);
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 65; i++)
                entry.Write(zeros);
        }
        bomb.Position = 0;
        Assert.True(bomb.Length < XlsSheet.MostBytes);
        Assert.Equal("too-large", Assert.Single(XlsFormReader.Read(bomb).Faults).Code);
        using var empty = new MemoryStream();
        using (new ZipArchive(empty, ZipArchiveMode.Create, leaveOpen: true)) { }
        empty.Position = 0;
        Assert.Single(XlsFormReader.Read(empty).Faults);
    }

    private static int Rank(string note) =>
        note.StartsWith("survey!J", StringComparison.Ordinal) ? 0
        : note.StartsWith("survey", StringComparison.Ordinal) ? 1
        : 2;

    private static XlsFormResult Read(string[][] survey, string[][] choices)
    {
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["survey"] = Rows(survey),
            ["choices"] = Rows(choices),
            ["settings"] = Rows([
                ["style", "form_title", "form_id", "version"],
                ["pages", "Survey", "survey_one", "3"],
            ]),
        };
        var workbook = new MemoryStream();
        workbook.SaveAs(sheets, printHeader: false);
        workbook.Position = 0;
        return XlsFormReader.Read(workbook);
    }

    private static List<Dictionary<string, object>> Rows(string[][] rows) =>
        [
            .. rows.Select(row =>
                Enumerable
                    .Range(0, rows[0].Length)
                    .ToDictionary(
                        i => ((char)('A' + i)).ToString(),
                        i => (object)(i < row.Length ? row[i] : ""),
                        StringComparer.Ordinal
                    )
            ),
        ];
}
