using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Zones;

/// <summary>The zones one may see, by the time they were made; and one of them.</summary>
internal static class ListZones
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/zones", List).WithName("ListZones").WithTags("Zones").Needs(Permission.ZonesRead);
        api.MapGet("/zones/{id}", Get).WithName("GetZone").WithTags("Zones").Needs(Permission.ZonesRead);
    }

    private static async Task<Ok<Page<ZoneView>>> List(
        SenseDb db,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null
    )
    {
        var most = Page.Limit(limit);
        var query = db.Zones.AsNoTracking();
        if (Page.Key(cursor, 1) is [var last])
        {
            var after = Ids.TryParse<ZoneId>(last, out var id)
                ? id
                : throw Refused.Invalid("request.cursor-malformed", "cursor");
            var at = await query.Where(z => z.Id == after).Select(z => z.CreatedAt).FirstOrDefaultAsync(ct);
            query = query.Where(z => z.CreatedAt > at);
        }
        var rows = await query.OrderBy(z => z.CreatedAt).Take(most + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(rows, most, ZoneView.Of, z => [z.Id.ToString()]));
    }

    private static async Task<Ok<ZoneView>> Get(ZoneId id, SenseDb db, HttpContext http, CancellationToken ct)
    {
        var zone = await Find(id, db, ct);
        Revisions.Show(http, zone.Revision);
        return TypedResults.Ok(ZoneView.Of(zone));
    }

    internal static async Task<Zone> Find(ZoneId id, SenseDb db, CancellationToken ct) =>
        await db.Zones.FirstOrDefaultAsync(z => z.Id == id, ct) ?? throw Refused.NotFound("zone.unknown");
}
