using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Zones;

/// <summary>Changes a zone; episodes that go on in it go on.</summary>
internal static class RedrawZone
{
    internal sealed record Request(
        string Name,
        [OneOf(typeof(ZoneKinds))] string Kind,
        JsonElement Geometry,
        bool Active = true,
        int? ExpectedRevision = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/zones/{id}", Handle).WithName("RedrawZone").WithTags("Zones").Needs(Permission.ZonesWrite);

    private static async Task<Ok<ZoneView>> Handle(
        ZoneId id,
        Request request,
        ExpectedRevision known,
        SenseDb db,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var expected = known.Of(request.ExpectedRevision);
        var zone = await ListZones.Find(id, db, ct);
        if (zone.Revision != expected)
            throw Refused.Stale(expected, zone.Revision, ZoneView.Of(zone));
        zone.Name = DrawZone.CheckName(request.Name);
        zone.Kind = DrawZone.CheckKind(request.Kind);
        zone.Geometry = ZoneGeometry.Check(request.Geometry);
        zone.Active = request.Active;
        zone.UpdatedAt = db.Clock.GetUtcNow();
        zone.Revision++;
        db.Audit(
            "zone.redrawn",
            "zone",
            id.ToString(),
            new
            {
                zone.Kind,
                zone.Active,
                zone.Revision,
            }
        );
        db.Tell("zone", id.ToString(), zone.Revision, "redrawn", zone.AreaPath);
        await db.SaveChangesAsync(ct);
        signals.Rules.RingAfter(http);
        Revisions.Show(http, zone.Revision);
        return TypedResults.Ok(ZoneView.Of(zone));
    }
}
