using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Zones;

/// <summary>Adds the zones of the simulated strait: the watch zone off the hidden pier, harbours and anchorages.</summary>
/// <remarks>The file is the simulator's own account of its places; a test of the host holds the two together.</remarks>
internal sealed class DemonstrationZones(SenseDb db, SenseSignals signals) : IDemonstrationSeed
{
    private const string Resource = "Fourfold.Sense.Zones.Data.demonstration-zones.geojson";

    public int Order => 110;

    public async Task Seed(CancellationToken ct)
    {
        // All come in one commit, so one that is there tells of all; what people removed or redrew stays as they left it.
        if (await db.Zones.AnyAsync(zone => zone.Simulated, ct))
            return;
        var now = db.Clock.GetUtcNow();
        foreach (var item in Read())
        {
            db.Zones.Add(
                new Zone
                {
                    Id = Ids.New<ZoneId>(db.Clock),
                    Name = item.Name,
                    Kind = item.Kind,
                    Geometry = item.Geometry,
                    Active = true,
                    AreaPath = item.AreaCode,
                    Simulated = true,
                    CreatedAt = now,
                    UpdatedAt = now,
                }
            );
        }
        db.Audit("demonstration.seeded", "zone", "*");
        await db.SaveChangesAsync(ct);
        signals.Rules.Ring();
    }

    /// <summary>The zones of the file; its ports and piers are not zones.</summary>
    internal static IReadOnlyList<Item> Read()
    {
        using var stream =
            typeof(DemonstrationZones).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly");
        using var json = JsonDocument.Parse(stream);
        var items = new List<Item>();
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            if (!properties.TryGetProperty("areaCode", out var area))
                continue;
            var (key, name) = (Text(properties, "key"), Text(properties, "name"));
            var geometry = ZoneGeometry.Check(feature.GetProperty("geometry"));
            items.Add(new Item(key, name, Text(properties, "kind"), area.GetString() ?? "", geometry));
        }
        return items;
    }

    private static string Text(JsonElement properties, string name) =>
        properties.GetProperty(name).GetString() ?? throw new InvalidDataException($"{name} in {Resource}");

    internal sealed record Item(string Key, string Name, string Kind, string AreaCode, string Geometry);
}
