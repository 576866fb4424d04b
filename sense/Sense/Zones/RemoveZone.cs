using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Zones;

/// <summary>Removes a zone. Alerts keep its name; its last shape stays in the audit row.</summary>
internal static class RemoveZone
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/zones/{id}", Handle).WithName("RemoveZone").WithTags("Zones").Needs(Permission.ZonesWrite);

    private static async Task<NoContent> Handle(
        ZoneId id,
        ExpectedRevision known,
        SenseDb db,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var expected = known.Of(null);
        var zone = await ListZones.Find(id, db, ct);
        if (zone.Revision != expected)
            throw Refused.Stale(expected, zone.Revision, ZoneView.Of(zone));
        db.Zones.Remove(zone);
        db.Audit("zone.removed", "zone", id.ToString(), new { zone.Kind, zone.Geometry });
        db.Tell("zone", id.ToString(), zone.Revision, "removed", zone.AreaPath);
        await db.SaveChangesAsync(ct);
        signals.Rules.RingAfter(http);
        return TypedResults.NoContent();
    }
}
