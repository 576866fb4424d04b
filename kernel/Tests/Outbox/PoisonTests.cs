using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Outbox;

[Trait("Needs", "Store")]
public sealed class PoisonTests
{
    private static readonly TestActor Administrator = new(Roles.Administrator, Purpose: Purposes.Administration);

    [Fact]
    public async Task An_event_that_cannot_be_handled_waits_on_a_page_and_is_sent_again_in_order()
    {
        var mood = new Mood { Broken = true };
        await using var box = await Box(mood);
        using var client = box.As(Administrator);
        await Publish(box, "a", 1);
        await Publish(box, "a", 2);
        var poison = (await Poisoned(box, client)).GetProperty("items")[0];
        Assert.Equal("kernel", poison.GetProperty("module").GetString());
        Assert.Equal("test.moody", poison.GetProperty("event").GetString());
        Assert.Equal(nameof(Moody), poison.GetProperty("handler").GetString());
        Assert.Contains("broken", poison.GetProperty("error").GetString(), StringComparison.Ordinal);

        mood.Broken = false;
        var id = poison.GetProperty("id").GetString();
        await (await client.PostAsJsonAsync($"/api/v1/outbox/poison/{id}/resend", new { })).Body(204);
        await FourfoldBox.Eventually("both handled", () => Task.FromResult(mood.Seen.Count), n => n == 2);
        Assert.Equal([1, 2], mood.Seen);
        Assert.Equal(
            "outbox.event-unknown",
            await (await client.PostAsJsonAsync($"/api/v1/outbox/poison/{id}/resend", new { })).Problem(404)
        );
    }

    [Fact]
    public async Task A_person_discards_an_event_with_a_note_and_the_next_one_goes_on()
    {
        var mood = new Mood { Broken = true };
        await using var box = await Box(mood);
        using var client = box.As(Administrator);
        await Publish(box, "a", 1);
        await Publish(box, "a", 2);
        var id = (await Poisoned(box, client)).GetProperty("items")[0].GetProperty("id").GetString();
        Assert.Equal(
            "outbox.note-missing",
            await (await client.PostAsJsonAsync($"/api/v1/outbox/poison/{id}/discard", new { note = " " })).Problem(422)
        );
        mood.Broken = false;
        await (await client.PostAsJsonAsync($"/api/v1/outbox/poison/{id}/discard", new { note = "重复" })).Body(204);
        await FourfoldBox.Eventually("the next one", () => Task.FromResult(mood.Seen.Count), n => n == 1);
        Assert.Equal([2], mood.Seen);
    }

    private static Task<FourfoldBox> Box(Mood mood) =>
        FourfoldBox.Start(services =>
        {
            services.AddSingleton(mood);
            services.Handle<Happened, Moody, KernelDb>();
        });

    // Waits out the doubling pauses on the test's clock.
    private static Task<JsonElement> Poisoned(FourfoldBox box, HttpClient client) =>
        FourfoldBox.Eventually(
            "poison",
            async () =>
            {
                box.Clock.Advance(TimeSpan.FromMinutes(2));
                await Publish(box, "wake", 0); // The dispatcher is woken by a commit.
                return await (await client.GetAsync("/api/v1/outbox/poison")).Body();
            },
            page => page.GetProperty("items").EnumerateArray().Any(p => p.GetProperty("orderingKey").GetString() == "a")
        );

    private static Task<int> Publish(FourfoldBox box, string key, int value) =>
        box.Inside(services =>
        {
            var db = services.GetRequiredService<KernelDb>();
            db.Publish(new Happened(key, value));
            return db.SaveChangesAsync();
        });

    private sealed record Happened(string Key, int Value) : IEvent
    {
        public static string Name => "test.moody";
        public static int SchemaVersion => 1;
        public string OrderingKey => Key;
    }

    private sealed class Mood
    {
        public bool Broken { get; set; }
        public List<int> Seen { get; } = [];
    }

    private sealed class Moody(Mood mood) : IHandle<Happened, KernelDb>
    {
        public Task Handle(Happened happened, KernelDb db, CancellationToken ct)
        {
            if (happened.Key == "wake")
                return Task.CompletedTask;
            if (mood.Broken)
                throw new InvalidOperationException("broken");
            mood.Seen.Add(happened.Value);
            return Task.CompletedTask;
        }
    }
}
