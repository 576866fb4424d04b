using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Forms.Ready;
using Fourfold.Serve;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Benchmarks.Forms;

/// <summary>Lists and exports of a form that was filled a million times, over HTTP on SQLite: how long, and how much memory.</summary>
internal sealed class FormLoad : ILoad
{
    private const int Filled = 1_000_000;
    private const int Turns = 100;
    private const string Code = "household_visit";

    // Villages of two counties, as rows lie.
    private const string Fill = """
        insert into serve_submissions (id, form_code, version, area_path, filled_by, filled_at, received_at, latitude,
            longitude, answers, masked, deleted, source)
        with recursive n(i) as (select 0 union all select i + 1 from n where i < {0} - 1)
        select printf('%08X-0000-7000-8000-%012X', i, i), 'household_visit', 1,
            case i % 2 when 0 then '469023' else '460400' end || printf('1%02d%03d', i / 2 % 10, i / 20 % 30),
            '00000001-0000-7000-8000-000000000001', 1772000000000 + i * 1000, 1772000000000 + i * 1000, 19.7, 109.9,
            json_object('house_number', printf('%d', i), 'met', json('true'), 'note', 'x' || i), '[]', '[]', 'own'
        from n
        """;

    public string Name => "forms";

    public bool OnlyByName => true;

    public async Task Run(TextWriter to, CancellationToken ct)
    {
        if (TestStore.IsPostgres)
            throw new InvalidOperationException("this benchmark fills SQLite");
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var head = box.As(new TestActor(Roles.CentreHead, "46", Purposes.CaseWork));
        await Publish(head, ct);
        var started = Stopwatch.GetTimestamp();
        await box.Inside(async services =>
        {
            var db = services.GetRequiredService<ServeDb>().Database;
            db.SetCommandTimeout(TimeSpan.FromMinutes(10));
            return await db.ExecuteSqlRawAsync(Fill, [Filled], ct);
        });
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"forms: {Filled:N0} submissions, SQLite, filled in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; over HTTP, client in the same process"
            )
        );
        to.WriteLine($"  {"list, 50 rows, ms", -34}{"p50", 9}{"p99", 9}");
        foreach (var (name, query) in Questions)
            await List(name, query, head, to, ct);
        to.WriteLine($"  {"export", -34}{"s", 9}{"MB", 9}{"MB before", 11}{"MB most", 9}");
        foreach (var format in (string[])["csv", "xlsx", "geojson"])
            await Export(format, head, to, ct);
        to.WriteLine();
    }

    private static IEnumerable<(string Name, string Query)> Questions =>
        [
            ("newest, province", ""),
            ("newest, a county", "&area=469023"),
            ("newest, a village", "&area=469023105010"),
            ("filled long ago", "&to=2026-02-26T00:00:00Z"),
        ];

    private static async Task Publish(HttpClient head, CancellationToken ct)
    {
        var spec = JsonSerializer.Deserialize<JsonElement>(
            Fourfold.Forms.FormJson.Write(ReadyForms.Read("household-visit"))
        );
        using var saved = await head.PutAsJsonAsync($"/api/v1/forms/{Code}/draft", new { spec, revision = 0 }, ct);
        saved.EnsureSuccessStatusCode();
        using var published = await head.PostAsJsonAsync($"/api/v1/forms/{Code}/publish", new { revision = 1 }, ct);
        published.EnsureSuccessStatusCode();
    }

    private static async Task List(string name, string query, HttpClient head, TextWriter to, CancellationToken ct)
    {
        var took = new List<double>(Turns);
        for (var turn = -5; turn < Turns; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = await head.GetByteArrayAsync($"/api/v1/forms/{Code}/submissions?limit=50{query}", ct);
            if (turn >= 0)
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        took.Sort();
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {name, -34}{took[Turns / 2], 9:0.0}{took[(Turns * 99 / 100) - 1], 9:0.0}"
            )
        );
    }

    private static async Task Export(string format, HttpClient head, TextWriter to, CancellationToken ct)
    {
        GC.Collect();
        var before = Megabytes();
        var (most, bytes) = (before, 0L);
        var started = Stopwatch.GetTimestamp();
        await using var body = await head.GetStreamAsync($"/api/v1/forms/{Code}/export?format={format}", ct);
        var buffer = new byte[1 << 16];
        var looked = 0L;
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; bytes += read)
        {
            if (bytes - looked < 1 << 20)
                continue;
            looked = bytes;
            most = Math.Max(most, Megabytes());
        }
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {format, -34}{Stopwatch.GetElapsedTime(started).TotalSeconds, 9:0.0}{bytes / 1e6, 9:0}{before, 11:0}{most, 9:0}"
            )
        );
    }

    private static double Megabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1e6;
    }
}
