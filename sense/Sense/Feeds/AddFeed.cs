using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Feeds;

/// <summary>Adds a feed; it is connected at once when enabled.</summary>
internal static class AddFeed
{
    internal const int LongestName = 100;

    internal sealed record Request(string Name, string Url, bool Enabled = true, bool Simulated = false);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/feeds", Handle).WithName("AddFeed").WithTags("Feeds").Needs(Permission.FeedsWrite);

    private static async Task<Created<FeedView>> Handle(
        Request request,
        SenseDb db,
        FeedPlugIns plugIns,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var name = CheckName(request.Name);
        CheckUrl(request.Url, plugIns);
        var now = db.Clock.GetUtcNow();
        var feed = new Feed
        {
            Id = Ids.New<FeedId>(db.Clock),
            Number = await db.Next("feed", ct),
            Name = name,
            Url = request.Url,
            Enabled = request.Enabled,
            Simulated = request.Simulated,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Feeds.Add(feed);
        db.Audit("feed.added", "feed", feed.Id.ToString(), new { feed.Url, feed.Enabled });
        db.Tell("feed", feed.Id.ToString(), feed.Revision, "added", "");
        await db.SaveChangesAsync(ct);
        signals.Feeds.RingAfter(http);
        Revisions.Show(http, feed.Revision);
        return TypedResults.Created($"/api/v1/feeds/{feed.Id}", FeedView.Of(feed, null));
    }

    internal static string CheckName(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= LongestName ? trimmed : throw Refused.Invalid("feed.name-length", "name");
    }

    internal static void CheckUrl(string url, FeedPlugIns plugIns)
    {
        if (plugIns.FindConfined(url, out _, out var problem) is null && problem is not null)
            throw Refused.Invalid(problem.Code, "url").With("at", problem.At).With("part", problem.Part);
    }
}
