using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;

namespace Fourfold.Serve.Ledgers;

/// <summary>Where a ledger goes on: an instant, and how many of that instant were shown.</summary>
internal readonly record struct LedgerPlace(DateTimeOffset At, int Shown);

/// <summary>Reads a ledger's lines from all its sources into one order, the newest first.</summary>
internal sealed class LedgerDesk(IEnumerable<ILedgerSource> sources, Actor actor, IAreaDirectory areas)
{
    private const int MostOfAnInstant = 100_000;
    private readonly ILedgerSource[] inOrder = [.. sources.OrderBy(s => s.Kind, StringComparer.Ordinal)];

    /// <summary>The ledger of a code.</summary>
    /// <exception cref="Refused">404 <c>ledger.unknown</c>.</exception>
    public static Ledger Find(string code) =>
        Ledger.All.FirstOrDefault(l => l.Code == code) ?? throw Refused.NotFound("ledger.unknown");

    /// <summary>Path of the area asked for, or the actor's own.</summary>
    /// <exception cref="Refused">422 <c>area.unknown</c>; 403 <c>area.outside</c>.</exception>
    public string AreaOf(string? code)
    {
        if (string.IsNullOrEmpty(code))
            return actor.AreaPath;
        var area = areas.Find(code) ?? throw Refused.Invalid("area.unknown", "area");
        return actor.Scope.Holds(area.Path)
            ? area.Path
            : throw new Refused("area.outside", 403).With("areaCode", area.Code);
    }

    /// <summary>First and last instant of a month such as 2026-03, by the clock of the place.</summary>
    /// <exception cref="Refused">422 <c>ledger.month-malformed</c>.</exception>
    public static (DateTimeOffset From, DateTimeOffset Until) MonthOf(string month)
    {
        if (
            !DateTime.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year is < 2000 or > 2999
        )
            throw Refused.Invalid("ledger.month-malformed", "month");
        var from = new DateTimeOffset(first, TimeSpan.FromHours(8));
        return (from.ToUniversalTime(), from.AddMonths(1).ToUniversalTime());
    }

    /// <summary>Lines after a place, at most so many and one more to see whether it goes on.</summary>
    public async Task<(IReadOnlyList<LedgerEntry> Lines, LedgerPlace? Next)> Read(
        Ledger ledger,
        string areaPath,
        (DateTimeOffset From, DateTimeOffset Until) month,
        LedgerPlace? after,
        int take,
        CancellationToken ct
    )
    {
        var skip = after?.Shown ?? 0;
        // What was recorded in the very instant where a page ended is asked for again and passed over.
        var until = after is { } place ? place.At.AddMilliseconds(1) : month.Until;
        var lines = new List<LedgerEntry>();
        foreach (var source in inOrder)
            if (ledger.CodesOf(source.Kind) is { } codes)
                lines.AddRange(
                    await source.Newest(new LedgerQuestion(areaPath, codes, month.From, until, skip + take + 1), ct)
                );
        // A stable sort: of one instant the sources' order holds.
        var rest = lines.OrderByDescending(l => l.At).Skip(skip).ToList();
        var shown = rest.Take(take).ToList();
        if (rest.Count <= take)
            return (shown, null);
        var last = shown[^1].At;
        var ofLast = shown.Count(l => l.At == last) + (after?.At == last ? skip : 0);
        return (shown, new LedgerPlace(last, ofLast));
    }

    /// <summary>Reads a cursor.</summary>
    public static LedgerPlace? PlaceOf(string? cursor)
    {
        if (Page.Key(cursor, 2) is not [var at, var shown])
            return null;
        return
            long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms < 253_402_300_800_000
            && int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= MostOfAnInstant
            ? new LedgerPlace(DateTimeOffset.FromUnixTimeMilliseconds(ms), count)
            : throw Refused.Invalid("request.cursor-malformed", "cursor");
    }

    /// <summary>Writes one.</summary>
    public static string? CursorOf(LedgerPlace? place) =>
        place is not { } next
            ? null
            : Page.Cursor(
                next.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                next.Shown.ToString(CultureInfo.InvariantCulture)
            );
}
