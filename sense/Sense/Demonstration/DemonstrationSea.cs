using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Demonstration;
using Fourfold.Sense.Rules;
using Fourfold.Sense.Sensors;
using Fourfold.Sense.Zones;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Demonstration;

/// <summary>Adds the scenario's radars and zones, and a version of each rule that answers within the newcomer's first minutes.</summary>
internal sealed class DemonstrationSea(
    SenseDb db,
    IEnumerable<DemonstrationZone> zones,
    IEnumerable<DemonstrationRadar> radars
) : IDemonstrationSeed
{
    private const string Note = "demonstration";

    // An hour of silence of one boat among two hundred would be lost on a newcomer; a minute is not.
    private static readonly Dictionary<string, double> QuickSilence = new(StringComparer.Ordinal)
    {
        ["floorSeconds"] = 45,
        ["cadenceFactor"] = 3,
        ["minimumSpeedKnots"] = 5,
    };

    public int Order => 110;

    public async Task Seed(CancellationToken ct)
    {
        await AddRadars(ct);
        if (await db.Zones.AnyAsync(z => z.Simulated, ct))
            return;
        await DefaultRules.Seed(db, ct);
        var watched = zones.Select(Add).Where(zone => zone.Kind == "watch").Select(zone => zone.Id).ToList();
        await Revise(DefaultRules.ZoneEntry, level: 2, [], watched, ct);
        await Revise(DefaultRules.AisSilence, level: 1, QuickSilence, [], ct);
        db.Audit("demonstration.seeded", "zone", "*");
        await db.SaveChangesAsync(ct);
    }

    // By themselves, for a folder from before there were radars has the zones already.
    private async Task AddRadars(CancellationToken ct)
    {
        var known = await db.Sensors.Select(s => s.Key).ToListAsync(ct);
        foreach (var made in radars.Where(radar => !known.Contains(radar.Key)))
        {
            var now = db.Clock.GetUtcNow();
            db.Sensors.Add(
                new Sensor
                {
                    Id = Ids.New<SensorId>(db.Clock),
                    Number = await db.Next("sensor", ct),
                    Key = made.Key,
                    Name = made.Name,
                    Latitude = made.LatitudeDegrees,
                    Longitude = made.LongitudeDegrees,
                    Model = ModelOf(made).Checked(),
                    AreaCode = made.AreaCode,
                    SystemCode = made.SystemCode,
                    Enabled = true,
                    Simulated = true,
                    CreatedAt = now,
                    UpdatedAt = now,
                }
            );
        }
        await db.SaveChangesAsync(ct);
    }

    private static RadarModel ModelOf(DemonstrationRadar made) =>
        new()
        {
            AntennaHeightMetres = made.AntennaHeightMetres,
            RangeDeviationMetres = made.RangeDeviationMetres,
            AzimuthDeviationDegrees = made.AzimuthDeviationDegrees,
            PeriodSeconds = made.PeriodSeconds,
            DetectionProbability = made.DetectionProbability,
            MinimumRangeMetres = made.MinimumRangeMetres,
            MaximumRangeMetres = made.MaximumRangeMetres,
            RangeResolutionMetres = made.RangeResolutionMetres,
            AzimuthResolutionDegrees = made.AzimuthResolutionDegrees,
            ClutterFarPerSquareKilometre = made.ClutterFarPerSquareKilometre,
            ClutterNearPerSquareKilometre = made.ClutterNearPerSquareKilometre,
            ClutterDecayMetres = made.ClutterDecayMetres,
            RangeBiasDeviationMetres = made.RangeBiasDeviationMetres,
            AzimuthBiasDeviationDegrees = made.AzimuthBiasDeviationDegrees,
        };

    private Zone Add(DemonstrationZone made)
    {
        var now = db.Clock.GetUtcNow();
        var zone = new Zone
        {
            Id = Ids.New<ZoneId>(db.Clock),
            Name = made.Name,
            Kind = made.Kind,
            Geometry = PolygonOf(made.Area),
            Active = true,
            AreaPath = "46",
            Simulated = true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Zones.Add(zone);
        return zone;
    }

    private async Task Revise(
        RuleId id,
        int level,
        Dictionary<string, double> parameters,
        List<ZoneId> zoneIds,
        CancellationToken ct
    )
    {
        var rule = await db.Rules.SingleAsync(r => r.Id == id, ct);
        db.RuleVersions.Add(
            new RuleVersion
            {
                Rule = id,
                Version = ++rule.Version,
                Parameters = parameters,
                Level = level,
                Enabled = true,
                ZoneIds = zoneIds,
                Note = Note,
                By = null,
                At = db.Clock.GetUtcNow(),
            }
        );
        rule.Revision++;
    }

    private static string PolygonOf(MultiPolygon area)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
            GeoJson.Write(json, area);
        using var written = JsonDocument.Parse(Encoding.UTF8.GetString(text.ToArray()));
        return ZoneGeometry.Check(written.RootElement);
    }
}
