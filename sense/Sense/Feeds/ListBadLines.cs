using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Feeds;

/// <summary>The last 200 bad lines of a feed that runs, newest first.</summary>
internal static class ListBadLines
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/feeds/{id}/bad-lines", Handle)
            .WithName("ListBadLines")
            .WithTags("Feeds")
            .Needs(Permission.FeedsRead);

    private static Ok<Page<BadLine>> Handle(FeedId id, FeedBook book) =>
        TypedResults.Ok(
            new Page<BadLine>((book.Find(id) ?? throw Refused.NotFound("feed.not-running")).BadLines.Newest(), null)
        );
}
