using System.Text;
using System.Text.Json;
using Fourfold.Serve.Exchange;

namespace Fourfold.Serve.Submissions.Export;

/// <summary>RFC 4180, with a byte order mark, for without it a spreadsheet takes Chinese for something else.</summary>
internal sealed class CsvSink(Stream output) : IRowSink
{
    private const int FlushLetters = 32_768;
    private readonly StringBuilder pending = new();
    private IReadOnlyList<string> fields = [];

    public string ContentType => "text/csv; charset=utf-8";

    public async Task Begin(IReadOnlyList<string> fields, CancellationToken ct)
    {
        this.fields = fields;
        pending.Append('\uFEFF');
        Line(ExportCells.Head.Concat(fields).Select(name => new ExportCell(name, false)));
        await Flush(ct);
    }

    public ValueTask Row(Submission submission, JsonElement answers, CancellationToken ct)
    {
        Line(ExportCells.Of(submission).Concat(fields.Select(f => ExportCells.Of(submission, answers, f))));
        return pending.Length < FlushLetters ? ValueTask.CompletedTask : new ValueTask(Flush(ct));
    }

    public Task End(CancellationToken ct) => Flush(ct);

    private void Line(IEnumerable<ExportCell> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                pending.Append(',');
            isFirst = false;
            // A number is never computed; a text that looks like a formula would be.
            Put(cell.IsNumber ? cell.Text : SafeCell.Write(cell.Text));
        }
        pending.Append("\r\n");
    }

    private void Put(string? text)
    {
        if (text is null)
            return;
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0)
            pending.Append(text);
        else
            pending.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private async Task Flush(CancellationToken ct)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(pending.ToString()), ct);
        pending.Clear();
    }
}
