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
        var rows = filter.Of(db.Submissions.AsNoTracking().Where(s => s.FormCode == code));
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(s => s.Sequence < before);
        var found = await rows.OrderByDescending(s => s.Sequence).Take(take + 1).ToListAsync(ct);
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
