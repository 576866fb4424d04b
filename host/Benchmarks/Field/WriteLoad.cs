using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Idempotency;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Field;

/// <summary>Cases that come in at a rate nobody waits for, whether all of them are kept, and how long each took.</summary>
/// <remarks>Open loop: each is sent at its time, however long the ones before it take. The peer commits one plain row at a time to the same store, one after the other.</remarks>
internal sealed class WriteLoad(IReadOnlyList<ServedGrid> grids, FourfoldBox box, DbConnection rows, TextWriter to)
{
    private const int MostAttempts = 10;
    private const int Villages = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PeerFor = TimeSpan.FromSeconds(5);

    public async Task Run(int perSecond, TimeSpan during, CancellationToken ct)
    {
        var before = await Count(ct);
        var count = (int)(perSecond * during.TotalSeconds);
        var times = new ConcurrentBag<double>();
        var refused = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        HttpClient[] clients = [.. Clerks()];
        var sending = new List<Task>(count);
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var n = 0; n < count; n++)
        {
            var due = TimeSpan.FromSeconds(n / (double)perSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.FromMilliseconds(1))
                await Task.Delay(due, ct);
            sending.Add(Send(clients[n % clients.Length], n, times, refused, ct));
        }
        await Task.WhenAll(sending);
        foreach (var client in clients)
            client.Dispose();
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var cpu = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / count;
        var kept = await Count(ct) - before;
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {perSecond, 5:N0} cases/s for {during.TotalSeconds:0} s: {times.Count:N0} acknowledged and {kept:N0} kept of {count:N0} in {took:0.0} s ({count / took:0}/s), p50 {Percentiles.At(times, 0.5):0} p99 {Percentiles.At(times, 0.99):0} worst {times.DefaultIfEmpty().Max():0} ms, {cpu:0.0} ms of processor each"
            )
        );
        foreach (var (why, often) in refused)
            to.WriteLine($"        {often:N0} times again after {why}");
    }

    // Of as many villages, for each numbers its own cases.
    private IEnumerable<HttpClient> Clerks()
    {
        for (var n = 0; n < Villages; n++)
        {
            var client = box.As(Clerk(grids[n * 37 % grids.Count]));
            client.Timeout = Patience;
            yield return client;
        }
    }

    /// <summary>Who opens cases of a grid's village.</summary>
    public static TestActor Clerk(ServedGrid grid) =>
        new(Roles.CentreClerk, grid.Code[..12], Purposes.CaseWork) { Person = grid.Person.Value };

    /// <summary>A case of a grid's village.</summary>
    public static HttpRequestMessage Report(ServedGrid grid) =>
        Report(grid, Guid.CreateVersion7(), Guid.CreateVersion7());

    // As a phone does: the same again, with the same key, when the server could not now.
    private async Task Send(
        HttpClient client,
        int n,
        ConcurrentBag<double> times,
        ConcurrentDictionary<string, int> refused,
        CancellationToken ct
    )
    {
        var started = Stopwatch.GetTimestamp();
        var (id, key, chance) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new Random(n));
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                using var request = Report(grids[n % Villages * 37 % grids.Count], id, key);
                using var answer = await client.SendAsync(request, ct);
                if (answer.IsSuccessStatusCode)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    return;
                }
                var body = await answer.Content.ReadAsStringAsync(ct);
                refused.AddOrUpdate(
                    $"{(int)answer.StatusCode} {body[..Math.Min(60, body.Length)]}",
                    1,
                    (_, was) => was + 1
                );
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                refused.AddOrUpdate(fault.GetType().Name, 1, (_, was) => was + 1);
            }
            await Task.Delay(TimeSpan.FromSeconds(2 * attempt * chance.NextDouble()), ct);
        }
    }

    private static HttpRequestMessage Report(ServedGrid grid, Guid id, Guid key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases")
        {
            Content = JsonContent.Create(
                new
                {
                    origin = Origins.Patrol,
                    id,
                    title = "street light out",
                    areaCode = grid.Code[..12],
                    position = grid.At,
                    @class = "05",
                    urgency = 3,
                    level = 4,
                }
            ),
        };
        request.Headers.Add(Idempotent.Header, key.ToString());
        return request;
    }

    private async Task<long> Count(CancellationToken ct)
    {
        await using var command = rows.CreateCommand();
        command.CommandText = $"select count(*) from {FieldStore.Table("coordinate", "cases")}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>Rows a second that the store itself takes, one commit each.</summary>
    public async Task Peer(CancellationToken ct)
    {
        await Execute("create table bench_rows (id text primary key, body text not null)", ct);
        var (done, started) = (0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < PeerFor)
        {
            await Execute($"insert into bench_rows values ('{Guid.CreateVersion7()}', '{new string('x', 400)}')", ct);
            done++;
        }
        var rate = done / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Execute("drop table bench_rows", ct);
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {rate, 5:N0} plain rows/s one after the other, one commit each, past the program (the peer)"
            )
        );
    }

    private async Task Execute(string sql, CancellationToken ct)
    {
        await using var command = rows.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
