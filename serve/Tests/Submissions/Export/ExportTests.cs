using System.Net;
using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Submissions;
using Fourfold.Serve.Submissions.Export;
using MiniExcelLibs;
using Xunit;
using static Fourfold.Serve.Tests.FormsBox;
using static Fourfold.Serve.Tests.ServeBox;

namespace Fourfold.Serve.Tests.Submissions.Export;

[Trait("Needs", "Store")]
public sealed class ExportTests
{
    [Fact]
    public async Task A_table_is_masked_and_no_name_is_taken_for_a_formula()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await box.Visited();
        await Ok(box.Submit(new { note = "=HYPERLINK(\"x\"), \"y\"", people = 2 }));
        var bytes = await box.Head.GetByteArrayAsync("/api/v1/forms/visit/export?format=csv");
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.StartsWith("\uFEFF_id,_version,_area,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",note,people,phone,health,relatives", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(
            ",门口有台阶,3,13800000000,***,\"[{\"\"relation\"\":\"\"子\"\"},{\"\"relation\"\":\"\"女\"\"}]\"",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.EndsWith(",\"'=HYPERLINK(\"\"x\"\"), \"\"y\"\"\",2,,,", lines[2], StringComparison.Ordinal);
        Assert.Equal(1, await SubmissionTests.Audited(box, "submissions.exported"));
    }

    [Fact]
    public async Task A_workbook_opens_and_has_the_same()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await box.Visited();
        using var file = new MemoryStream(await box.Head.GetByteArrayAsync("/api/v1/forms/visit/export?format=xlsx"));
        var row = Assert.Single(Table(file));
        Assert.Equal("门口有台阶", row["note"]);
        Assert.Equal(3d, row["people"]);
        Assert.Equal(ExportCells.Mask, row["health"]);
    }

    [Fact]
    public async Task Features_have_the_answers_as_they_are()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        await box.Visited();
        var features = (await Ok(box.Head.GetAsync("/api/v1/forms/visit/export?format=geojson"))).GetProperty(
            "features"
        );
        var properties = Assert.Single(features.EnumerateArray()).GetProperty("properties");
        Assert.Equal(3, properties.GetProperty("answers").GetProperty("people").GetInt32());
        Assert.Equal(2, properties.GetProperty("masked").GetArrayLength());
        Assert.DoesNotContain("二型糖尿病", features.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_heads_of_the_area_take_a_file_away()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Visit());
        const string Export = "/api/v1/forms/visit/export?format=csv";
        await Refused(HttpStatusCode.Forbidden, "permission.missing", box.Clerk.GetAsync(Export));
        await Refused(HttpStatusCode.NotFound, "form.unknown", box.Stranger.GetAsync(Export));
        await Refused(
            HttpStatusCode.Forbidden,
            "purpose.missing",
            box.As(Roles.CentreHead, purpose: Purposes.Statistics).GetAsync(Export)
        );
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            "request.unknown-value",
            box.Head.GetAsync("/api/v1/forms/visit/export?format=pdf")
        );
    }

    [Fact]
    public async Task Columns_of_older_versions_stay()
    {
        await using var box = await FormsBox.Start();
        await box.Publish(Spec("trees", Field("a", "text"), Field("b", "text")));
        await Ok(box.Submit(new { a = "1", b = "2" }, "trees"));
        await box.Publish(Spec("trees", Field("c", "text"), Field("a", "text")));
        await Ok(box.Submit(new { c = "3" }, "trees", 2));
        var lines = (await box.Head.GetStringAsync("/api/v1/forms/trees/export?format=csv")).Split("\r\n");
        Assert.EndsWith(",c,a,b", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",,1,2", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",3,,", lines[2], StringComparison.Ordinal);
    }

    /// <summary>What is written leaves at once, in small pieces: nothing of a million rows is kept.</summary>
    [Theory]
    [InlineData(ExportFormats.Csv)]
    [InlineData(ExportFormats.Xlsx)]
    [InlineData(ExportFormats.GeoJson)]
    public async Task A_hundred_thousand_rows_go_out_as_they_come(string format)
    {
        const int Rows = 100_000;
        await using var output = new Gauge();
        IRowSink sink = format switch
        {
            ExportFormats.Csv => new CsvSink(output),
            ExportFormats.Xlsx => new XlsxSink(output, rowsOfSheet: 40_000),
            _ => new GeoJsonSink(output),
        };
        await sink.Begin(["note"], default);
        long half = 0;
        for (var i = 0; i < Rows; i++)
        {
            using var answers = JsonDocument.Parse($$"""{"note":"{{i}} 号 <&> 门口"}""");
            await sink.Row(Row(i), answers.RootElement, default);
            if (i == Rows / 2)
                half = output.Written;
        }
        await sink.End(default);
        Assert.InRange(half, output.Written * 4 / 10, output.Written * 6 / 10);
        Assert.InRange(output.Largest, 1, 200_000);
    }

    [Fact]
    public async Task A_sheet_that_is_full_is_followed_by_another()
    {
        using var output = new MemoryStream();
        var sink = new XlsxSink(output, rowsOfSheet: 2);
        await sink.Begin(["note"], default);
        for (var i = 0; i < 5; i++)
        {
            using var answers = JsonDocument.Parse($$"""{"note":"{{i}} \u0001 \ud83d\ude00"}""");
            await sink.Row(Row(i), answers.RootElement, default);
        }
        await sink.End(default);
        Assert.Equal(["1", "2", "3"], output.GetSheetNames());
        Assert.Equal("4  😀", Assert.Single(Table(output, "3"))["note"]);
    }

    private static List<IDictionary<string, object?>> Table(Stream file, string? sheet = null) =>
        [.. file.Query(useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object?>>()];

    private static Submission Row(int i) =>
        new()
        {
            Id = SubmissionId.From(Guid.CreateVersion7()),
            FormCode = "form",
            Version = 1,
            AreaPath = County,
            FilledBy = PersonId.From(Guid.CreateVersion7()),
            FilledAt = DateTimeOffset.UnixEpoch.AddSeconds(i),
            ReceivedAt = DateTimeOffset.UnixEpoch.AddSeconds(i),
            Answers = "{}",
            Masked = [],
            Source = SubmissionSources.Own,
            KeyId = null,
        };

    private sealed class Gauge : Stream
    {
        public long Written { get; private set; }
        public int Largest { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        // As a server's answer: only without blocking.
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken ct = default)
        {
            Written += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken ct) =>
            WriteAsync(buffer.AsMemory(offset, count), ct).AsTask();

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
