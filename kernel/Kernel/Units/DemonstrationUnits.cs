using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Units;

/// <summary>Adds the made-up units of the demonstration, each marked so.</summary>
internal sealed class DemonstrationUnits(KernelDb db, UnitDirectory directory) : IDemonstrationSeed
{
    private const string Resource = "Fourfold.Kernel.Units.Data.demonstration-units.json";

    public int Order => 10;

    public async Task Seed(CancellationToken ct)
    {
        var known = await db
            .Units.Where(u => u.SeedKey != null)
            .ToDictionaryAsync(u => u.SeedKey!, u => u.Id, StringComparer.Ordinal, ct); // Filtered above.
        foreach (var item in EmbeddedData.Json<Data>(typeof(DemonstrationUnits).Assembly, Resource).Units)
        {
            if (known.ContainsKey(item.Key))
                continue;
            var unit = Make(item, item.Parent is null ? null : known[item.Parent]);
            known[item.Key] = unit.Id;
            db.Units.Add(unit);
        }
        db.Audit("demonstration.seeded", "unit", "*", new { known.Count });
        db.WhenCommitted(directory.Forget);
        await db.SaveChangesAsync(ct);
    }

    private Unit Make(Item item, UnitId? parent) =>
        new()
        {
            Id = Ids.New<UnitId>(db.Clock),
            Name = item.Name,
            Department = item.Department,
            AreaCode = item.AreaCode,
            AreaPath = item.AreaCode,
            Parent = parent,
            JurisdictionAreas = [.. item.Jurisdiction.Areas],
            JurisdictionGeometry = item.Jurisdiction.Geometry is { ValueKind: JsonValueKind.Object } geometry
                ? geometry.GetRawText()
                : null,
            Latitude = item.Position.Latitude,
            Longitude = item.Position.Longitude,
            Synthetic = true,
            SeedKey = item.Key,
        };

    private sealed record Data(Item[] Units);

    private sealed record Item(
        string Key,
        string Department,
        string Name,
        string AreaCode,
        string? Parent,
        GeoPoint Position,
        JurisdictionView Jurisdiction
    );
}
