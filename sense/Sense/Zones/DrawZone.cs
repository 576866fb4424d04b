using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Zones;

/// <summary>Adds a zone; rules watch it within a second.</summary>
internal static class DrawZone
{
    internal sealed record Request(
        string Name,
        [OneOf(typeof(ZoneKinds))] string Kind,
        JsonElement Geometry,
        bool Active = true,
        string? AreaCode = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/zones", Handle).WithName("DrawZone").WithTags("Zones").Needs(Permission.ZonesWrite);

    private static async Task<Created<ZoneView>> Handle(
        Request request,
        SenseDb db,
        IAreaDirectory areas,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var now = db.Clock.GetUtcNow();
        var zone = new Zone
        {
            Id = Ids.New<ZoneId>(db.Clock),
            Name = CheckName(request.Name),
            Kind = CheckKind(request.Kind),
            Geometry = ZoneGeometry.Check(request.Geometry),
            Active = request.Active,
            AreaPath = AreaPathFor(request.AreaCode, db.Actor, areas),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Zones.Add(zone);
        db.Audit("zone.drawn", "zone", zone.Id.ToString(), new { zone.Kind, zone.Active });
        db.Tell("zone", zone.Id.ToString(), zone.Revision, "drawn", zone.AreaPath);
        await db.SaveChangesAsync(ct);
        signals.Rules.RingAfter(http);
        Revisions.Show(http, zone.Revision);
        return TypedResults.Created($"/api/v1/zones/{zone.Id}", ZoneView.Of(zone));
    }

    internal static string CheckName(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= Zone.LongestName
            ? trimmed
            : throw Refused.Invalid("zone.name-length", "name");
    }

    internal static string CheckKind(string kind) =>
        ZoneKinds.All.Contains(kind)
            ? kind
            : throw Refused.Invalid("zone.kind-unknown", "kind").With("kinds", ZoneKinds.All);

    // The drawer's own area unless another below it is named.
    private static string AreaPathFor(string? areaCode, Actor actor, IAreaDirectory areas)
    {
        if (string.IsNullOrEmpty(areaCode))
            return actor.AreaPath;
        var path = areas.Find(areaCode)?.Path ?? throw Refused.Invalid("area.unknown", "areaCode");
        return actor.Scope.Holds(path) ? path : throw Refused.Invalid("area.out-of-scope", "areaCode");
    }
}
