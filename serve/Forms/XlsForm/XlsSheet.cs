using System.Globalization;
using MiniExcelLibs;

namespace Fourfold.Forms.XlsForm;

/// <summary>A sheet of a workbook as rows of named cells.</summary>
internal sealed class XlsSheet
{
    /// <summary>Bytes of a workbook; an honest form of 500 fields has 100 kB.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>Bytes it may unpack to: it is a zip, and a small one may hold terabytes.</summary>
    public const long MostUnpacked = 64L << 20;

    /// <summary>Rows of a sheet.</summary>
    public const int MostRows = 6_000;

    private const int MostColumns = 100;

    // Columns that a sheet may say it has: the reader makes a cell of each, in every row.
    private const int WidestSheet = 1_024;

    // Of all sheets, with shared texts; 500 questions and 5,000 choices have 60,000. The reader takes microseconds for each,
    // and for each that is not there between those that are.
    private const int MostCells = 400_000;

    private readonly Dictionary<string, string> letters = new(StringComparer.Ordinal);

    private XlsSheet(string name) => Name = name;

    public string Name { get; }

    /// <summary>Names of the columns, lower case, without spaces around.</summary>
    public IEnumerable<string> Columns => letters.Keys;

    public List<XlsRow> Rows { get; } = [];

    /// <summary><c>survey!B7</c>; column A when the sheet has no such column.</summary>
    public string At(int row, string column) => $"{Name}!{Letter(column)}{FormJson.Invariant(row)}";

    /// <summary>The sheets of a workbook by name, or the one fault that keeps them from being read.</summary>
    public static Dictionary<string, XlsSheet>? ReadAll(
        Stream workbook,
        IReadOnlyList<string> names,
        out FormFault? fault
    )
    {
        fault = FaultOf(workbook);
        if (fault is not null)
            return null;
        var sheets = new Dictionary<string, XlsSheet>(StringComparer.Ordinal);
        try
        {
            var present = workbook.GetSheetNames();
            foreach (var name in names)
            {
                var own = present.Find(sheet => string.Equals(sheet.Trim(), name, StringComparison.OrdinalIgnoreCase));
                if (own is not null && (sheets[name] = new XlsSheet(name)).Fill(workbook, own) is { } tooMany)
                    fault = tooMany;
            }
        }
        // The reader throws many kinds on a workbook that is none; each is the sender's mistake, not ours.
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            fault = new FormFault("", "unreadable");
        }
        return fault is null ? sheets : null;
    }

    private static FormFault? FaultOf(Stream workbook) =>
        workbook.Length > MostBytes
            ? new FormFault("", "too-large", 0, FormJson.Invariant(MostBytes))
            : WorkbookCheck.Look(workbook, new WorkbookLimits(MostUnpacked, WidestSheet, MostRows, MostCells)) switch
            {
                WorkbookFault.TooLarge => new FormFault("", "too-large", 0, FormJson.Invariant(MostBytes)),
                WorkbookFault.TooWide => new FormFault("", "too-large", 0, FormJson.Invariant(WidestSheet)),
                WorkbookFault.TooManyCells => new FormFault("", "too-large", 0, FormJson.Invariant(MostCells)),
                WorkbookFault.Unreadable => new FormFault("", "unreadable"),
                _ => null,
            };

    // A text has a column for each language: the first of them.
    private string Letter(string column) =>
        letters.TryGetValue(column, out var letter)
            ? letter
            : letters.FirstOrDefault(l => l.Key.StartsWith($"{column}::", StringComparison.Ordinal)).Value ?? "A";

    private FormFault? Fill(Stream workbook, string own)
    {
        workbook.Position = 0;
        Dictionary<string, string>? columns = null;
        var number = 0;
        foreach (IDictionary<string, object?> cells in workbook.Query(false, own, ExcelType.XLSX))
        {
            if (++number > MostRows)
                return new FormFault(
                    $"{Name}!A{FormJson.Invariant(number)}",
                    "too-large",
                    0,
                    FormJson.Invariant(MostRows)
                );
            var texts = cells
                .Take(MostColumns)
                .Select(cell => KeyValuePair.Create(cell.Key, Text(cell.Value)))
                .Where(cell => cell.Value.Length > 0)
                .ToArray();
            if (texts.Length == 0)
                continue;
            if (columns is null)
            {
                columns = texts.ToDictionary(cell => cell.Key, cell => Heading(cell.Value), StringComparer.Ordinal);
                foreach (var (letter, name) in columns)
                    letters.TryAdd(name, letter);
                continue;
            }
            var row = new XlsRow(this, number);
            foreach (var (letter, text) in texts)
                if (columns.TryGetValue(letter, out var name))
                    row.Cells.TryAdd(name, text);
            Rows.Add(row);
        }
        return null;
    }

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            bool truth => truth ? "true" : "false",
            DateTime date => date.ToString(
                date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss",
                CultureInfo.InvariantCulture
            ),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "",
        };

    // "Label :: English (en)" and "label::English (en)" are one; older forms write one colon.
    private static string Heading(string text)
    {
        var parts = text.Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join("::", parts).ToLowerInvariant();
    }
}

/// <summary>A row that has something in it.</summary>
/// <param name="Sheet">Where it is.</param>
/// <param name="Number">From 1, the heading included.</param>
internal sealed record XlsRow(XlsSheet Sheet, int Number)
{
    public Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);

    public string? this[string column] => Cells.GetValueOrDefault(column);

    public string At(string column) => Sheet.At(Number, column);

    /// <summary>The first of several names of one column.</summary>
    public (string Column, string? Text) First(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (this[column] is { } text)
                return (column, text);
        return (columns[0], null);
    }

    /// <summary>
    /// A text in both languages from <c>column::… (zh)</c> and <c>column::… (en)</c>, or <c>column</c> alone;
    /// <paramref name="oneLanguage"/> tells that one had to stand for both.
    /// </summary>
    public FormText? Text(string column, out bool oneLanguage)
    {
        string? Of(string language) =>
            Cells
                .FirstOrDefault(cell =>
                    cell.Key.StartsWith($"{column}::", StringComparison.Ordinal)
                    && (
                        cell.Key.EndsWith($"({language})", StringComparison.Ordinal)
                        || cell.Key.EndsWith($"::{language}", StringComparison.Ordinal)
                    )
                )
                .Value;
        var (zh, en, plain) = (Of("zh"), Of("en"), this[column]);
        oneLanguage = (zh is null) != (en is null) || (zh is null && en is null && plain is not null);
        var any = zh ?? en ?? plain;
        return any is null ? null : new FormText(zh ?? plain ?? any, en ?? plain ?? any);
    }
}
