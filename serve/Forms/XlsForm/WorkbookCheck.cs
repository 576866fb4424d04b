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
}

/// <summary>Looks at a workbook before a reader does: it is a zip, so a small one may hold terabytes, and readers make a cell of every column that a sheet claims, in every row.</summary>
public static class WorkbookCheck
{
    /// <summary>What keeps it from being read; the stream stands at its beginning again.</summary>
    /// <param name="workbook">Can be sought; stays open.</param>
    /// <param name="mostUnpacked">Bytes it may unpack to.</param>
    /// <param name="widest">Columns a sheet may have.</param>
    public static WorkbookFault Look(Stream workbook, long mostUnpacked, int widest)
    {
        try
        {
            workbook.Position = 0;
            using var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            return IsLarger(zip, mostUnpacked) ? WorkbookFault.TooLarge
                : zip.Entries.Where(IsSheet).Any(sheet => IsWider(sheet, widest)) ? WorkbookFault.TooWide
                : WorkbookFault.None;
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

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase)
        && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsWider(ZipArchiveEntry sheet, int widest)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var stream = sheet.Open();
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            var cell = reader.LocalName switch
            {
                "c" => reader.GetAttribute("r"),
                "dimension" => reader.GetAttribute("ref")?.Split(':')[^1],
                _ => null,
            };
            if (cell is not null && ColumnOf(cell, widest) > widest)
                return true;
        }
        return false;
    }

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
