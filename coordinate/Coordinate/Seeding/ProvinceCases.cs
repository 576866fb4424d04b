using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Numbers;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Coordinate.Seeding;

/// <summary>A year of cases of a made-up province, each marked simulated. No event is told: nothing happened.</summary>
internal sealed class ProvinceCases(CoordinateDb db, IStore store, IOptions<CoordinateOptions> limits) : IProvinceSeed
{
    /// <summary>The newest so many have their hands, work orders and timeline; of older ones, when there are more, only the case is kept.</summary>
    public const int Whole = 100_000;

    private const int Batch = 5_000;

    public int Order => 30;

    public async Task<string?> Real(CancellationToken ct) =>
        await db.Cases.AnyAsync(c => !c.Simulated, ct) ? "cases" : null;

    public async Task Seed(ProvincePlan plan, CancellationToken ct)
    {
        var before = await db.NumberSeries.AsNoTracking().ToDictionaryAsync(s => (s.Area, s.Year), s => s.Last, ct);
        var last = new Dictionary<(string Area, int Year), int>(before);
        var written = 0;
        foreach (var batch in Make(plan, limits.Value, last).Chunk(Batch))
        {
            await store.BulkInsert(db, batch, ct);
            var whole = batch.Skip(Math.Max(0, plan.Cases - Whole - written)).ToList();
            await store.BulkInsert(db, whole.SelectMany(c => c.Hands), ct);
            await store.BulkInsert(db, whole.SelectMany(c => c.Participants), ct);
            await store.BulkInsert(db, whole.SelectMany(c => c.WorkOrders), ct);
            await store.BulkInsert(db, whole.SelectMany(c => c.NewEntries()), ct);
            written += batch.Length;
            plan.Report("cases", written, plan.Cases);
        }
        await WriteNumbers(before, last, ct);
        db.Audit("province.seeded", "case", "*", new { Cases = written });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The cases, one after the other; needs no store.</summary>
    internal static IEnumerable<Case> Make(
        ProvincePlan plan,
        CoordinateOptions limits,
        Dictionary<(string Area, int Year), int> last
    )
    {
        if (plan.Cases == 0)
            yield break;
        var lives = new CaseLives(plan, limits, last);
        var apart = TimeSpan.FromDays(365) / plan.Cases;
        for (var n = 0; n < plan.Cases; n++)
            yield return lives.Lead(plan.Until - (apart * (plan.Cases - n)));
    }

    private async Task WriteNumbers(
        Dictionary<(string Area, int Year), int> before,
        Dictionary<(string Area, int Year), int> last,
        CancellationToken ct
    )
    {
        foreach (
            var ((area, year), number) in last.Where(l => before.TryGetValue(l.Key, out var was) && was != l.Value)
        )
            await db
                .NumberSeries.Where(s => s.Area == area && s.Year == year)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, number), ct);
        var added = last.Where(l => !before.ContainsKey(l.Key))
            .Select(l => new NumberSeries
            {
                Area = l.Key.Area,
                Year = l.Key.Year,
                Last = l.Value,
            });
        await store.BulkInsert(db, added, ct);
    }
}
