using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Exchange;

[Trait("Needs", "Store")]
public sealed class ExchangeTests
{
    [Fact]
    public async Task A_table_is_looked_through_and_then_applied()
    {
        await using var box = await Start();
        await box.Draw(Square(0, 0));
        var looked = await Check(
            box.Head,
            "csv",
            $"code,name,households\n{Village}001,一,120\n{Village}002,\"二, 三\",80\n"
        );
        Assert.Equal("checked", looked.GetProperty("state").GetString());
        Assert.Equal((2, 1, 1), (Number(looked, "rows"), Number(looked, "added"), Number(looked, "changed")));
        Assert.Single((await Ok(box.Head.GetAsync("/api/v1/grids"))).GetProperty("items").EnumerateArray());
        Assert.Equal("done", await Apply(box, looked));
        var grids = (await Ok(box.Head.GetAsync("/api/v1/grids"))).GetProperty("items");
        Assert.Equal(["一", "二, 三"], grids.EnumerateArray().Select(g => g.GetProperty("name").GetString()!));
        Assert.Equal([120, 80], grids.EnumerateArray().Select(g => Number(g, "households")));
    }

    /// <summary>The console names every POST, so that it may be sent twice; the job's own write must not wait for the request's.</summary>
    [Fact]
    public async Task An_import_is_applied_by_a_request_that_may_be_sent_twice()
    {
        await using var box = await Start();
        box.Head.DefaultRequestHeaders.Add(
            Fourfold.Kernel.Idempotency.Idempotent.Header,
            Guid.CreateVersion7().ToString()
        );
        var looked = await Check(box.Head, "csv", $"code,name\n{Village}001,一\n");
        Assert.Equal("done", await Apply(box, looked));
    }

    [Fact]
    public async Task Each_fault_is_told_with_its_row_and_column_and_nothing_is_applied()
    {
        await using var box = await Start();
        var looked = await Check(
            box.Head,
            "csv",
            $"code,name,kind,households\n{Village}001,一,castle,1\n{Village}002,二,comprehensive,many\n12,三,,\n{Village}002,四,,\n"
        );
        Assert.Equal("faulty", looked.GetProperty("state").GetString());
        var faults = looked
            .GetProperty("faults")
            .EnumerateArray()
            .Select(f => (Number(f, "row"), f.GetProperty("column").GetString(), f.GetProperty("code").GetString()));
        Assert.Equal(
            [
                (2, "kind", "request.unknown-value"),
                (3, "households", "request.out-of-range"),
                (4, "code", "grid.code-malformed"),
                (5, "code", "import.code-twice"),
            ],
            faults
        );
        await Refused(
            HttpStatusCode.Conflict,
            "import.not-checked",
            box.Head.PostAsync($"/api/v1/grids/imports/{Id(looked)}/apply", null)
        );
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_exported_can_be_imported_and_changes_nothing(string format)
    {
        await using var box = await Start();
        var parent = await box.Draw(Square(0, 0));
        await box.Draw(Square(0, 0, 0.5), kind: "micro", more: new { parentId = Id(parent) });
        await box.Draw(Square(1, 0), kind: "special", more: new { use = "market" });
        var file = await box.Head.GetByteArrayAsync($"/api/v1/grids/export?format={format}");
        var looked = await Ok(box.Head.PostAsync($"/api/v1/grids/imports?format={format}", new ByteArrayContent(file)));
        Assert.Equal(("checked", 3), (looked.GetProperty("state").GetString(), Number(looked, "rows")));
        Assert.Equal(0, Number(looked, "added"));
        // Boundaries come as they went, so a table with them counts as drawn anew.
        Assert.Equal(format == "geojson" ? 3 : 0, Number(looked, "changed"));
        Assert.Equal("done", await Apply(box, looked));
    }

    [Fact]
    public async Task A_name_is_no_formula()
    {
        await using var box = await Start();
        var looked = await Check(box.Head, "csv", $"code,name\n{Village}001,\"=HYPERLINK(\"\"http://x\"\")\"\n");
        Assert.Equal("done", await Apply(box, looked));
        var table = await box.Head.GetStringAsync("/api/v1/grids/export?format=csv");
        Assert.Contains("'=HYPERLINK", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", table, StringComparison.Ordinal);
        using var workbook = new ZipArchive(
            new MemoryStream(await box.Head.GetByteArrayAsync("/api/v1/grids/export?format=xlsx"))
        );
        foreach (var sheet in workbook.Entries.Where(e => e.FullName.Contains("worksheets", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            Assert.DoesNotContain("<x:f>", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Grids_of_a_file_that_overlap_are_told_at_their_rows()
    {
        await using var box = await Start();
        var looked = await Check(
            box.Head,
            "geojson",
            JsonSerializer.Serialize(
                new
                {
                    type = "FeatureCollection",
                    features = new[] { Feature("001", Square(0, 0)), Feature("002", Square(0.5, 0)) },
                }
            )
        );
        var fault = Assert.Single(looked.GetProperty("faults").EnumerateArray());
        Assert.Equal("boundary.overlap", fault.GetProperty("code").GetString());
        Assert.InRange(fault.GetProperty("place").GetProperty("longitude").GetDouble(), 109.505, 109.51);
    }

    [Theory]
    [InlineData("csv", "name\nx\n", "import.no-code-column")]
    [InlineData("geojson", "{", "import.unreadable")]
    [InlineData("geojson", "[]", "import.no-features")]
    [InlineData("xlsx", "no workbook", "import.unreadable")]
    [InlineData("pdf", "x", "request.unknown-value")]
    public async Task A_file_that_is_none_is_refused(string format, string text, string code)
    {
        await using var box = await Start();
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            code,
            box.Head.PostAsync(
                $"/api/v1/grids/imports?format={format}",
                new ByteArrayContent(Encoding.UTF8.GetBytes(text))
            )
        );
    }

    /// <summary>A reader makes a cell of each column that a sheet claims: six thousand rows of sixteen thousand.</summary>
    [Fact]
    public async Task A_workbook_that_claims_a_very_wide_sheet_is_refused()
    {
        await using var box = await Start();
        var rows = string.Concat(
            Enumerable
                .Range(1, 6_000)
                .Select(row => $"""<row r="{row}"><c t="inlineStr" r="A{row}"><is><t>code</t></is></c></row>""")
        );
        using var workbook = new MemoryStream();
        using (var zip = new ZipArchive(workbook, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            await sheet.WriteAsync(
                $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD6000"/><sheetData>{rows}</sheetData></worksheet>"""
            );
        }
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "import.too-large",
            box.Head.PostAsync("/api/v1/grids/imports?format=xlsx", new ByteArrayContent(workbook.ToArray()))
        );
    }

    [Fact]
    public async Task A_township_imports_no_grids_of_its_neighbour_and_sees_no_import_of_another()
    {
        await using var box = await Start();
        var nada = box.As(Roles.CentreHead, "460400100");
        var looked = await Check(nada, "csv", $"code,name\n{Neighbour}001,x\n");
        Assert.Equal("area.out-of-scope", looked.GetProperty("faults")[0].GetProperty("code").GetString());
        var other = box.As(Roles.CentreHead, "460400101");
        await Refused(HttpStatusCode.NotFound, "import.unknown", other.GetAsync($"/api/v1/grids/imports/{Id(looked)}"));
    }

    [Fact]
    public async Task An_import_that_is_cancelled_changes_nothing()
    {
        await using var box = await Start();
        var looked = await Check(box.Head, "csv", $"code,name\n{Village}001,x\n");
        await Ok(box.Head.PostAsync($"/api/v1/grids/imports/{Id(looked)}/cancel", null));
        await Refused(
            HttpStatusCode.Conflict,
            "import.not-checked",
            box.Head.PostAsync($"/api/v1/grids/imports/{Id(looked)}/apply", null)
        );
        Assert.Empty((await Ok(box.Head.GetAsync("/api/v1/grids"))).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task One_that_is_cancelled_in_the_moment_before_it_writes_is_cancelled_and_has_not_failed()
    {
        var areas = new Awaited();
        await using var box = await Start(areas.Wrap);
        var looked = await Check(box.Head, "csv", $"code,name\n{Village}001,x\n");
        // Its job asks for areas when it has read the import, and before it writes.
        areas.Next = () =>
            Assert.Equal(
                HttpStatusCode.OK,
                box.Head.PostAsync($"/api/v1/grids/imports/{Id(looked)}/cancel", null)
                    .GetAwaiter()
                    .GetResult()
                    .StatusCode
            );
        Assert.Equal("cancelled", await Apply(box, looked));
        Assert.Empty((await Ok(box.Head.GetAsync("/api/v1/grids"))).GetProperty("items").EnumerateArray());
        await Refused(
            HttpStatusCode.Conflict,
            "import.ended",
            box.Head.PostAsync($"/api/v1/grids/imports/{Id(looked)}/cancel", null)
        );
    }

    /// <summary>Areas by which something else is done once, when a job asks for one.</summary>
    private sealed class Awaited : IAreaDirectory
    {
        private IAreaDirectory inner = null!; // Set before anything asks.

        public Action? Next { get; set; }

        public Area Root => inner.Root;

        public void Wrap(IServiceCollection services)
        {
            var known = services.Last(d => d.ServiceType == typeof(IAreaDirectory));
            services.AddSingleton<IAreaDirectory>(provider =>
            {
                inner = (IAreaDirectory)known.ImplementationFactory!(provider);
                return this;
            });
        }

        public Area? Find(string code)
        {
            if (Next is { } next && code == Village)
            {
                Next = null;
                next();
            }
            return inner.Find(code);
        }

        public IReadOnlyList<Area> ChildrenOf(string code) => inner.ChildrenOf(code);
    }

    private static object Feature(string number, object geometry) =>
        new
        {
            type = "Feature",
            properties = new { code = Village + number, name = number },
            geometry,
        };

    internal static Task<JsonElement> Check(HttpClient who, string format, string text) =>
        Ok(who.PostAsync($"/api/v1/grids/imports?format={format}", new ByteArrayContent(Encoding.UTF8.GetBytes(text))));

    internal static async Task<string> Apply(ServeBox box, JsonElement import)
    {
        await Ok(box.Head.PostAsync($"/api/v1/grids/imports/{Id(import)}/apply", null));
        return await FourfoldBox.Eventually(
            "the import ends",
            async () =>
            {
                box.Box.Clock.Advance(TimeSpan.FromSeconds(1));
                var now = await Ok(box.Head.GetAsync($"/api/v1/grids/imports/{Id(import)}"));
                return now.GetProperty("state").GetString()!;
            },
            state => state is "done" or "failed" or "faulty" or "cancelled"
        );
    }

    internal static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
