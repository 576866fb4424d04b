using System.Text.Json;
using Fourfold.Contracts;

namespace Fourfold.Sense.Zones;

/// <summary>A zone as the API shows it.</summary>
internal sealed record ZoneView(
    ZoneId Id,
    string Name,
    [OneOf(typeof(ZoneKinds))] string Kind,
    JsonElement Geometry,
    bool Active,
    int Revision,
    string AreaCode,
    bool Simulated
)
{
    public static ZoneView Of(Zone zone)
    {
        using var json = JsonDocument.Parse(zone.Geometry);
        return new ZoneView(
            zone.Id,
            zone.Name,
            zone.Kind,
            json.RootElement.Clone(),
            zone.Active,
            zone.Revision,
            zone.AreaPath,
            zone.Simulated
        );
    }
}
