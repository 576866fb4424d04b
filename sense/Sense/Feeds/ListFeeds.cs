using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Feeds;

/// <summary>All feeds: those of this run first, then the rows by name. There are tens of them, so one page holds all.</summary>
internal static class ListFeeds
{
    private const int Most = 1_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/feeds", Handle).WithName("ListFeeds").WithTags("Feeds").Needs(Permission.FeedsRead);

    private static async Task<Ok<Page<FeedView>>> Handle(SenseDb db, FeedBook book, CancellationToken ct)
    {
        var rows = await db.Feeds.AsNoTracking().OrderBy(f => f.Name).ThenBy(f => f.Number).Take(Most).ToListAsync(ct);
        var pinned = book.Running.Where(runner => runner.Setup.Pinned).Select(FeedView.Of);
        return TypedResults.Ok(
            new Page<FeedView>([.. pinned, .. rows.Select(row => FeedView.Of(row, book.Find(row.Id)))], null)
        );
    }
}
