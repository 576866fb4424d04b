using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Idempotency;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Field;

/// <summary>A thousand phones that come back to the network in one minute: each asks for its work and hands in three filled forms and a photo of 100 kB.</summary>
internal sealed class PhoneSync(IReadOnlyList<ServedGrid> grids, FourfoldBox box, DbConnection rows, TextWriter to)
{
    private const int Phones = 1_000;
    private const int FormsEach = 3;
    private const int MostAttempts = 12;
    public const string Form = "household_visit";
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(50);

    private readonly ConcurrentBag<double> requests = [];
    private readonly ConcurrentBag<double> phones = [];
    private readonly ConcurrentDictionary<string, int> again = new(StringComparer.Ordinal);
    private int lost;

    public async Task Run(CancellationToken ct)
    {
        await Publish(box, ct);
        var (submissions, files) = (await Count("serve", "submissions", ct), await Count("kernel", "files", ct));
        var chance = new Random(3);
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var starts = Enumerable.Range(0, Phones).Select(_ => chance.NextDouble() * Within).Order().ToArray();
        await Task.WhenAll(starts.Select((at, n) => Phone(n, at, started, ct)));
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var cpu = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        submissions = await Count("serve", "submissions", ct) - submissions;
        files = await Count("kernel", "files", ct) - files;
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {Phones:N0} phones that begin within {Within.TotalSeconds:0} s: all done after {took:0.0} s, {cpu:0} s of processor; {submissions:N0} of {Phones * FormsEach:N0} forms and {files:N0} of {Phones:N0} photos kept, {lost} requests given up"
            )
        );
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    a request ({requests.Count:N0}): p50 {Percentiles.At(requests, 0.5):0} p99 {Percentiles.At(requests, 0.99):0} worst {requests.Max():0} ms; a phone: p50 {Percentiles.At(phones, 0.5):0.0} p99 {Percentiles.At(phones, 0.99):0.0} worst {phones.Max():0.0} s"
            )
        );
        foreach (var (why, count) in again)
            to.WriteLine($"    {count:N0} times again after {why}");
    }

    private async Task Phone(int n, TimeSpan at, long started, CancellationToken ct)
    {
        var wait = at - Stopwatch.GetElapsedTime(started);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, ct);
        var began = Stopwatch.GetTimestamp();
        var chance = new Random(n);
        var grid = grids[n * 10 % grids.Count];
        using var client = box.As(FieldQuestions.WorkerOf(grid));
        foreach (var path in (string[])["outcomes/reasons", "work-orders/seized-kinds", "work-orders?scope=mine"])
            await Ask(client, chance, () => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}"), ct);
        for (var form = 0; form < FormsEach; form++)
            await HandIn(client, chance, grid, ct);
        await Upload(client, chance, ct);
        foreach (var path in (string[])["forms?limit=100", "work-orders?scope=mine"])
            await Ask(client, chance, () => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}"), ct);
        phones.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private Task HandIn(HttpClient client, Random chance, ServedGrid grid, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        return Ask(client, chance, () => Filled(grid, id), ct);
    }

    /// <summary>A filled form of a grid, another one each time or of an id.</summary>
    public static HttpRequestMessage Filled(ServedGrid grid, Guid? id = null) =>
        new(HttpMethod.Post, $"/api/v1/forms/{Form}/submissions")
        {
            Content = JsonContent.Create(
                new
                {
                    id = id ?? Guid.CreateVersion7(),
                    version = 1,
                    filledAt = FieldStore.Now.ToOffset(TimeSpan.FromHours(8)),
                    answers = new
                    {
                        visited_on = "2026-03-18",
                        met = "no",
                        house_number = "7",
                    },
                    position = grid.At,
                }
            ),
        };

    private Task Upload(HttpClient client, Random chance, CancellationToken ct)
    {
        var (picture, key) = (Picture.Make(chance), Guid.CreateVersion7());
        return Ask(
            client,
            chance,
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads")
                {
                    Content = new ByteArrayContent(picture),
                };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
                request.Headers.Add("Tus-Resumable", "1.0.0");
                request.Headers.Add("Upload-Length", picture.Length.ToString(CultureInfo.InvariantCulture));
                request.Headers.Add(
                    "Upload-Metadata",
                    $"purpose {Convert.ToBase64String(Encoding.UTF8.GetBytes("work-order-media"))}"
                );
                request.Headers.Add(Idempotent.Header, key.ToString());
                return request;
            },
            ct
        );
    }

    // As the app does: what the server cannot do now is sent again, later and later, at random.
    private async Task Ask(HttpClient client, Random chance, Func<HttpRequestMessage> make, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var started = Stopwatch.GetTimestamp();
            using var request = make();
            using var answer = await client.SendAsync(request, ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            requests.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (answer.IsSuccessStatusCode)
                return;
            var status = (int)answer.StatusCode;
            if (status is < 500 and not 429)
                throw new InvalidOperationException($"{request.Method} {request.RequestUri}: {status} {body}");
            again.AddOrUpdate(status.ToString(CultureInfo.InvariantCulture), 1, (_, was) => was + 1);
            if (attempt == MostAttempts)
            {
                Interlocked.Increment(ref lost);
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(500 * attempt * chance.NextDouble()), ct);
        }
    }

    /// <summary>Lets the form be filled, if it cannot be yet.</summary>
    public static async Task Publish(FourfoldBox box, CancellationToken ct)
    {
        using var head = box.As(new TestActor(Roles.CentreHead, "46", Purposes.CaseWork));
        using var answer = await head.GetAsync($"/api/v1/forms/{Form}/draft", ct);
        if (!answer.IsSuccessStatusCode)
            return; // It has no draft any more.
        var draft = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        var revision = draft.GetProperty("revision").GetInt32();
        using var published = await head.PostAsJsonAsync($"/api/v1/forms/{Form}/publish", new { revision }, ct);
        // Nothing was changed since it was published.
        if (published.StatusCode != HttpStatusCode.Conflict)
            published.EnsureSuccessStatusCode();
    }

    private async Task<long> Count(string module, string table, CancellationToken ct)
    {
        await using var command = rows.CreateCommand();
        command.CommandText = $"select count(*) from {FieldStore.Table(module, table)}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
