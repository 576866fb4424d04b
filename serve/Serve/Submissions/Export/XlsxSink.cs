using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Fourfold.Forms;
using Fourfold.Serve.Exchange;

namespace Fourfold.Serve.Submissions.Export;

/// <summary>A workbook written straight into the answer: texts stand in their cells, so that no table of them grows. A million rows a sheet.</summary>
/// <remarks>ECMA-376, part 1, 18.3; the ZIP is written without going back, sizes behind each part (APPNOTE 4.3.9).</remarks>
internal sealed class XlsxSink(Stream output, int rowsOfSheet = XlsxSink.MostRows) : IRowSink
{
    /// <summary>Rows of a sheet; Excel takes 1,048,576.</summary>
    public const int MostRows = 1_000_000;

    // Characters of a cell; a longer one makes Excel call the file damaged.
    private const int MostLetters = 32_767;
    private const int FlushLetters = 32_768;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly StringBuilder pending = new();
    private readonly Outlet packed = new();
    private IReadOnlyList<string> fields = [];
    private ZipArchive? archive;
    private Stream? sheet;
    private int sheets;
    private int rows;

    public string ContentType => $"{Types}.sheet";

    public Task Begin(IReadOnlyList<string> fields, CancellationToken ct)
    {
        this.fields = fields;
        archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
        BeginSheet();
        return Flush(ct);
    }

    public async ValueTask Row(Submission submission, JsonElement answers, CancellationToken ct)
    {
        if (rows == rowsOfSheet)
        {
            EndSheet();
            BeginSheet();
        }
        Line(ExportCells.Of(submission).Concat(fields.Select(f => ExportCells.Of(submission, answers, f))));
        rows++;
        if (pending.Length >= FlushLetters)
            await Flush(ct);
    }

    public Task End(CancellationToken ct)
    {
        EndSheet();
        Part("xl/workbook.xml", Workbook());
        Part("xl/_rels/workbook.xml.rels", Links());
        Part(
            "_rels/.rels",
            $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
        );
        Part("[Content_Types].xml", ContentTypes());
        archive!.Dispose(); // Made by Begin.
        return packed.Drain(output, ct);
    }

    private void BeginSheet()
    {
        sheets++;
        rows = 0;
        sheet = Entry($"xl/worksheets/sheet{Text(sheets)}.xml").Open();
        pending.Append(Declaration).Append($"""<worksheet xmlns="{Main}"><sheetData>""");
        Line(ExportCells.Head.Concat(fields).Select(name => new ExportCell(name, false)));
    }

    private void EndSheet()
    {
        pending.Append("</sheetData></worksheet>");
        Pack();
        sheet!.Dispose(); // Made by BeginSheet.
    }

    private void Line(IEnumerable<ExportCell> cells)
    {
        pending.Append("<row>");
        foreach (var cell in cells)
            if (cell.Text is null)
                pending.Append("<c/>");
            else if (cell.IsNumber)
                pending.Append("<c><v>").Append(cell.Text).Append("</v></c>");
            else
                Put(SafeCell.Write(cell.Text)!); // Not null, see above.
        pending.Append("</row>");
    }

    private void Put(string text)
    {
        pending.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        var kept = text.AsSpan(0, Math.Min(text.Length, MostLetters));
        for (var i = 0; i < kept.Length; )
            i += Put(kept, i);
        pending.Append("</t></is></c>");
    }

    private int Put(ReadOnlySpan<char> text, int at)
    {
        var length = XmlText.LengthAt(text, at);
        switch (text[at])
        {
            case '<':
                pending.Append("&lt;");
                break;
            case '>':
                pending.Append("&gt;");
                break;
            case '&':
                pending.Append("&amp;");
                break;
            default:
                // What XML cannot hold, such as half a surrogate pair, nobody could read either.
                pending.Append(text.Slice(at, length));
                break;
        }
        return Math.Max(1, length);
    }

    private Task Flush(CancellationToken ct)
    {
        Pack();
        return packed.Drain(output, ct);
    }

    private void Pack()
    {
        sheet!.Write(Encoding.UTF8.GetBytes(pending.ToString())); // Made by BeginSheet.
        pending.Clear();
    }

    private void Part(string name, string content)
    {
        using var part = Entry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(Declaration + content));
    }

    private ZipArchiveEntry Entry(string name) => archive!.CreateEntry(name, CompressionLevel.Fastest); // Made by Begin.

    private string Workbook() =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(n => $"""<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>""";

    private string Links() =>
        $"""<Relationships xmlns="{Relations}">{Each(n => $"""<Relationship Id="rId{n}" Type="{Office}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}</Relationships>""";

    private string ContentTypes() =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/>{Each(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Types}.worksheet+xml"/>""")}</Types>""";

    private string Each(Func<string, string> part) =>
        string.Concat(Enumerable.Range(1, sheets).Select(n => part(Text(n))));

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The packer ends its parts without waiting, which a server's answer does not allow: it writes here, and what it
    // wrote is sent on after each step.
    private sealed class Outlet : Stream
    {
        private readonly MemoryStream waiting = new();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public async Task Drain(Stream to, CancellationToken ct)
        {
            await to.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), ct);
            waiting.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
