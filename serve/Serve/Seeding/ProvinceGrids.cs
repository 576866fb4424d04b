using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Seeding;

/// <summary>Grids of a made-up province with their boundaries and workers.</summary>
internal sealed class ProvinceGrids(ServeDb db, IStore store, IAreaDirectory areas) : IProvinceSeed
{
    private const string Resource = "Fourfold.Serve.Seeding.Data.words.json";

    // Morning and afternoon with the long noon of the tropics.
    private static readonly List<Shift> OfficeHours =
    [
        .. Enumerable.Range(1, 5).SelectMany(day => new[] { new Shift(day, 480, 720), new Shift(day, 870, 1050) }),
    ];

    public int Order => 20;

    public async Task<string?> Real(CancellationToken ct) =>
        await db.Grids.AnyAsync(g => !g.Synthetic, ct) ? "grids"
        : await db.Outlines.AnyAsync(o => !o.Synthetic, ct) ? "outlines"
        : null;

    public async Task Seed(ProvincePlan plan, CancellationToken ct)
    {
        var made = Make(plan, ct);
        plan.Report("grids", made.Grids.Count, made.Grids.Count);
        await store.BulkInsert(db, made.Outlines, ct);
        await store.BulkInsert(db, made.Grids, ct);
        await store.BulkInsert(db, made.Boundaries, ct);
        await store.BulkInsert(db, made.Posts, ct);
        await store.BulkInsert(db, made.Leaves, ct);
        db.Audit("province.seeded", "grid", "*", new { Grids = made.Grids.Count, Workers = made.Posts.Count });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>All rows; needs no store.</summary>
    internal Made Make(ProvincePlan plan, CancellationToken ct)
    {
        var chance = plan.Chance("grids");
        var words = EmbeddedData.Json<Words>(typeof(ProvinceGrids).Assembly, Resource);
        var since = plan.Until.AddDays(-366);
        var made = new Made([], [], [], [], []);
        var byCode = plan.GridList.ToDictionary(
            g => g.Code,
            g => Undrawn(g, words, since, chance),
            StringComparer.Ordinal
        );
        var drawn = new ProvinceOutlines(
            areas,
            plan.GridList.GroupBy(g => g.Village.Code, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            plan.Chance("outlines")
        );
        foreach (var (path, shape) in drawn.All())
        {
            ct.ThrowIfCancellationRequested();
            var area = Subdivision.Area(shape);
            if (path.Length < 15)
                made.Outlines.Add(
                    new AreaOutline
                    {
                        Path = path,
                        Geometry = Outline.Write(area),
                        Synthetic = true,
                    }
                );
            else
                Draw(byCode[path], area, since, plan, made);
        }
        made.Grids.AddRange(byCode.Values);
        Staff(plan, byCode, since, made);
        return made;
    }

    private static void Draw(
        Grid grid,
        Fourfold.Geo.MultiPolygon area,
        DateTimeOffset since,
        ProvincePlan plan,
        Made made
    )
    {
        if (!Outline.TryMake(area, out var outline, out var fault))
            throw new InvalidDataException($"the made-up grid {grid.Code} is no area: {fault.Code}");
        made.Boundaries.Add(grid.Redraw(outline, since, null, 0));
        plan.Place(grid.Code, outline.Inside);
        if (made.Boundaries.Count % 500 == 0)
            plan.Report("grids", made.Boundaries.Count, ProvincePlan.Grids);
    }

    private static Grid Undrawn(SeededGrid grid, Words words, DateTimeOffset since, Random chance)
    {
        var households = 60 + (int)(450 * chance.NextDouble() * chance.NextDouble());
        // The fourth grid of a village is sometimes a place of its own.
        var use = grid.Number > 3 && chance.Next(5) < 2 ? SpecialUses.All[chance.Next(SpecialUses.All.Count)] : null;
        return new Grid
        {
            Id = GridId.From(ProvincePlan.NewGuid(since, chance)),
            Code = grid.Code,
            Name = words.NameOf(grid),
            Kind = use is null ? GridKinds.Comprehensive : GridKinds.Special,
            Use = use,
            AreaPath = grid.Code,
            Households = households,
            Residents = (int)(households * (2.6 + chance.NextDouble())),
            Synthetic = true,
            CreatedAt = since,
            UpdatedAt = since,
        };
    }

    private static void Staff(ProvincePlan plan, Dictionary<string, Grid> grids, DateTimeOffset since, Made made)
    {
        var chance = plan.Chance("posts");
        GridPost? before = null;
        foreach (var worker in plan.WorkerList)
        {
            var grid = grids[worker.Grid];
            var post = new GridPost
            {
                Id = GridPostId.From(ProvincePlan.NewGuid(since, chance)),
                GridId = grid.Id,
                AreaPath = grid.AreaPath,
                Person = worker.Person,
                Post = worker.Post,
                Unit = worker.Unit.Id,
                Role =
                    worker.Deputy ? GridRoles.Deputy
                    : worker.Lead ? GridRoles.Lead
                    : GridRoles.Worker,
                Shifts = OfficeHours,
                From = since,
                Synthetic = true,
            };
            made.Posts.Add(post);
            // A deputy follows the worker of the same grid; one in ten of these is away just now.
            if (worker.Deputy && before is not null && chance.Next(10) == 0)
                made.Leaves.Add(
                    Away(before, post, plan.Until.AddDays(-1), plan.Until.AddDays(2 + chance.Next(12)), chance)
                );
            before = post;
        }
    }

    private static Leave Away(
        GridPost absent,
        GridPost deputy,
        DateTimeOffset from,
        DateTimeOffset until,
        Random chance
    ) =>
        new()
        {
            Id = LeaveId.From(ProvincePlan.NewGuid(from, chance)),
            AreaPath = absent.AreaPath,
            Absent = absent.Id,
            AbsentPost = absent.Post,
            Deputy = deputy.Id,
            DeputyPost = deputy.Post,
            From = from,
            Until = until,
            EnteredBy = null,
        };

    /// <summary>What was made, in the order it is written.</summary>
    internal sealed record Made(
        List<AreaOutline> Outlines,
        List<Grid> Grids,
        List<GridBoundary> Boundaries,
        List<GridPost> Posts,
        List<Leave> Leaves
    );

    /// <summary>Names, in Chinese, of what is made up.</summary>
    private sealed record Words(string Grid, string[] Suffixes)
    {
        public string NameOf(SeededGrid grid)
        {
            var village = grid.Village.Name;
            var suffix = Array.Find(Suffixes, s => village.EndsWith(s, StringComparison.Ordinal) && village != s) ?? "";
            return Grid.Replace("{village}", village[..^suffix.Length], StringComparison.Ordinal)
                .Replace("{number}", grid.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }
}
