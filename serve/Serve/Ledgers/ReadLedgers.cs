using System.Globalization;
using System.Runtime.CompilerServices;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Ledgers;

/// <summary>Which ledgers there are, a month of one page by page, and the same as a file.</summary>
internal static class ReadLedgers
{
    private const int PageRows = 1_000;
    private static readonly string[] For = [Purposes.CaseWork, Purposes.Statistics, Purposes.FieldWork];

    internal sealed record LedgerBooks(IReadOnlyList<LedgerView> Items);

    internal sealed record LedgerView(
        string Code,
        IReadOnlyList<string> Classes,
        IReadOnlyList<string> Forms,
        bool Patrols
    );

    /// <summary>A line; what the letters mean is said at <see cref="LedgerEntry"/>.</summary>
    internal sealed record LedgerLine(
        [property: OneOf("case", "form", "patrol")] string Kind,
        Guid Id,
        string? Number,
        DateTimeOffset At,
        string AreaCode,
        string? AreaName,
        string? Code,
        string? State,
        string? Text
    );

    public static void Map(IEndpointRouteBuilder ledgers)
    {
        ledgers.MapGet("", List).WithName("ListLedgers").Needs(Permission.CasesRead);
        ledgers
            .MapGet("/{code}", Read)
            .WithName("ReadLedger")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesRead, For);
        ledgers
            .MapGet("/{code}/export", Export)
            .WithName("ExportLedger")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesRead, For);
    }

    private static Ok<LedgerBooks> List() =>
        TypedResults.Ok(
            new LedgerBooks([
                .. Ledger.All.Select(l => new LedgerView(l.Code, l.Classes ?? [], l.Forms ?? [], l.Patrols)),
            ])
        );

    private static async Task<Ok<Page<LedgerLine>>> Read(
        string code,
        string month,
        string? area,
        int? limit,
        string? cursor,
        LedgerDesk desk,
        IAreaDirectory areas,
        ServeDb db,
        CancellationToken ct
    )
    {
        var (ledger, path, span) = (LedgerDesk.Find(code), desk.AreaOf(area), LedgerDesk.MonthOf(month));
        var take = Page.Limit(limit);
        var (lines, next) = await desk.Read(ledger, path, span, LedgerDesk.PlaceOf(cursor), take, ct);
        db.Audit(
            "ledger.read",
            "ledger",
            code,
            new
            {
                month,
                path,
                lines = lines.Count,
            }
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Page<LedgerLine>([.. lines.Select(l => Line(l, areas))], LedgerDesk.CursorOf(next)));
    }

    private static async Task Export(
        string code,
        string month,
        [OneOf("csv", "xlsx")] string format,
        string? area,
        HttpContext http,
        LedgerDesk desk,
        IAreaDirectory areas,
        ServeDb db,
        CancellationToken ct
    )
    {
        var (ledger, path, span) = (LedgerDesk.Find(code), desk.AreaOf(area), LedgerDesk.MonthOf(month));
        if (format is not (GridFormats.Csv or GridFormats.Xlsx))
            throw Refused
                .Invalid("request.unknown-value", "format")
                .With("known", new[] { GridFormats.Csv, GridFormats.Xlsx });
        db.Audit(
            "ledger.exported",
            "ledger",
            code,
            new
            {
                month,
                path,
                format,
            }
        );
        await db.SaveChangesAsync(ct);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{code}-{month}.{format}\"";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var lines = Lines(desk, ledger, path, span, ct).ToBlockingEnumerable(ct);
        await TableFile.Send(http, format, lines.Select(l => Cells(Line(l, areas))), ct);
    }

    private static async IAsyncEnumerable<LedgerEntry> Lines(
        LedgerDesk desk,
        Ledger ledger,
        string path,
        (DateTimeOffset, DateTimeOffset) month,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        LedgerPlace? place = null;
        do
        {
            (var lines, place) = await desk.Read(ledger, path, month, place, PageRows, ct);
            foreach (var line in lines)
                yield return line;
        } while (place is not null);
    }

    private static LedgerLine Line(LedgerEntry entry, IAreaDirectory areas) =>
        new(
            entry.Kind,
            entry.Id,
            entry.Number,
            entry.At,
            entry.AreaPath,
            NameOf(entry.AreaPath, areas),
            entry.Code,
            entry.State,
            entry.Text
        );

    // A grid has no name here; its village has.
    private static string? NameOf(string path, IAreaDirectory areas) =>
        areas.Find(path)?.Name ?? (path.Length > 12 ? areas.Find(path[..12])?.Name : null);

    private static Dictionary<string, object?> Cells(LedgerLine line) =>
        new(StringComparer.Ordinal)
        {
            ["at"] = line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["kind"] = line.Kind,
            ["number"] = line.Number,
            ["area"] = line.AreaCode,
            ["areaName"] = line.AreaName,
            ["code"] = line.Code,
            ["state"] = line.State,
            ["text"] = SafeCell.Write(line.Text),
        };
}
