using Microsoft.AspNetCore.Http;
using MiniExcelLibs;

namespace Fourfold.Serve.Exchange;

/// <summary>Sends rows as a table, CSV or a workbook.</summary>
internal static class TableFile
{
    /// <summary>Sends them; they are read once, one after the other.</summary>
    /// <remarks>The library writes a table at once and not to a socket; a file holds it, not the memory.</remarks>
    public static async Task Send(
        HttpContext http,
        string format,
        IEnumerable<Dictionary<string, object?>> rows,
        CancellationToken ct
    )
    {
        var isCsv = format == GridFormats.Csv;
        http.Response.ContentType = isCsv
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        await using var file = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        await file.SaveAsAsync(rows, excelType: isCsv ? ExcelType.CSV : ExcelType.XLSX, cancellationToken: ct);
        file.Position = 0;
        await file.CopyToAsync(http.Response.Body, ct);
    }
}
