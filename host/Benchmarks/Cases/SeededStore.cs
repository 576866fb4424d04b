using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Fourfold.Contracts;
using Fourfold.Coordinate;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Units;
using Fourfold.Sense;
using Fourfold.Sense.Alerts;
using Fourfold.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Benchmarks.Cases;

/// <summary>An embedded store with a province in it, made once and found again in the temporary folder.</summary>
internal static class SeededStore
{
    public const int Cases = 1_000_000;
    public const int Alerts = 60_000;

    /// <summary>The newest cases have their hands, alerts, work orders and timeline too; of the older ones nobody opens a page here.</summary>
    public const int Whole = 31_000;

    /// <summary>When it is, for the store: the box's clock begins here and stands still.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);

    // Raise it when what is seeded changes.
    private const int Version = 2;
    private const int Seed = 20_260_318;

    /// <summary>Path of the database file.</summary>
    public static async Task<string> Ready(TextWriter to)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"fourfold-bench-province-{Version}");
        var (file, done) = (Path.Combine(folder, "fourfold.db"), Path.Combine(folder, "seeded"));
        if (File.Exists(done))
            return file;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var started = Stopwatch.GetTimestamp();
        await Make(folder, file);
        await File.WriteAllTextAsync(done, "");
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  seeded {Cases:N0} cases in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {new FileInfo(file).Length / 1e6:0} MB: {folder}"
            )
        );
        return file;
    }

    /// <summary>The province the store holds, for asking about its areas and units.</summary>
    public static Province Inside() => new(new Random(Seed));

    private static async Task Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        await using var app = await FourfoldServer.Build(new ServerOptions { Data = folder, Demonstration = false });
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("bench");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var writer = new BulkWriter(file);
        var chance = new Random(Seed);
        var province = new Province(chance);
        WritePeople(writer, province, chance, scope.ServiceProvider.GetRequiredService<KernelDb>());
        WriteAlerts(writer, province, chance, scope.ServiceProvider.GetRequiredService<SenseDb>());
        WriteCases(writer, new Lives(province, chance), scope.ServiceProvider.GetRequiredService<CoordinateDb>());
        writer.Finish();
    }

    private static void WritePeople(BulkWriter writer, Province province, Random chance, KernelDb model)
    {
        writer.Open<Unit>(model);
        writer.Open<Person>(model);
        writer.Open<Post>(model);
        writer.WriteAll(province.CentreUnits);
        writer.WriteAll(province.Stations);
        foreach (var (person, post) in province.People(chance, Now.AddYears(-2)))
        {
            writer.Write(person);
            writer.Write(post);
        }
    }

    private static void WriteCases(BulkWriter writer, Lives lives, CoordinateDb model)
    {
        writer.Open<Case>(model);
        writer.Open<Hand>(model);
        writer.Open<CaseAlert>(model);
        writer.Open<Participant>(model);
        writer.Open<TimelineEntry>(model);
        writer.Open<WorkOrder>(model);
        var apart = TimeSpan.FromDays(730) / Cases;
        for (var n = 0; n < Cases; n++)
        {
            var made = lives.Lead(Now - (apart * (Cases - n)), Now);
            writer.Write(made);
            if (n < Cases - Whole)
                continue;
            writer.WriteAll(made.Hands);
            writer.WriteAll(made.Alerts);
            writer.WriteAll(made.Participants);
            writer.WriteAll(Timeline(made));
            writer.WriteAll(made.WorkOrders);
        }
    }

    // The program reads a timeline from its table, so a case shows its own to nobody.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "timeline")]
    private static extern ref List<TimelineEntry> Timeline(Case of);

    private static void WriteAlerts(BulkWriter writer, Province province, Random chance, SenseDb model)
    {
        writer.Open<Alert>(model);
        var apart = TimeSpan.FromDays(365) / Alerts;
        for (var n = 0; n < Alerts; n++)
        {
            var alert = Raise(n, Now - (apart * (Alerts - n)), province.SomeGrid(chance)[..6], chance);
            if (n < Alerts - 400)
                Answer(alert, n, chance);
            writer.Write(alert);
        }
    }

    private static void Answer(Alert alert, int n, Random chance)
    {
        var by = PersonId.From(Province.V7(alert.RaisedAt, chance));
        if (n % 3 == 0)
            alert.JoinCase(CaseId.From(Province.V7(alert.RaisedAt, chance)), "4690-2026-00001", by, alert.RaisedAt);
        else
            alert.Dismiss(1 + (n % 4), null, by, alert.RaisedAt);
    }

    private static Alert Raise(int n, DateTimeOffset at, string area, Random chance) =>
        new()
        {
            Id = AlertId.From(Province.V7(at, chance)),
            Number = string.Create(CultureInfo.InvariantCulture, $"{at.Year}-{n:000000}"),
            State = AlertState.New,
            Level = 1 + chance.Next(4),
            RuleId = RuleId.From(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
            RuleCode = "zone-entry",
            RuleVersion = 1,
            TrackId = Province.V7(at, chance),
            SubjectKey = string.Create(CultureInfo.InvariantCulture, $"zone-entry/{n}"),
            EpisodeKey = string.Create(CultureInfo.InvariantCulture, $"{n}"),
            Source = "ais-only",
            Latitude = 18.2 + (2 * chance.NextDouble()),
            Longitude = 108.7 + (2 * chance.NextDouble()),
            Ring = "near-sea",
            FirstObservedAt = at.AddMinutes(-20),
            StartedAt = at.AddMinutes(-2),
            TriggeredAt = at,
            ReceivedAt = at,
            RaisedAt = at,
            LastAt = at,
            Count = 1,
            Reasons = [new Reason("zone.inside", 120, "s", 60, ">")],
            CounterReasons = [],
            Raw = [],
            AreaPath = area,
            Simulated = false,
            CorrelationId = "bench",
        };
}
