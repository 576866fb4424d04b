using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fourfold.Benchmarks.Field;

/// <summary>What one write costs: processor time, memory and statements, client included. Four at a time, each waits for its answer, so that it holds also on a machine that others use.</summary>
internal sealed class WriteCost(IReadOnlyList<ServedGrid> grids, FourfoldBox box, TextWriter to)
{
    private const int AtOnce = 4;
    private const int WarmUp = 2_000;
    private const int Counted = 1_000;
    private const int Rounds = 3;
    private const int Watched = 50;
    private const int Clients = 200;

    public async Task Run(CancellationToken ct)
    {
        await PhoneSync.Publish(box, ct);
        to.WriteLine($"  {"one write, client included", -36}{"cpu ms", 8}{"kB", 7}{"statements", 12}");
        await Measure("nothing: a list from memory", Phone, _ => new(HttpMethod.Get, "/api/v1/outcomes/reasons"), ct);
        await Measure("a case from a desk", WriteLoad.Clerk, WriteLoad.Report, ct);
        await Measure("a report from a phone", Phone, Command, ct);
        await Measure("a filled form", Phone, grid => PhoneSync.Filled(grid), ct);
    }

    private static TestActor Phone(ServedGrid grid) => FieldQuestions.WorkerOf(grid);

    private static HttpRequestMessage Command(ServedGrid grid) =>
        new(HttpMethod.Post, "/api/v1/commands")
        {
            Content = JsonContent.Create(
                new
                {
                    commands = new[]
                    {
                        new
                        {
                            id = Guid.CreateVersion7(),
                            kind = "case.report",
                            target = Guid.CreateVersion7(),
                            expectedRevision = 0,
                            deviceTime = FieldStore.Now,
                            payload = new
                            {
                                what = "damage",
                                text = "street light out",
                                position = grid.At,
                                accuracyMetres = 8,
                            },
                        },
                    },
                }
            ),
        };

    private async Task Measure(
        string name,
        Func<ServedGrid, TestActor> who,
        Func<ServedGrid, HttpRequestMessage> make,
        CancellationToken ct
    )
    {
        // One client each, as a phone or a desk keeps its connection.
        HttpClient[] clients = [.. Enumerable.Range(0, Clients).Select(n => box.As(who(grids[Of(n)])))];
        await Send(clients, make, WarmUp, ct);
        var (cpu, memory) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var (used, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            await Send(clients, make, Counted, ct);
            cpu = Math.Min(cpu, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Counted);
            memory = Math.Min(memory, (GC.GetTotalAllocatedBytes() - allocated) / 1e3 / Counted);
        }
        using var statements = new Statements();
        await Send(clients, make, Watched, ct);
        foreach (var client in clients)
            client.Dispose();
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {name, -36}{cpu, 8:0.00}{memory, 7:0}{statements.Count / (double)Watched, 12:0.0}"
            )
        );
    }

    private int Of(int n) => n * 37 % grids.Count;

    private async Task Send(
        HttpClient[] clients,
        Func<ServedGrid, HttpRequestMessage> make,
        int count,
        CancellationToken ct
    )
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Turn()));

        async Task Turn()
        {
            while (Interlocked.Increment(ref next) is var n && n < count)
            {
                using var request = make(grids[Of(n % Clients)]);
                using var answer = await clients[n % Clients].SendAsync(request, ct);
                var body = await answer.Content.ReadAsStringAsync(ct);
                if (!answer.IsSuccessStatusCode || body.Contains("\"problem\":{", StringComparison.Ordinal))
                    throw new InvalidOperationException(body);
            }
        }
    }

    /// <summary>Counts what the program sends to its store, whichever.</summary>
    private sealed class Statements
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private readonly List<IDisposable> heard = [];
        private int count;

        public Statements() => heard.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Count => count;

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DbLoggerCategory.Name)
                heard.Add(listener.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }

        public void OnNext(KeyValuePair<string, object?> happened) => Interlocked.Increment(ref count);

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => heard.ForEach(h => h.Dispose());
    }
}
