using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Feeds;

/// <summary>Changes a feed; it is connected anew at once.</summary>
internal static class ChangeFeed
{
    internal sealed record Request(
        string Name,
        string Url,
        bool Enabled,
        bool? Simulated = null,
        int? ExpectedRevision = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/feeds/{id}", Handle).WithName("ChangeFeed").WithTags("Feeds").Needs(Permission.FeedsWrite);

    private static async Task<Ok<FeedView>> Handle(
        FeedId id,
        Request request,
        ExpectedRevision known,
        SenseDb db,
        FeedBook book,
        FeedPlugIns plugIns,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var expected = known.Of(request.ExpectedRevision);
        var feed = await Find(id, db, book, ct);
        if (feed.Revision != expected)
            throw Refused.Stale(expected, feed.Revision, FeedView.Of(feed, book.Find(id)));
        feed.Name = AddFeed.CheckName(request.Name);
        AddFeed.CheckUrl(request.Url, plugIns);
        (feed.Url, feed.Enabled) = (request.Url, request.Enabled);
        feed.Simulated = request.Simulated ?? feed.Simulated;
        feed.UpdatedAt = db.Clock.GetUtcNow();
        feed.Revision++;
        db.Audit("feed.changed", "feed", id.ToString(), new { feed.Url, feed.Enabled });
        db.Tell("feed", id.ToString(), feed.Revision, "changed", "");
        await db.SaveChangesAsync(ct);
        signals.Feeds.RingAfter(http);
        Revisions.Show(http, feed.Revision);
        return TypedResults.Ok(FeedView.Of(feed, book.Find(id)));
    }

    /// <summary>The row; one from the command line is refused with its own code, for it cannot be changed here.</summary>
    internal static async Task<Feed> Find(FeedId id, SenseDb db, FeedBook book, CancellationToken ct)
    {
        if (await db.Feeds.FirstOrDefaultAsync(f => f.Id == id, ct) is { } feed)
            return feed;
        throw book.Find(id) is null ? Refused.NotFound("feed.unknown") : new Refused("feed.pinned");
    }
}
