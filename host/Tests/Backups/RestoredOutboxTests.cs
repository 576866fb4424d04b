using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Outbox;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Host.Tests.Backups;

/// <summary>
/// A restored Fourfold goes on where the backup was taken: what was done is not done again, what was waiting is done once.
/// The handlers here leave an audit row for each time they ran, which travels with the archive.
/// </summary>
[Trait("Needs", "Store")]
public sealed class RestoredOutboxTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-backup-").FullName;

    private string Archive => Path.Combine(folder, "a.tgz");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_handled_is_not_handled_again_and_what_was_pending_is_handled_once()
    {
        var weak = new Weakness { FailsOn = "waiting" };
        await using (var box = await FourfoldBox.Start(Listening(weak)))
        {
            await Publish(box, new Happened("a", "done"), new Happened("b", "waiting"), new Happened("b", "behind"));
            await FourfoldBox.Eventually("tried", () => Handled(box, "second"), done => done.Contains("done"));
            await FourfoldBox.Eventually("half done", () => Handled(box, "first"), done => done.Contains("waiting"));
            await FourfoldBox.Eventually("failed", () => Attempts(box), attempts => attempts > 0);
            await box.Backup(Archive);
        }

        var strong = new Weakness();
        await using var again = await Archives.Restored(Archive, Listening(strong));
        again.Clock.Advance(TimeSpan.FromMinutes(1));
        await Drained(again);

        string[] each = ["behind", "done", "waiting"];
        Assert.Equal(each, await Handled(again, "first"));
        Assert.Equal(each, await Handled(again, "second"));
        Assert.Equal(["waiting", "behind"], strong.Took); // What came behind another still comes after it.
    }

    [Fact]
    public async Task A_backup_in_the_midst_of_work_loses_nothing_and_doubles_nothing()
    {
        const int Events = 300;
        await using (var box = await FourfoldBox.Start(Listening(new Weakness())))
        {
            await Publish(box, [.. Enumerable.Range(0, Events).Select(i => new Happened($"k{i % 7}", $"{i}"))]);
            await FourfoldBox.Eventually("begun", () => Handled(box, "second"), done => done.Count > 5);
            await box.Backup(Archive);
        }

        await using var again = await Archives.Restored(Archive, Listening(new Weakness()));
        await Drained(again);

        var all = Enumerable.Range(0, Events).Select(i => $"{i}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(all, await Handled(again, "first"));
        Assert.Equal(all, await Handled(again, "second"));
    }

    [Fact]
    public async Task A_request_answered_before_the_backup_gets_the_same_answer_and_is_not_done_again()
    {
        var key = Guid.NewGuid();
        var actor = TestActor.DutyOfficer;
        string before;
        await using (var box = await FourfoldBox.Start())
        {
            before = await DrawZone(box, actor, key);
            await box.Backup(Archive);
        }

        await using var again = await Archives.Restored(Archive);

        Assert.Equal(before, await DrawZone(again, actor, key));
        using var client = again.As(actor);
        var zones = await client.GetFromJsonAsync<JsonElement>("/api/v1/zones");
        Assert.Single(zones.GetProperty("items").EnumerateArray(), z => z.GetProperty("name").GetString() == "once");
    }

    [Fact]
    public async Task A_screen_from_before_the_backup_fetches_anew_and_hears_only_of_what_happens_now()
    {
        var weak = new Weakness { FailsOn = "waiting" };
        string last;
        await using (var box = await FourfoldBox.Start(Listening(weak)))
        {
            await Publish(box, new Happened("a", "done"), new Happened("b", "waiting"));
            await FourfoldBox.Eventually("failed", () => Attempts(box), attempts => attempts > 0);
            var board = box.Services.GetRequiredService<RingBoard>();
            last = $"{board.Epoch}-{board.Next}";
            await box.Backup(Archive);
        }

        await using var again = await Archives.Restored(Archive, Listening(new Weakness()));
        using var client = again.As(TestActor.DutyOfficer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Add("Last-Event-ID", last);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var heard = new List<string>();
        await ReadUntil(reader, heard, "event: reset");
        again.Clock.Advance(TimeSpan.FromMinutes(1));
        await Drained(again);
        again.Services.GetRequiredService<INoticeBoard>().Publish(new Change("case", "end", 1, "opened", "46"));
        await ReadUntil(reader, heard, "\"end\"");

        Assert.DoesNotContain(heard, line => line.Contains("first-done", StringComparison.Ordinal));
        Assert.DoesNotContain(heard, line => line.Contains("first-waiting", StringComparison.Ordinal));
        Assert.Single(heard, line => line.Contains("second-waiting", StringComparison.Ordinal));
    }

    private static async Task ReadUntil(StreamReader reader, List<string> heard, string text)
    {
        while (await reader.ReadLineAsync().WaitAsync(FourfoldBox.Patience) is { } line)
        {
            heard.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }
        Assert.Fail($"the stream ended before {text}");
    }

    private static async Task<string> DrawZone(FourfoldBox box, TestActor actor, Guid key)
    {
        double[][] ring =
        [
            [110.0, 20.2],
            [110.1, 20.2],
            [110.1, 20.3],
            [110.0, 20.2],
        ];
        using var client = box.As(actor);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/zones")
        {
            Content = JsonContent.Create(
                new
                {
                    name = "once",
                    kind = "watch",
                    geometry = new { type = "Polygon", coordinates = new[] { ring } },
                    active = false,
                }
            ),
        };
        request.Headers.Add("Idempotency-Key", key.ToString());
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Action<IServiceCollection> Listening(Weakness weakness) =>
        services =>
        {
            services.AddSingleton(weakness);
            services.Handle<Happened, First, KernelDb>();
            services.Handle<Happened, Second, KernelDb>();
        };

    private static Task<int> Publish(FourfoldBox box, params Happened[] events) =>
        box.Inside(services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            foreach (var happened in events)
                db.Publish(happened);
            return db.SaveChangesAsync();
        });

    private static Task<List<string>> Handled(FourfoldBox box, string by) =>
        box.Inside(services =>
            services
                .GetRequiredService<KernelDb>()
                .AuditRows.Where(r => r.Action == "test.handled" && r.SubjectKind == by)
                .Select(r => r.SubjectId)
                .OrderBy(what => what)
                .ToListAsync()
        );

    private static Task<int> Attempts(FourfoldBox box) =>
        box.Inside(services => services.GetRequiredService<KernelDb>().Outbox.MaxAsync(m => m.Attempts));

    private static Task<int> Drained(FourfoldBox box) =>
        FourfoldBox.Eventually(
            "nothing waits",
            () =>
                box.Inside(services =>
                    services.GetRequiredService<KernelDb>().Outbox.CountAsync(m => m.State != OutboxState.Done)
                ),
            waiting => waiting == 0
        );

    private sealed record Happened(string Key, string What) : IEvent
    {
        public static string Name => "test.happened";
        public static int SchemaVersion => 1;
        public string OrderingKey => Key;
    }

    private sealed class Weakness
    {
        public string? FailsOn { get; init; }

        /// <summary>What the second handler took in this run, in order.</summary>
        public List<string> Took { get; } = [];
    }

    private sealed class First : IHandle<Happened, KernelDb>
    {
        public Task Handle(Happened happened, KernelDb db, CancellationToken ct)
        {
            db.Audit("test.handled", "first", happened.What);
            db.Tell("case", "first-" + happened.What, 1, "changed", "46");
            return Task.CompletedTask;
        }
    }

    private sealed class Second(Weakness weakness) : IHandle<Happened, KernelDb>
    {
        public Task Handle(Happened happened, KernelDb db, CancellationToken ct)
        {
            if (happened.What == weakness.FailsOn)
                throw new IOException("away");
            weakness.Took.Add(happened.What);
            db.Audit("test.handled", "second", happened.What);
            db.Tell("case", "second-" + happened.What, 1, "changed", "46");
            return Task.CompletedTask;
        }
    }
}
