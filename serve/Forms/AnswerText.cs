using System.Globalization;
using System.Text.RegularExpressions;

namespace Fourfold.Forms;

/// <summary>Answers that are written as text: dates, times and texts.</summary>
internal static partial class AnswerText
{
    /// <summary>24 hours; the same pattern is in the schema.</summary>
    public const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    public static bool Fits(FormItem item, string text) =>
        item.Type switch
        {
            FormItemType.Text => text.Length is > 0 and <= FormLimits.MaxTextLength
                && text.Length <= (item.MaxLength ?? FormLimits.TextLength),
            FormItemType.Date => IsDate(text),
            FormItemType.Time => Time().IsMatch(text),
            FormItemType.DateTime => IsInstant(text),
            _ => text.Length > 0,
        };

    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsInstant(string text) =>
        Instant().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(TimePattern, RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$",
        RegexOptions.CultureInvariant | RegexOptions.ECMAScript
    )]
    private static partial Regex Instant();
}
