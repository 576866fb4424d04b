using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Submissions.Export;

/// <summary>Gives what was filled out as a file, masked, read page by page and sent at once.</summary>
internal static class ExportSubmissions
{
    // Rows read at a time: a longer reading would hold the store's old pages back.
    private const int PageRows = 1_000;

    // Versions whose fields make the columns; what only older ones have is in no column, but in the GeoJSON.
    private const int MostVersions = 100;
    private const int MostAtOnce = 4;
    private static readonly SemaphoreSlim Places = new(MostAtOnce);

    public static void Map(IEndpointRouteBuilder forms) =>
        forms
            .MapGet("/{code}/export", Handle)
            .WithName("ExportSubmissions")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .NeedsPurpose(Permission.SubmissionsExport, ListSubmissions.For);

    private static async Task Handle(
        string code,
        [OneOf(typeof(ExportFormats))] string format,
        [AsParameters] SubmissionFilter filter,
        HttpContext http,
        FormDesk forms,
        ServeDb db,
        CancellationToken ct
    )
    {
        if (!ExportFormats.All.Contains(format))
            throw Refused.Invalid("request.unknown-value", "format").With("known", ExportFormats.All);
        await forms.Find(code, ct);
        var rows = filter.Of(db.Submissions.AsNoTracking().Where(s => s.FormCode == code));
        if (!await Places.WaitAsync(TimeSpan.Zero, ct))
            throw new Refused("export.busy", StatusCodes.Status429TooManyRequests).With("most", MostAtOnce);
        try
        {
            var fields = await Fields(code, db, ct);
            var last = await db.Submissions.MaxAsync(s => (long?)s.Sequence, ct) ?? 0;
            db.Audit(
                "submissions.exported",
                "form",
                code,
                new
                {
                    format,
                    filter.Area,
                    filter.From,
                    filter.To,
                    last,
                }
            );
            await db.SaveChangesAsync(ct);
            var sink = SinkOf(format, http.Response.Body);
            http.Response.ContentType = sink.ContentType;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{code}.{format}\"";
            await Write(rows.Where(s => s.Sequence <= last), fields, sink, ct);
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary>Writes all rows; never more than a page of them is in memory.</summary>
    private static async Task Write(
        IQueryable<Submission> rows,
        IReadOnlyList<string> fields,
        IRowSink sink,
        CancellationToken ct
    )
    {
        await sink.Begin(fields, ct);
        for (long after = 0; ; )
        {
            var page = await rows.Where(s => s.Sequence > after)
                .OrderBy(s => s.Sequence)
                .Take(PageRows)
                .ToListAsync(ct);
            foreach (var submission in page)
            {
                using var answers = JsonDocument.Parse(submission.Answers);
                await sink.Row(submission, answers.RootElement, ct);
            }
            if (page.Count < PageRows)
                break;
            after = page[^1].Sequence;
        }
        await sink.End(ct);
    }

    // The latest version's fields in their order, then those that only older ones have.
    private static async Task<IReadOnlyList<string>> Fields(string code, ServeDb db, CancellationToken ct)
    {
        var versions = await db
            .FormVersions.AsNoTracking()
            .Where(v => v.Code == code)
            .OrderByDescending(v => v.Number)
            .Take(MostVersions)
            .ToListAsync(ct);
        return [.. versions.SelectMany(v => Codes(FormDesk.Read(v).Items)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Codes(IEnumerable<FormItem> items) =>
        items.SelectMany(item =>
            item.Type switch
            {
                FormItemType.Note => [],
                FormItemType.Group => Codes(item.Items),
                _ => [item.Code],
            }
        );

    private static IRowSink SinkOf(string format, Stream output) =>
        format switch
        {
            ExportFormats.Csv => new CsvSink(output),
            ExportFormats.Xlsx => new XlsxSink(output),
            _ => new GeoJsonSink(output),
        };
}
