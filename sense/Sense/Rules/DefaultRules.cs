using Fourfold.Behaviour;
using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Rules;

/// <summary>The rules an empty store begins with, with their published defaults.</summary>
internal static class DefaultRules
{
    // Fixed ids, so that two servers starting together do not make them twice.
    public static readonly RuleId ZoneEntry = RuleId.From(new Guid("0190a000-0000-7000-8000-000000000001"));
    public static readonly RuleId AisSilence = RuleId.From(new Guid("0190a000-0000-7000-8000-000000000002"));

    public static readonly RuleId DarkVessel = RuleId.From(new Guid("0190a000-0000-7000-8000-000000000003"));
    public static readonly RuleId FalsePosition = RuleId.From(new Guid("0190a000-0000-7000-8000-000000000004"));
    public static readonly RuleId SwappedIdentity = RuleId.From(new Guid("0190a000-0000-7000-8000-000000000005"));
    public static readonly RuleId GhostVessel = RuleId.From(new Guid("0190a000-0000-7000-8000-000000000006"));

    private static readonly (RuleId Id, string Code, int Level)[] All =
    [
        (ZoneEntry, ZoneEntryDetector.DetectorCode, 3),
        (AisSilence, AisSilenceDetector.DetectorCode, 2),
        (DarkVessel, DarkVesselDetector.DetectorCode, 3),
        (FalsePosition, FalsePositionDetector.DetectorCode, 2),
        (SwappedIdentity, SwappedIdentityDetector.DetectorCode, 2),
        (GhostVessel, GhostVesselDetector.DetectorCode, 3),
    ];

    /// <summary>Adds those that are missing: all to a new store, the newer ones to one that an older program made.</summary>
    public static async Task Seed(SenseDb db, CancellationToken ct)
    {
        var known = await db.Rules.Select(r => r.Id).ToListAsync(ct);
        if (All.All(rule => known.Contains(rule.Id)))
            return;
        foreach (var (id, code, level) in All.Where(rule => !known.Contains(rule.Id)))
            Add(db, id, code, level);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.Rules.Any(r => r.Id == GhostVessel))
        {
            db.ChangeTracker.Clear(); // Another server was first.
        }
    }

    private static void Add(SenseDb db, RuleId id, string code, int level)
    {
        db.Rules.Add(
            new Rule
            {
                Id = id,
                Code = code,
                Version = 1,
                Real = new OutcomeCounts(),
                Simulated = new OutcomeCounts(),
            }
        );
        db.RuleVersions.Add(
            new RuleVersion
            {
                Rule = id,
                Version = 1,
                Parameters = [],
                Level = level,
                Enabled = true,
                ZoneIds = [],
                Note = "default",
                By = null,
                At = db.Clock.GetUtcNow(),
            }
        );
        db.Audit("rule.seeded", "rule", id.ToString());
    }
}
