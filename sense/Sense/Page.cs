using System.Globalization;
using Fourfold.Kernel.Problems;

namespace Fourfold.Sense;

/// <summary>One page of a list.</summary>
/// <param name="Items">At most the limit.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Limits and cursors of lists.</summary>
internal static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaximumLimit = 200;

    /// <summary>The limit asked for, 1 … 200, or 50.</summary>
    public static int Limit(int? asked) => Math.Clamp(asked ?? DefaultLimit, 1, MaximumLimit);

    /// <summary>A cursor that is a number; 0 without one.</summary>
    public static long Number(string? cursor) =>
        cursor is null ? 0
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Refused.Invalid("request.cursor-malformed", "cursor");
}
