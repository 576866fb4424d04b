using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate;

/// <summary>Keyset paging: the time and number of the last row shown.</summary>
/// <param name="At">The time the list is ordered by.</param>
/// <param name="Number">Breaks ties; unique.</param>
internal sealed record Page(DateTimeOffset At, string Number)
{
    /// <summary>Rows in an answer when nothing is said.</summary>
    public const int Default = 50;

    /// <summary>Most rows in an answer.</summary>
    public const int Most = 200;

    /// <summary>How many rows are asked for.</summary>
    public static int Limit(int? asked) =>
        asked switch
        {
            null => Default,
            >= 1 and <= Most => asked.Value,
            _ => throw Refused.Invalid("page.limit-out-of-range", "limit").With("most", Most),
        };

    /// <summary>As the client hands it back.</summary>
    public string Cursor =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(FormattableString.Invariant($"{At.ToUnixTimeMilliseconds()}|{Number}"))
        );

    /// <summary>Reads what <see cref="Cursor"/> wrote; 422 for anything else.</summary>
    public static Page? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        if (Base64Url.IsValid(cursor))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            var bar = text.IndexOf('|', StringComparison.Ordinal);
            if (
                bar > 0
                && long.TryParse(
                    text.AsSpan(0, bar),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var ms
                )
                && ms is > -62_135_596_800_000 and < 253_402_300_800_000
            )
                return new Page(DateTimeOffset.FromUnixTimeMilliseconds(ms), text[(bar + 1)..]);
        }
        throw Refused.Invalid("page.cursor-malformed", "cursor");
    }
}
