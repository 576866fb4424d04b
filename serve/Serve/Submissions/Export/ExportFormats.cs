namespace Fourfold.Serve.Submissions.Export;

/// <summary>Files that submissions are given out as.</summary>
internal static class ExportFormats
{
    /// <summary>A table: UTF-8 with a byte order mark, RFC 4180.</summary>
    public const string Csv = "csv";

    /// <summary>A workbook.</summary>
    public const string Xlsx = "xlsx";

    /// <summary>Features with the place of filling; RFC 7946.</summary>
    public const string GeoJson = "geojson";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Csv, Xlsx, GeoJson];
}
