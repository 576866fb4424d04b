using System.Text.Json;

namespace Fourfold.Serve.Exchange;

/// <summary>A grid as it stands in a file, not judged yet; a column that is missing is null.</summary>
/// <param name="Row">Row of the table, the header being 1; of GeoJSON the feature, from 1.</param>
/// <param name="Code">15 digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">comprehensive, special or micro.</param>
/// <param name="Use">Of a special grid.</param>
/// <param name="Parent">Code of the grid a micro-grid is part of.</param>
/// <param name="Households">A number.</param>
/// <param name="Residents">A number.</param>
/// <param name="Geometry">GeoJSON only; null leaves the boundary as it is.</param>
internal sealed record GridRow(
    int Row,
    string? Code,
    string? Name,
    string? Kind,
    string? Use,
    string? Parent,
    string? Households,
    string? Residents,
    JsonElement? Geometry
)
{
    /// <summary>Columns of a table and properties of a feature, in this order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "code",
        "name",
        "kind",
        "use",
        "parent",
        "households",
        "residents",
    ];
}

/// <summary>Keeps a spreadsheet from taking a name for a formula.</summary>
/// <remarks>OWASP, "CSV Injection": a cell that begins with one of these is computed when the file is opened.</remarks>
internal static class SafeCell
{
    private const string Dangerous = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>With an apostrophe before what would be computed.</summary>
    public static string? Write(string? text) =>
        text is { Length: > 0 } && (Dangerous.Contains(text[0], StringComparison.Ordinal) || text[0] == '\'')
            ? "'" + text
            : text;

    /// <summary>Takes that apostrophe away again.</summary>
    public static string? Read(string? text) =>
        text is ['\'', var next, ..] && (Dangerous.Contains(next, StringComparison.Ordinal) || next == '\'')
            ? text[1..]
            : text;
}
