using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Fourfold.Forms.XlsForm;

/// <summary>Why a workbook is not read.</summary>
public enum WorkbookFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>It is no zip, or its sheets are no XML.</summary>
    Unreadable,

    /// <summary>It unpacks to more than it may.</summary>
    TooLarge,

    /// <summary>A sheet has, or says that it has, more columns than it may.</summary>
    TooWide,

    /// <summary>Its sheets and its shared texts have more cells and texts than they may.</summary>
    TooManyCells,
}

/// <summary>How large a workbook may be.</summary>
/// <param name="Unpacked">Bytes it may unpack to.</param>
/// <param name="Columns">Columns a sheet may have.</param>
/// <param name="Rows">Rows of a sheet that will be read; cells of later ones do not count.</param>
/// <param name="Cells">Cells of all sheets, the gaps between them included, and shared texts together.</param>
public sealed record WorkbookLimits(long Unpacked, int Columns, int Rows, int Cells);

/// <summary>Looks at a workbook before a reader does: it is a zip, so a small one may hold terabytes, and readers make a cell of every column that a sheet claims, in every row.</summary>
public static class WorkbookCheck
{
    // A cell with text of several styles has some seven levels.
    private const int MostDepth = 64;

    /// <summary>What keeps it from being read; the stream stands at its beginning again.</summary>
    /// <param name="workbook">Can be sought; stays open.</param>
    /// <param name="most">How large it may be.</param>
    public static WorkbookFault Look(Stream workbook, WorkbookLimits most)
    {
        try
        {
            workbook.Position = 0;
            using var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            if (IsLarger(zip, most.Unpacked))
                return WorkbookFault.TooLarge;
            var cellsLeft = most.Cells;
            foreach (var part in zip.Entries.Where(HasCells))
                if (Count(part, most, ref cellsLeft) is var fault && fault != WorkbookFault.None)
                    return fault;
            return WorkbookFault.None;
        }
        catch (Exception bad) when (bad is InvalidDataException or XmlException)
        {
            return WorkbookFault.Unreadable;
        }
        finally
        {
            workbook.Position = 0;
        }
    }

    // What the zip says of its lengths may be a lie: count.
    private static bool IsLarger(ZipArchive zip, long most)
    {
        var buffer = new byte[1 << 16];
        var unpacked = 0L;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
                if ((unpacked += read) > most)
                    return true;
        }
        return false;
    }

    private static bool HasCells(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (
            entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)
        );

    private static WorkbookFault Count(ZipArchiveEntry part, WorkbookLimits most, ref int cellsLeft)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, settings);
        var (row, column, width, counted) = (0, 0, 0, 0);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
                return WorkbookFault.Unreadable;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "row":
                    (row, column) = (Math.Max(Math.Min(row, most.Rows) + 1, Number(reader.GetAttribute("r"))), 0);
                    break;
                // A cell that does not say where it is stands behind the one before.
                case "c":
                    column = reader.GetAttribute("r") is { } place ? ColumnOf(place, most.Columns) : column + 1;
                    width = Math.Max(width, column);
                    goto case "si";
                case "si":
                    if (row <= most.Rows && ++counted > cellsLeft)
                        return WorkbookFault.TooManyCells;
                    break;
                case "dimension":
                    width = Math.Max(width, ColumnOf(reader.GetAttribute("ref")?.Split(':')[^1] ?? "", most.Columns));
                    break;
            }
            if (width > most.Columns)
                return WorkbookFault.TooWide;
        }
        // The reader makes cells for the gaps as well.
        cellsLeft -= Math.Max(counted, width * Math.Min(row, most.Rows));
        return cellsLeft < 0 ? WorkbookFault.TooManyCells : WorkbookFault.None;
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // From 1: A, …, Z, AA, …; as far as it matters.
    private static int ColumnOf(string cell, int widest)
    {
        var column = 0;
        foreach (var letter in cell.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > widest)
                break;
        }
        return column;
    }
}
