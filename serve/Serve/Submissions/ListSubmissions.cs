using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Submissions;

/// <summary>What was filled, the newest first, and one of them; masked, and each look is written down.</summary>
internal static class ListSubmissions
{
    /// <summary>What looking at submissions can be for.</summary>
    internal static readonly string[] For = [Purposes.CaseWork, Purposes.FieldWork];

    // Digits of a township.
    private const int Narrow = 9;

    public static void Map(IEndpointRouteBuilder forms, IEndpointRouteBuilder submissions)
    {
        forms
            .MapGet("/{code}/submissions", List)
            .WithName("ListSubmissions")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.SubmissionsRead, For);
        submissions
            .MapGet("/{id}", Read)
            .WithName("ReadSubmission")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.SubmissionsRead, For);
    }

    private static async Task<Ok<Page<SubmissionView>>> List(
        string code,
        [AsParameters] SubmissionFilter filter,
        int? limit,
        string? cursor,
        FormDesk forms,
        ServeDb db,
        SubmissionViewer viewer,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        await forms.Find(code, ct);
        var found = await Newest(code, filter, After.Of(cursor), take + 1, db, ct);
        List<Submission> kept = [.. found.Take(take)];
        var views = await viewer.Show(kept, ct);
        if (kept.Count > 0)
        {
            db.Audit("submissions.listed", "form", code, new { Ids = kept.Select(s => s.Id) });
            await db.SaveChangesAsync(ct);
        }
        var next = found.Count > take ? After.Cursor(kept[^1]) : null;
        return TypedResults.Ok(new Page<SubmissionView>(views, next));
    }

    private static Task<List<Submission>> Newest(
        string code,
        SubmissionFilter filter,
        After? after,
        int count,
        ServeDb db,
        CancellationToken ct
    ) =>
        filter.Narrowest(db.Actor.Scope, db.Actor.AreaPath) is { Length: >= Narrow } area
            ? OfFew(code, area, filter, after, count, db, ct)
            : Ordered(After.Rest(filter.Of(db.Submissions.AsNoTracking()).Where(s => s.FormCode == code), after))
                .Take(count)
                .ToListAsync(ct);

    // Of a township the area's index holds few; the order's would be walked over all that lie elsewhere. SQLite takes one
    // range of a column, and not the narrower of two: so the area's filter is put in again by hand, as part of that one.
    private static async Task<List<Submission>> OfFew(
        string code,
        string area,
        SubmissionFilter filter,
        After? after,
        int count,
        ServeDb db,
        CancellationToken ct
    )
    {
        var all = db.Submissions.IgnoreQueryFilters([ModuleDb.AreaFilter]).AsNoTracking();
        var there = (filter with { Area = null }).Of(all.Within(AreaScope.Below(area)));
        // What is reckoned is looked up in no index, so that the area's is the one left.
        var keys = await After
            .Rest(there.Where(s => s.FormCode + "" == code), after)
            .OrderByDescending(s => s.FilledAt)
            .ThenByDescending(s => s.Sequence + 0)
            .Select(s => s.Sequence)
            .Take(count)
            .ToListAsync(ct);
        return await Ordered(all.Where(s => keys.Contains(s.Sequence))).ToListAsync(ct);
    }

    private static IQueryable<Submission> Ordered(IQueryable<Submission> rows) =>
        rows.OrderByDescending(s => s.FilledAt).ThenByDescending(s => s.Sequence);

    private static async Task<Ok<SubmissionView>> Read(
        SubmissionId id,
        SubmissionDesk desk,
        ServeDb db,
        SubmissionViewer viewer,
        CancellationToken ct
    )
    {
        var submission = await desk.Find(id, ct);
        var view = (await viewer.Show([submission], ct))[0];
        db.Audit("submission.seen", "submission", id.ToString());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(view);
    }
}

/// <summary>The row a page ended with.</summary>
internal sealed record After(DateTimeOffset At, long Sequence)
{
    /// <summary>The row inside a cursor, or null without one.</summary>
    /// <exception cref="Refused">422 <c>request.cursor-malformed</c>.</exception>
    public static After? Of(string? cursor) =>
        Page.Key(cursor, 2) is not [var at, var sequence] ? null
        : long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
        && ms <= Latest
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new After(DateTimeOffset.FromUnixTimeMilliseconds(ms), number)
        : throw Refused.Invalid("request.cursor-malformed", "cursor");

    public static string Cursor(Submission row) =>
        Page.Cursor(
            row.FilledAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            row.Sequence.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>What comes after it, the newest first.</summary>
    public static IQueryable<Submission> Rest(IQueryable<Submission> rows, After? after) =>
        after is var (at, sequence)
            ? rows.Where(s => s.FilledAt <= at && (s.FilledAt < at || s.Sequence < sequence))
            : rows;

    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
}

/// <summary>Which submissions are meant.</summary>
internal sealed record SubmissionFilter
{
    /// <summary>Code of an area; those of it and below.</summary>
    public string? Area { get; init; }

    /// <summary>Filled then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Filled before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Of this grid.</summary>
    public GridId? Grid { get; init; }

    /// <summary>The smaller of the area asked for and one's own; null when the former is outside or malformed, and is left to <see cref="Of"/>.</summary>
    public string? Narrowest(AreaScope scope, string own) =>
        !scope.Holds(own) ? null
        : string.IsNullOrEmpty(Area) || AreaScope.Below(Area).Holds(own) ? own
        : Area.All(char.IsAsciiDigit) && scope.Holds(Area) ? Area
        : null;

    public IQueryable<Submission> Of(IQueryable<Submission> rows)
    {
        rows = rows.WithinNamed(Area);
        if (From is { } from)
            rows = rows.Where(s => s.FilledAt >= from);
        if (To is { } to)
            rows = rows.Where(s => s.FilledAt < to);
        if (Grid is { } grid)
            rows = rows.Where(s => s.Grid == grid);
        return rows;
    }
}
