using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Feeds;

/// <summary>Removes a feed. Its raw capture stays until its age ends it, for alerts point there.</summary>
internal static class RemoveFeed
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/feeds/{id}", Handle).WithName("RemoveFeed").WithTags("Feeds").Needs(Permission.FeedsWrite);

    private static async Task<NoContent> Handle(
        FeedId id,
        ExpectedRevision known,
        SenseDb db,
        FeedBook book,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var feed = await ChangeFeed.Find(id, db, book, ct);
        var expected = known.Of(null);
        if (feed.Revision != expected)
            throw Refused.Stale(expected, feed.Revision, FeedView.Of(feed, book.Find(id)));
        db.Feeds.Remove(feed);
        db.Audit("feed.removed", "feed", id.ToString(), new { feed.Url });
        db.Tell("feed", id.ToString(), feed.Revision, "removed", "");
        await db.SaveChangesAsync(ct);
        signals.Feeds.RingAfter(http);
        return TypedResults.NoContent();
    }
}
