using Fourfold.Contracts;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.ApiKeys;

/// <summary>All keys by name, expired and revoked ones included.</summary>
internal static class ListApiKeys
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api-keys", Handle).WithName("ListApiKeys").WithTags("API keys").Needs(Permission.ApiKeysWrite);

    private static async Task<Ok<Page<ApiKeyView>>> Handle(
        int? limit,
        string? cursor,
        KernelDb db,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var keys = db.ApiKeys.AsNoTracking();
        if (Page.Key(cursor, 1) is [var after])
            keys = keys.Where(k => string.Compare(k.Name, after) > 0);
        var rows = await keys.OrderBy(k => k.Name).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(rows, take, ApiKeyView.Of, k => [k.Name]));
    }
}
