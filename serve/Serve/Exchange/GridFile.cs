using System.Globalization;
using System.Text.Json;
using Fourfold.Forms.XlsForm;
using MiniExcelLibs;

namespace Fourfold.Serve.Exchange;

/// <summary>Reads files of grids row by row. What cannot be read at all is an <see cref="InvalidDataException"/> whose message is a code.</summary>
internal static class GridFile
{
    /// <summary>Most bytes of a file.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>Most rows of a file; a province has 10,849.</summary>
    public const int MostRows = 50_000;

    // An honest table of so many rows unpacks to a tenth of it.
    private const long MostUnpacked = 256L << 20;

    // Further columns than ours are ignored, but the reader makes a cell of each.
    private const int WidestSheet = 256;

    // Thirty columns of 50,000 rows, and a shared text for each of their cells.
    private const int MostCells = 3_000_000;

    /// <summary>The rows; one more than <see cref="MostRows"/> when there are too many.</summary>
    public static IEnumerable<GridRow> Read(Stream file, string format) =>
        (format == GridFormats.GeoJson ? Features(file) : Table(file, format)).Take(MostRows + 1);

    private static IEnumerable<GridRow> Table(Stream file, string format)
    {
        var isCsv = format == GridFormats.Csv;
        if (!isCsv)
            RequireSmall(file);
        var row = 1;
        foreach (
            var cells in file.Query(useHeaderRow: true, excelType: isCsv ? ExcelType.CSV : ExcelType.XLSX)
                .Cast<IDictionary<string, object?>>()
        )
        {
            row++;
            var byName = cells.ToDictionary(
                c => c.Key.Trim().TrimStart('\uFEFF').ToLowerInvariant(),
                c => SafeCell.Read(Convert.ToString(c.Value, CultureInfo.InvariantCulture)?.Trim()),
                StringComparer.Ordinal
            );
            if (row == 2 && !byName.ContainsKey("code"))
                throw new InvalidDataException("import.no-code-column");
            if (byName.Values.All(string.IsNullOrEmpty))
                continue;
            string? Cell(string name) =>
                byName.TryGetValue(name, out var text) && !string.IsNullOrEmpty(text) ? text : null;
            yield return new GridRow(
                row,
                Cell("code"),
                Cell("name"),
                Cell("kind"),
                Cell("use"),
                Cell("parent"),
                Cell("households"),
                Cell("residents"),
                null
            );
        }
    }

    private static void RequireSmall(Stream file)
    {
        switch (WorkbookCheck.Look(file, new WorkbookLimits(MostUnpacked, WidestSheet, MostRows, MostCells)))
        {
            case WorkbookFault.TooLarge or WorkbookFault.TooWide or WorkbookFault.TooManyCells:
                throw new InvalidDataException("import.too-large");
            case WorkbookFault.Unreadable:
                throw new InvalidDataException("import.unreadable");
        }
    }

    private static IEnumerable<GridRow> Features(Stream file)
    {
        using var document = Parse(file);
        if (
            document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array
        )
            throw new InvalidDataException("import.no-features");
        var row = 0;
        foreach (var feature in features.EnumerateArray())
        {
            row++;
            var properties =
                feature.ValueKind == JsonValueKind.Object
                && feature.TryGetProperty("properties", out var given)
                && given.ValueKind == JsonValueKind.Object
                    ? given
                    : default;
            string? Property(string name) =>
                properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value)
                    ? value.ValueKind switch
                    {
                        JsonValueKind.Null => null,
                        JsonValueKind.String => value.GetString(),
                        _ => value.GetRawText(),
                    }
                    : null;
            yield return new GridRow(
                row,
                Property("code"),
                Property("name"),
                Property("kind"),
                Property("use"),
                Property("parent"),
                Property("households"),
                Property("residents"),
                feature.ValueKind == JsonValueKind.Object
                && feature.TryGetProperty("geometry", out var geometry)
                && geometry.ValueKind != JsonValueKind.Null
                    ? geometry.Clone()
                    : null
            );
        }
    }

    private static JsonDocument Parse(Stream file)
    {
        try
        {
            return JsonDocument.Parse(file);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("import.unreadable", fault);
        }
    }
}
