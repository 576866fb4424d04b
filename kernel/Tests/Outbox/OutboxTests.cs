using Fourfold.Contracts;
using Fourfold.Kernel.Outbox;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Outbox;

[Trait("Needs", "Store")]
public sealed class OutboxTests
{
    [Fact]
    public async Task An_event_is_handled_once_though_delivered_twice()
    {
        var seen = new Seen();
        await using var box = await FourfoldBox.Start(services =>
        {
            services.AddSingleton(seen);
            services.Handle<Happened, CountIt, KernelDb>();
        });
        var id = await Publish(box, new Happened("a", 1));
        await FourfoldBox.Eventually("handled", () => Task.FromResult(seen.Values.Count), n => n == 1);
        await Redeliver(box, id);
        await FourfoldBox.Eventually("done again", () => State(box, id), s => s == OutboxState.Done);
        Assert.Equal([1], seen.Values);
    }

    // The dispatcher goes by the number the store gives, so the store must give it in the order of writing.
    [Fact]
    public async Task Events_of_one_change_are_handled_in_the_order_they_were_written()
    {
        var seen = new Seen();
        await using var box = await FourfoldBox.Start(services =>
        {
            services.AddSingleton(seen);
            services.Handle<Happened, CountIt, KernelDb>();
        });
        var written = Enumerable.Range(0, 250).ToList();
        await box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            foreach (var value in written)
                db.Publish(new Happened("a", value));
            return await db.SaveChangesAsync();
        });
        await FourfoldBox.Eventually("handled", () => Task.FromResult(seen.Values.Count), n => n >= written.Count);
        Assert.Equal(written, seen.Values);
    }

    private static Task<Guid> Publish(FourfoldBox box, Happened happened) =>
        box.Inside(async services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            db.Publish(happened);
            await db.SaveChangesAsync();
            return db.Outbox.Local.Single().Id;
        });

    private static Task<int> Redeliver(FourfoldBox box, Guid id) =>
        box.Inside(services =>
            services
                .GetRequiredService<KernelDb>()
                .Outbox.Where(m => m.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Pending))
        );

    private static Task<OutboxState> State(FourfoldBox box, Guid id) =>
        box.Inside(services =>
            services.GetRequiredService<KernelDb>().Outbox.Where(m => m.Id == id).Select(m => m.State).SingleAsync()
        );

    private sealed record Happened(string Key, int Value) : IEvent
    {
        public static string Name => "test.happened";
        public static int SchemaVersion => 1;
        public string OrderingKey => Key;
    }

    private sealed class Seen
    {
        public List<int> Values { get; } = [];
    }

    private sealed class CountIt(Seen seen) : IHandle<Happened, KernelDb>
    {
        public Task Handle(Happened happened, KernelDb db, CancellationToken ct)
        {
            seen.Values.Add(happened.Value);
            return Task.CompletedTask;
        }
    }
}
