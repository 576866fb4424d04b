using System.Diagnostics;
using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Seeding;
using Fourfold.Server.Seeding;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Grids;

/// <summary>Lists, maps and plans of grids over HTTP at province size, on a store filled by <c>admin seed hainan</c>.</summary>
/// <remarks>The bar is a p99 of 100 ms. On SQLite, or on PostgreSQL with <c>FOURFOLD_TEST_STORE=postgres scripts/postgres ./fourfold bench grids</c>.</remarks>
internal sealed class GridLoad : ILoad
{
    private const int Turns = 100;
    private const int WarmUp = 5;
    private const int Cases = 20_000;
    private const double BarMilliseconds = 100;

    // The box's clock begins here.
    private static readonly DateTimeOffset Until = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);

    public string Name => "grids";

    public bool OnlyByName => true;

    public async Task Run(TextWriter to, CancellationToken ct)
    {
        var options = await TestStore.Empty(Directory.CreateTempSubdirectory("fourfold-bench-grids-").FullName);
        var plan = new ProvincePlan(46, Cases, Until, (_, _, _) => { });
        var started = Stopwatch.GetTimestamp();
        await SeedProvince.Run(options, plan, ct);
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"grids: {plan.GridList.Count:N0} grids, {plan.WorkerList.Count:N0} workers, {Cases:N0} cases, {(TestStore.IsPostgres ? "PostgreSQL" : "SQLite")}, seeded in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; ms over HTTP, {Turns} times each"
            )
        );
        // Not as a demonstration, which would begin to simulate.
        await using var box = await FourfoldBox.On(options with { Demonstration = false });
        to.WriteLine($"  {"", -34}{"p50", 9}{"p99", 9}{"worst", 9}{"kB", 9}");
        var chance = new Random(1);
        var slow = 0;
        foreach (var (name, area, path) in Questions(plan))
            slow += await Measure(name, area, () => path(chance), box, to, ct) > BarMilliseconds ? 1 : 0;
        to.WriteLine($"  {slow} above the bar of {BarMilliseconds:0} ms");
        to.WriteLine();
    }

    private static IEnumerable<(string, string, Func<Random, string>)> Questions(ProvincePlan plan)
    {
        SeededGrid Some(Random chance) => plan.GridList[chance.Next(plan.GridList.Count)];
        string Around(Random chance, double half)
        {
            GeoPoint? at;
            do at = plan.PlaceOf(Some(chance).Code);
            while (at is null);
            var (latitude, longitude) = (at.Value.Latitude, at.Value.Longitude);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"grids/map?west={longitude - half}&south={latitude - half}&east={longitude + half}&north={latitude + half}"
            );
        }
        yield return ("list, first page, province", "46", _ => "grids?limit=50");
        yield return ("list, first page, a county", "460107", _ => "grids?limit=50");
        yield return ("list, a village of the province", "46", c => $"grids?area={Some(c).Village.Code}");
        yield return ("search by code", "46", c => $"grids?q={Some(c).Code[..9]}");
        yield return (
            "search by name, few found",
            "46",
            c => $"grids?q={Uri.EscapeDataString(Some(c).Village.Name[..2])}"
        );
        yield return ("map, all of the island", "46", _ => "grids/map?west=108&south=18&east=111.5&north=20.5");
        yield return ("map, a county (1/3°)", "46", c => Around(c, 0.17));
        yield return ("map, some villages (1/20°)", "46", c => Around(c, 0.025));
        yield return ("workers, first page, province", "46", _ => "grid-workers?limit=50");
        yield return ("workers on leave, province", "46", _ => "grid-workers?away=true");
        yield return ("workers of a township", "46", c => $"grid-workers?area={Some(c).Code[..9]}");
        yield return ("faults of a village", "46", c => $"grids/faults?village={Some(c).Village.Code}");
        yield return ("plan of a township", "46", c => $"grids/plan?area={Some(c).Code[..9]}");
        yield return ("plan of a county", "46", c => $"grids/plan?area={Some(c).Code[..6]}");
    }

    private static async Task<double> Measure(
        string name,
        string area,
        Func<string> path,
        FourfoldBox box,
        TextWriter to,
        CancellationToken ct
    )
    {
        var took = new List<double>(Turns);
        var bytes = 0L;
        using var client = box.As(new TestActor(Roles.CentreHead, area, Purposes.CaseWork));
        for (var turn = -WarmUp; turn < Turns; turn++)
        {
            var asked = path();
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync($"/api/v1/{asked}", ct);
            var body = await answer.Content.ReadAsByteArrayAsync(ct);
            if (!answer.IsSuccessStatusCode && (int)answer.StatusCode != 422)
                throw new InvalidOperationException($"{asked}: {answer.StatusCode}");
            if (turn < 0)
                continue;
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            bytes = Math.Max(bytes, body.Length);
        }
        took.Sort();
        double At(double share) => took[(int)Math.Ceiling(share * took.Count) - 1];
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {name, -34}{At(0.5), 9:0.0}{At(0.99), 9:0.0}{took[^1], 9:0.0}{bytes / 1e3, 9:0}"
            )
        );
        return At(0.99);
    }
}
