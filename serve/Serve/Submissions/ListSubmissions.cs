using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
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
        var rows = filter.Of(db.Submissions.AsNoTracking());
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(s => s.Sequence < before);
        var area = (filter.Area ?? "").Length > db.Actor.AreaPath.Length ? filter.Area : db.Actor.AreaPath;
        var found =
            area?.Length >= Narrow
                ? await OfFew(rows, code, take + 1, db, ct)
                : await rows.Where(s => s.FormCode == code)
                    .OrderByDescending(s => s.Sequence)
                    .Take(take + 1)
                    .ToListAsync(ct);
        List<Submission> kept = [.. found.Take(take)];
        var views = await viewer.Show(kept, ct);
        if (kept.Count > 0)
        {
            db.Audit("submissions.listed", "form", code, new { Ids = kept.Select(s => s.Id) });
            await db.SaveChangesAsync(ct);
        }
        var next = found.Count > take ? Page.Cursor(kept[^1].Sequence.ToString(CultureInfo.InvariantCulture)) : null;
        return TypedResults.Ok(new Page<SubmissionView>(views, next));
    }

    // Of a township the area's index holds few; the order's would be walked over all that lie elsewhere. SQLite chooses the
    // latter by itself, unless neither form nor order can be looked up there.
    private static async Task<List<Submission>> OfFew(
        IQueryable<Submission> rows,
        string code,
        int count,
        ServeDb db,
        CancellationToken ct
    )
    {
        var keys = await rows.Where(s => s.FormCode + "" == code)
            .OrderByDescending(s => s.Sequence + 0)
            .Select(s => s.Sequence)
            .Take(count)
            .ToListAsync(ct);
        return await db
            .Submissions.AsNoTracking()
            .Where(s => keys.Contains(s.Sequence))
            .OrderByDescending(s => s.Sequence)
            .ToListAsync(ct);
    }

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

/// <summary>Which submissions are meant.</summary>
/// <param name="Area">Code of an area; those of it and below.</param>
/// <param name="From">Filled then or later.</param>
/// <param name="To">Filled before.</param>
/// <param name="Grid">Of this grid.</param>
internal sealed record SubmissionFilter(string? Area, DateTimeOffset? From, DateTimeOffset? To, GridId? Grid)
{
    public IQueryable<Submission> Of(IQueryable<Submission> rows)
    {
        if (!string.IsNullOrEmpty(Area))
        {
            if (Area.Length > 15 || !Area.All(char.IsAsciiDigit))
                throw Refused.Invalid("area.unknown", "area");
            var (low, high) = AreaScope.Below(Area);
            rows = rows.Where(s => string.Compare(s.AreaPath, low) >= 0 && string.Compare(s.AreaPath, high) < 0);
        }
        if (From is { } from)
            rows = rows.Where(s => s.FilledAt >= from);
        if (To is { } to)
            rows = rows.Where(s => s.FilledAt < to);
        if (Grid is { } grid)
            rows = rows.Where(s => s.Grid == grid);
        return rows;
    }
}
