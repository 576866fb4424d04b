using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Sense.Feeds.Capture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Feeds;

/// <summary>Raw bytes as they came, where an alert's pointer says.</summary>
internal static class ReadRaw
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/feeds/{id}/raw", Handle).WithName("ReadRaw").WithTags("Feeds").Needs(Permission.FeedsRead);

    private static async Task<FileContentHttpResult> Handle(
        FeedId id,
        long offset,
        int length,
        RawArchive archive,
        CancellationToken ct
    )
    {
        if (offset < 0)
            throw Refused.Invalid("request.out-of-range", "offset");
        if (length is < 1 or > RawArchive.LongestRead)
            throw Refused.Invalid("request.out-of-range", "length").With("maximum", RawArchive.LongestRead);
        var bytes = await archive.Read(id, offset, length, ct);
        return bytes.Length > 0
            ? TypedResults.Bytes(bytes, "application/octet-stream")
            : throw Refused.NotFound("raw.not-kept");
    }
}
