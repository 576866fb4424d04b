using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Paging;

/// <summary>One page of a list. Keyset: the cursor holds the last row's key, so pages neither skip nor repeat while rows arrive.</summary>
/// <param name="Items">At most the asked limit.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>The same page with what is shown of each of its rows.</summary>
    public Page<TShown> Showing<TShown>(IReadOnlyList<TShown> shown) => new(shown, Next);
}

/// <summary>Limits and cursors of lists.</summary>
public static class Page
{
    /// <summary>Items on a page when nothing is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most one may ask for.</summary>
    public const int MaximumLimit = 200;

    private const char Separator = '\u001f';

    /// <summary>The asked limit, or the default.</summary>
    /// <exception cref="Refused">422 <c>request.limit-range</c> outside 1 … 200.</exception>
    public static int Limit(int? asked) =>
        asked is null ? DefaultLimit
        : asked is >= 1 and <= MaximumLimit ? asked.Value
        : throw Refused.Invalid("request.limit-range", "limit").With("minimum", 1).With("maximum", MaximumLimit);

    /// <summary>A cursor around the key of a row.</summary>
    public static string Cursor(params ReadOnlySpan<string> key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, key!)));

    /// <summary>The key inside a cursor, or null without one.</summary>
    /// <exception cref="Refused">422 <c>request.cursor-malformed</c>.</exception>
    public static string[]? Key(string? cursor, int parts)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        if (cursor.Length <= 500 && Base64Url.IsValid(cursor))
        {
            var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
            if (key.Length == parts)
                return key;
        }
        throw Refused.Invalid("request.cursor-malformed", "cursor");
    }

    /// <summary>The number inside a cursor of one number, or null without one.</summary>
    /// <exception cref="Refused">422 <c>request.cursor-malformed</c>.</exception>
    public static long? Number(string? cursor) =>
        Key(cursor, 1) is not [var text] ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Refused.Invalid("request.cursor-malformed", "cursor");

    /// <summary>Cuts a list that was read with one row more than the limit, and makes the cursor from the last row kept.</summary>
    public static Page<TRow> Cut<TRow>(IReadOnlyList<TRow> rows, int limit, Func<TRow, string[]> key)
    {
        var kept = rows.Take(limit).ToList();
        return new Page<TRow>(kept, rows.Count > limit ? Cursor(key(kept[^1])) : null);
    }

    /// <summary>The same of rows in the order of a number, which <see cref="Number"/> reads out of the cursor.</summary>
    public static Page<TRow> Cut<TRow>(IReadOnlyList<TRow> rows, int limit, Func<TRow, long> number) =>
        Cut(rows, limit, row => [number(row).ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Cuts as <see cref="Cut{TRow}(IReadOnlyList{TRow}, int, Func{TRow, string[]})"/> does, and shows what is kept.</summary>
    public static Page<T> Of<TRow, T>(IReadOnlyList<TRow> rows, int limit, Func<TRow, T> show, Func<TRow, string[]> key)
    {
        var cut = Cut(rows, limit, key);
        return cut.Showing<T>([.. cut.Items.Select(show)]);
    }

    /// <summary>The same of rows in the order of a number.</summary>
    public static Page<T> Of<TRow, T>(IReadOnlyList<TRow> rows, int limit, Func<TRow, T> show, Func<TRow, long> number)
    {
        var cut = Cut(rows, limit, number);
        return cut.Showing<T>([.. cut.Items.Select(show)]);
    }
}
