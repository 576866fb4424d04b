using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Serve.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Deletion;

/// <summary>What was deleted of a form because its time was over, the newest first. Numbers only.</summary>
internal static class ListDeletions
{
    /// <param name="Number">In the chain of all forms, from 1 without gaps.</param>
    /// <param name="At">When.</param>
    /// <param name="Version">Of the form.</param>
    /// <param name="Field">The field.</param>
    /// <param name="AreaCode">Of the county.</param>
    /// <param name="RetentionDays">Days it was kept.</param>
    /// <param name="Count">Submissions it was deleted from.</param>
    /// <param name="Submissions">Hex of the SHA-256 over their ids, in the order of their arrival.</param>
    /// <param name="Hash">Hex of the SHA-256 over the hash before and this record.</param>
    internal sealed record DeletionView(
        long Number,
        DateTimeOffset At,
        int Version,
        string Field,
        string AreaCode,
        int RetentionDays,
        int Count,
        string Submissions,
        string Hash
    );

    public static void Map(IEndpointRouteBuilder forms) =>
        forms
            .MapGet("/{code}/deletions", List)
            .WithName("ListDeletions")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.SubmissionsRead);

    private static async Task<Ok<Page<DeletionView>>> List(
        string code,
        int? limit,
        string? cursor,
        FormDesk forms,
        ServeDb db,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        await forms.Find(code, ct);
        // A county's numbers are for who may see all of the county.
        var (low, high) = db.Actor.Scope;
        var rows = db
            .Deletions.AsNoTracking()
            .Where(d => d.FormCode == code)
            .Where(d => string.Compare(d.County, low) >= 0 && string.Compare(d.County, high) < 0);
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(d => d.Number < before);
        var page = await rows.OrderByDescending(d => d.Number).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(page, take, Show, d => d.Number));
    }

    private static DeletionView Show(DeletionRecord record) =>
        new(
            record.Number,
            record.At,
            record.Version,
            record.Field,
            record.County,
            record.RetentionDays,
            record.Count,
            Convert.ToHexStringLower(record.Submissions),
            Convert.ToHexStringLower(record.Hash)
        );
}
