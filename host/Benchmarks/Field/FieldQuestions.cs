using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Serve;
using Fourfold.Serve.Workers;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Benchmarks.Field;

/// <summary>A list or a map that somebody asks for, and the bare statement for the same rows.</summary>
/// <param name="Name">In the table.</param>
/// <param name="Who">Asks; another each time.</param>
/// <param name="Path">Below <c>/api/v1</c>; another each time.</param>
/// <param name="Sql">Without the program, with <c>{low}</c> and <c>{high}</c> for the area asked about; null where no such rows are read.</param>
internal sealed record FieldQuestion(string Name, Func<TestActor> Who, Func<string> Path, string? Sql = null);

/// <summary>A grid with whom serves it.</summary>
internal sealed record ServedGrid(string Code, GeoPoint? At, PersonId Person, PostId Post, UnitId Unit);

/// <summary>What phones, clerks and leaders ask for of a province.</summary>
internal sealed class FieldQuestions
{
    private readonly IReadOnlyList<ServedGrid> grids;
    private readonly Random chance;

    public FieldQuestions(IReadOnlyList<ServedGrid> grids, Random chance) =>
        (this.grids, this.chance) = (grids, chance);

    /// <summary>The grids of a store, with one worker of each.</summary>
    public static Task<IReadOnlyList<ServedGrid>> GridsOf(FourfoldBox box, CancellationToken ct) =>
        box.Inside<IReadOnlyList<ServedGrid>>(async services =>
        {
            var db = (ServeDb)services.GetService(typeof(ServeDb))!; // Registered by its module.
            var rows = await db
                .GridPosts.AsNoTracking()
                .Where(p => p.Role == GridRoles.Worker)
                .Join(db.Grids, p => p.GridId, g => g.Id, (p, g) => new { p, g })
                .OrderBy(r => r.g.Code)
                .ToListAsync(ct);
            return [.. rows.Select(r => new ServedGrid(r.g.Code, r.g.Position, r.p.Person, r.p.Post, r.p.Unit))];
        });

    /// <summary>All of them, in the order of the table.</summary>
    public IEnumerable<FieldQuestion> All() =>
        [.. Grids(), .. Workers(), .. Cases(), .. WorkOrders(), .. Leaders(), .. Forms(), .. Others()];

    /// <summary>Somebody with a phone.</summary>
    public static TestActor WorkerOf(ServedGrid grid) =>
        new(Roles.GridWorker, grid.Code, Purposes.FieldWork)
        {
            Person = grid.Person.Value,
            Post = grid.Post.Value,
            Unit = grid.Unit.Value,
        };

    private ServedGrid Some() => grids[chance.Next(grids.Count)];

    private string area = "46";

    /// <summary>The area asked about last, for the bare statement.</summary>
    public string Area => area;

    private TestActor Head() => new(Roles.CentreHead, area = "46", Purposes.CaseWork);

    private TestActor Clerk(int level) => new(Roles.CentreClerk, area = Some().Code[..level], Purposes.CaseWork);

    private string Within(string path, int level) => $"{path}area={area = Some().Code[..level]}";

    private IEnumerable<FieldQuestion> Grids()
    {
        var table = FieldStore.Table("serve", "grids");
        yield return new(
            "grids: first page, province",
            Head,
            () => "grids?limit=50",
            $"select * from {table} where closed_at is null and area_path >= '{{low}}' and area_path < '{{high}}' order by code limit 51"
        );
        yield return new("grids: a village", Head, () => Within("grids?", 12));
        yield return new("grids: by code", Head, () => $"grids?q={Some().Code[..9]}");
        yield return new("grids: faults of a village", Head, () => $"grids/faults?village={Some().Code[..12]}");
        yield return new(
            "map: all of the island",
            Head,
            () => "grids/map?west=108&south=18&east=111.5&north=20.5",
            $"select substr(area_path, 1, 9), count(*), sum(households), sum(latitude), sum(longitude) from {table} where closed_at is null group by 1"
        );
        yield return new("map: a county (1/3°)", Head, () => Around(0.17));
        yield return new("map: some villages (1/20°)", Head, () => Around(0.025));
        yield return new("plan of a township", Head, () => Within("grids/plan?", 9));
        yield return new("plan of a county", Head, () => Within("grids/plan?", 6));
    }

    private IEnumerable<FieldQuestion> Workers()
    {
        var table = FieldStore.Table("serve", "grid_posts");
        yield return new(
            "workers: first page, province",
            Head,
            () => "grid-workers?limit=50",
            $"select * from {table} where area_path >= '{{low}}' and area_path < '{{high}}' order by area_path, id limit 51"
        );
        yield return new("workers: on leave, province", Head, () => "grid-workers?away=true");
        yield return new("workers: a township", Head, () => Within("grid-workers?", 9));
    }

    private IEnumerable<FieldQuestion> Cases()
    {
        var table = FieldStore.Table("coordinate", "cases");
        const string inside = "area_path >= '{low}' and area_path < '{high}'";
        foreach (var (name, level) in new[] { ("province", 2), ("county", 6), ("township", 9), ("village", 12) })
        {
            yield return new(
                $"cases: open by deadline, {name}",
                () => Clerk(level),
                () => "cases",
                $"select * from {table} where is_open and {inside} order by deadline_at, number limit 51"
            );
            yield return new(
                $"cases: newest, {name}",
                () => Clerk(level),
                () => "cases?scope=all",
                $"select * from {table} where {inside} order by recorded_at desc, number desc limit 51"
            );
            yield return new($"cases: closed, {name}", () => Clerk(level), () => "cases?scope=closed");
        }
    }

    private IEnumerable<FieldQuestion> WorkOrders()
    {
        yield return new("work orders: a worker's own", Phone, () => "work-orders?scope=mine");
        yield return new("work orders: a unit's", Phone, () => "work-orders");
        yield return new("work orders: a county's", () => Clerk(6), () => "work-orders?scope=all");
        yield return new("alerts: to do", () => TestActor.DutyOfficer, () => "alerts?tab=todo");
    }

    private IEnumerable<FieldQuestion> Leaders()
    {
        foreach (var (name, level) in new[] { ("province", 2), ("county", 6), ("township", 9) })
        {
            yield return new($"risks: {name}", Head, () => Within("cases/risks?", level));
            yield return new($"meeting: {name}", Head, () => Within("cases/meeting?", level));
            foreach (var book in (string[])["order", "hazards", "visits"])
                yield return new($"ledger {book}: {name}", Head, () => Within($"ledgers/{book}?month=2026-02&", level));
        }
        yield return new("what one reported", Phone, () => "cases/reported");
    }

    private IEnumerable<FieldQuestion> Others()
    {
        yield return new("patrol plans: province", Head, () => "patrol-plans");
        yield return new("patrol plans: a township", Head, () => Within("patrol-plans?", 9));
        yield return new("patrol plans: a worker's", Phone, () => "patrol-plans/mine");
        yield return new("questions: a worker's", Phone, () => "questions");
        yield return new("notices: a worker's", Phone, () => "notices");
        yield return new("notices: sent, province", Head, () => "notices/sent");
        foreach (var (name, level) in new[] { ("province", 2), ("county", 6), ("village", 12) })
            yield return new(
                $"filled forms: {name}",
                Head,
                () => Within($"forms/{PhoneSync.Form}/submissions?limit=50&", level)
            );
    }

    private IEnumerable<FieldQuestion> Forms()
    {
        yield return new("forms that may be filled", Phone, () => "forms?limit=100");
        yield return new("the coast for the phone's map", Phone, () => "map/land");
    }

    private TestActor Phone() => WorkerOf(Some());

    private string Around(double half)
    {
        GeoPoint? at;
        do at = Some().At;
        while (at is null);
        var (latitude, longitude) = (at.Value.Latitude, at.Value.Longitude);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"grids/map?west={longitude - half}&south={latitude - half}&east={longitude + half}&north={latitude + half}"
        );
    }
}
