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

    private const int ZoneEntryLevel = 3;
    private const int AisSilenceLevel = 2;

    /// <summary>Adds them when there is no rule at all.</summary>
    public static async Task Seed(SenseDb db, CancellationToken ct)
    {
        if (await db.Rules.AnyAsync(ct))
            return;
        Add(db, ZoneEntry, ZoneEntryDetector.DetectorCode, ZoneEntryLevel);
        Add(db, AisSilence, AisSilenceDetector.DetectorCode, AisSilenceLevel);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.Rules.Any(r => r.Id == ZoneEntry))
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
