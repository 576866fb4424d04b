using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Patrols;

/// <summary>Proof of what was deleted of walks because its time was over, the newest first. Numbers only.</summary>
internal static class ListPatrolDeletions
{
    /// <param name="Number">In the chain of all deletions, from 1 without gaps.</param>
    /// <param name="At">When.</param>
    /// <param name="AreaCode">Of the county.</param>
    /// <param name="RetentionDays">Days they were kept.</param>
    /// <param name="Count">Walks.</param>
    /// <param name="Hash">Hex of the SHA-256 over the hash before and this record.</param>
    internal sealed record PatrolDeletionView(
        long Number,
        DateTimeOffset At,
        string AreaCode,
        int RetentionDays,
        int Count,
        string Hash
    );

    public static void Map(IEndpointRouteBuilder patrols) =>
        patrols.MapGet("/deletions", List).WithName("ListPatrolDeletions").Needs(Permission.PatrolsWrite);

    private static async Task<Ok<Page<PatrolDeletionView>>> List(
        int? limit,
        string? cursor,
        ServeDb db,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        // A county's numbers are for who may see all of the county.
        var (low, high) = db.Actor.Scope;
        var rows = db
            .Deletions.AsNoTracking()
            .Where(d => d.FormCode == DeletePatrols.Subject)
            .Where(d => string.Compare(d.County, low) >= 0 && string.Compare(d.County, high) < 0);
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(d => d.Number < before);
        var page = await rows.OrderByDescending(d => d.Number).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(
            Page.Of(
                page,
                take,
                d => new PatrolDeletionView(
                    d.Number,
                    d.At,
                    d.County,
                    d.RetentionDays,
                    d.Count,
                    Convert.ToHexStringLower(d.Hash)
                ),
                d => d.Number
            )
        );
    }
}
