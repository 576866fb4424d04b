using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Storage;
using Fourfold.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Seeding;

/// <summary>Units and people of a made-up province: real areas, invented organisations, nobody who can sign in.</summary>
internal sealed class ProvinceUnits(KernelDb db, IStore store, IAreaDirectory areas, UnitDirectory directory)
    : IProvinceSeed
{
    private const string Resource = "Fourfold.Kernel.Seeding.Data.province.json";
    private const string Key = "province/";
    private const string CentreDepartment = "governance-centre";

    public int Order => 10;

    public async Task<string?> Real(CancellationToken ct) =>
        await db.Units.AnyAsync(u => !u.Synthetic, ct) ? "units"
        : await db.People.AnyAsync(p => !p.Synthetic, ct) ? "people"
        : await db.Units.AnyAsync(u => u.SeedKey != null && u.SeedKey.StartsWith(Key), ct) ? "a province already"
        : null;

    public async Task Seed(ProvincePlan plan, CancellationToken ct)
    {
        var words = EmbeddedData.Json<Words>(typeof(ProvinceUnits).Assembly, Resource);
        var made = new List<Unit>();
        var byPath = Centres(plan, words, made);
        Departments(plan, words, byPath, made);
        plan.Report("units", 0, made.Count);
        await store.BulkInsert(db, made, ct);
        plan.Report("units", made.Count, made.Count);
        LayGrids(plan);
        var (people, posts) = People(plan, words, byPath);
        plan.Report("people", 0, people.Count);
        await store.BulkInsert(db, people, ct);
        await store.BulkInsert(db, posts, ct);
        plan.Report("people", people.Count, people.Count);
        db.Audit(
            "province.seeded",
            "store",
            "*",
            new
            {
                plan.Seed,
                plan.Cases,
                plan.Until,
            }
        );
        db.WhenCommitted(directory.Forget);
        await db.SaveChangesAsync(ct);
    }

    private Dictionary<string, Unit> Centres(ProvincePlan plan, Words words, List<Unit> made)
    {
        var chance = plan.Chance("centres");
        var all = Below().ToList();
        var above = all.Where(a => a.Level < 12).ToList();
        var villages = all.Where(a => a.Level == 12).ToList();
        // Every area above the village has one; villages as far as the number goes, evenly over the province.
        var left = ProvincePlan.Centres - above.Count;
        var chosen = above.Concat(
            villages.Where((_, n) => (long)(n + 1) * left / villages.Count > (long)n * left / villages.Count)
        );
        var byPath = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var area in chosen)
        {
            var unit = Make(plan, chance, area, words.Centre, CentreDepartment, ParentOf(area.Path, byPath));
            byPath.Add(area.Path, unit);
            made.Add(unit);
            plan.AddCentre(unit.Summary);
        }
        return byPath;
    }

    private void Departments(ProvincePlan plan, Words words, Dictionary<string, Unit> centres, List<Unit> made)
    {
        var chance = plan.Chance("departments");
        foreach (var (path, _) in centres.Where(c => c.Key.Length is 6 or 9).ToList())
        {
            var area = areas.Find(path)!; // A centre stands in an area.
            foreach (var (department, suffix) in path.Length == 6 ? words.OfCounty : words.OfTownship)
            {
                var unit = Make(plan, chance, area, suffix, department, null);
                made.Add(unit);
                plan.AddDepartment(unit.Summary);
            }
        }
    }

    // Every village has three grids, and as many of them a fourth as the number needs, evenly over the province.
    private void LayGrids(ProvincePlan plan)
    {
        var villages = Below().Where(a => a.Level == 12).ToList();
        for (var n = 0; n < villages.Count; n++)
        {
            if (!villages[n].Path.StartsWith(plan.Within, StringComparison.Ordinal))
                continue;
            var upTo = (long)(n + 1) * ProvincePlan.Grids / villages.Count;
            var from = (long)n * ProvincePlan.Grids / villages.Count;
            for (var number = 1; number <= upTo - from; number++)
                plan.Add(
                    new SeededGrid(
                        string.Create(CultureInfo.InvariantCulture, $"{villages[n].Code}{number:000}"),
                        number,
                        villages[n]
                    )
                );
        }
    }

    private static (List<Person>, List<Post>) People(ProvincePlan plan, Words words, Dictionary<string, Unit> centres)
    {
        var chance = plan.Chance("people");
        var since = plan.Until.AddDays(-366);
        var (people, posts) = (new List<Person>(), new List<Post>());
        (Person, Post) Add(string key, string role, Unit unit)
        {
            var name =
                words.Surnames[chance.Next(words.Surnames.Length)] + words.Given[chance.Next(words.Given.Length)];
            var person = new Person
            {
                Id = PersonId.From(ProvincePlan.NewGuid(since, chance)),
                UserName = key,
                NormalizedUserName = key.ToUpperInvariant(),
                DisplayName = name + words.Mark,
                Synthetic = true,
                CreatedAt = since,
            };
            var post = new Post
            {
                Id = PostId.From(ProvincePlan.NewGuid(since, chance)),
                Person = person.Id,
                Unit = unit.Id,
                Role = role,
                From = since,
            };
            people.Add(person);
            posts.Add(post);
            return (person, post);
        }
        var grids = plan.GridList;
        var extra = (int)((long)(ProvincePlan.Workers - ProvincePlan.Grids) * grids.Count / ProvincePlan.Grids);
        for (var n = 0; n < grids.Count; n++)
        {
            var grid = grids[n];
            var unit = ParentOf(grid.Code, centres)!; // The province has a centre.
            var lead = grid.Number == 1;
            var (worker, post) = Add($"grid-{grid.Code}-1", lead ? Roles.GridLead : Roles.GridWorker, unit);
            plan.Add(Seeded(worker, post, unit, grid.Code, lead, deputy: false));
            if ((long)(n + 1) * extra / grids.Count == (long)n * extra / grids.Count)
                continue;
            (worker, post) = Add($"grid-{grid.Code}-2", Roles.GridWorker, unit);
            plan.Add(Seeded(worker, post, unit, grid.Code, lead: false, deputy: true));
        }
        foreach (var (path, centre) in centres.Where(c => c.Key.Length == 9).Take(ProvincePlan.Commissioners))
            Add($"commissioner-{path}", Roles.Commissioner, centre);
        return (people, posts);
    }

    private static SeededWorker Seeded(Person person, Post post, Unit unit, string grid, bool lead, bool deputy) =>
        new(person.Id, post.Id, person.DisplayName, unit.Summary, grid, lead, deputy);

    private static Unit? ParentOf(string path, Dictionary<string, Unit> centres)
    {
        foreach (var digits in new[] { 12, 9, 6, 4, 2 })
            if (digits < path.Length && centres.TryGetValue(path[..digits], out var parent))
                return parent;
        return null;
    }

    private static Unit Make(
        ProvincePlan plan,
        Random chance,
        Area area,
        string suffix,
        string department,
        Unit? parent
    ) =>
        new()
        {
            Id = UnitId.From(ProvincePlan.NewGuid(plan.Until.AddDays(-366), chance)),
            Name = area.Name + suffix,
            Department = department,
            AreaCode = area.Code,
            AreaPath = area.Path,
            Parent = parent?.Id,
            JurisdictionAreas = [area.Code],
            JurisdictionGeometry = null,
            Latitude = area.Centroid?.Latitude,
            Longitude = area.Centroid?.Longitude,
            Synthetic = true,
            SeedKey = $"{Key}{department}/{area.Path}",
        };

    /// <summary>Areas people know, level by level, in the order of their codes.</summary>
    private IEnumerable<Area> Below()
    {
        var queue = new Queue<Area>([areas.Root]);
        while (queue.TryDequeue(out var area))
        {
            if (!area.Pseudo)
                yield return area;
            foreach (var child in areas.ChildrenOf(area.Code))
                queue.Enqueue(child);
        }
    }

    /// <summary>Names, in Chinese, of what is made up.</summary>
    private sealed record Words(
        string Mark,
        string Centre,
        Dictionary<string, string> OfCounty,
        Dictionary<string, string> OfTownship,
        string[] Surnames,
        string[] Given
    );
}
