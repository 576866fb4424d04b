using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Tests.Feeds;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Picture;

[Trait("Needs", "Store")]
public sealed class LiveTests
{
    private const int Ship = 413_000_001;

    [Fact]
    public async Task A_screen_gets_who_is_in_view_where_they_are_and_how_they_move()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        await stream.WriteAsync(
            Sentences.Bytes(Sentences.Voyage(Ship, "HAI XING 7") + Sentences.Position(Ship, 20.1, 110.3))
        );
        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(413_000_002, 40.0, 120.3)));
        await sea.Eventually("two vessels", sea.Vessels, all => all.Count == 2);
        await using var screen = await LiveScreen.Open(sea.Box);
        await screen.Look(110, 20, 110.5, 20.5);
        await screen.Until("the ship", () => screen.Motions.Count == 1 && screen.Status.Length > 0);
        var (identity, motion) = (screen.Identities.Values.Single(), screen.Motions.Values.Single());
        Assert.Equal(
            ("HAI XING 7", Ship, 2, 80),
            (identity.Name, identity.Mmsi, identity.ShipClass, identity.LengthMetres)
        );
        Assert.Equal((1_103_000_000, 201_000_000), (motion.LongitudeE7, motion.LatitudeE7));
        Assert.Equal((10.0, 90.0), (motion.SpeedKnots, motion.HeadingDegrees));
        Assert.Equal((0, 1, false), (motion.Source, motion.Ring, motion.IsLost));
        Assert.Contains(screen.Frames, f => f.Type == LiveFrameType.Snapshot);

        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(Ship, 20.11, 110.3)));
        await screen.Until("it moved", () => screen.Motions.Values.Single().LatitudeE7 == 201_100_000);
        // Counted once a second: the first status may be of the second before the ships came.
        JsonElement Status() => JsonDocument.Parse(screen.Status).RootElement;
        await screen.Until("both counted", () => Status().GetProperty("total").GetInt32() == 2);
        var status = Status();
        Assert.Equal(1, status.GetProperty("inView").GetInt32());
        Assert.Equal("live", status.GetProperty("feeds")[0].GetProperty("state").GetString());
        Assert.Equal(1, status.GetProperty("rings").GetProperty("shoreline").GetInt32());
    }

    [Fact]
    public async Task What_leaves_the_view_is_removed_unless_it_is_followed()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        await stream.WriteAsync(
            Sentences.Bytes(Sentences.Position(Ship, 20.1, 110.3) + Sentences.Position(413_000_002, 20.2, 110.3))
        );
        await sea.Eventually("two vessels", sea.Vessels, all => all.Count == 2);
        await using var screen = await LiveScreen.Open(sea.Box);
        await screen.Look(110, 20, 110.5, 20.5);
        await screen.Until("both", () => screen.Motions.Count == 2);
        var kept = screen.Identities.Values.Single(i => i.Mmsi == Ship).Slot;
        await screen.Say($$"""{"follow":[{{kept}}]}""");
        await screen.Look(100, 10, 100.5, 10.5);
        await screen.Until("one left", () => screen.Motions.Count == 1);
        Assert.Equal(kept, screen.Motions.Keys.Single());
        await screen.Look(110, 20, 110.5, 20.5);
        await screen.Until("both again", () => screen.Motions.Count == 2);
    }

    [Fact]
    public async Task A_view_across_the_antimeridian_shows_both_sides()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        await stream.WriteAsync(
            Sentences.Bytes(
                Sentences.Position(Ship, 0, 179.9)
                    + Sentences.Position(413_000_002, 0, -179.9)
                    + Sentences.Position(413_000_003, 0, 0)
            )
        );
        await sea.Eventually("three vessels", sea.Vessels, all => all.Count == 3);
        await using var screen = await LiveScreen.Open(sea.Box);
        await screen.Look(179, -1, -179, 1);
        await screen.Until("both", () => screen.Motions.Count == 2);
        await screen.Say("""{"resync":true}""");
        var snapshots = screen.Frames.Count(f => f.Type == LiveFrameType.Snapshot);
        await screen.Until("a snapshot", () => screen.Frames.Count(f => f.Type == LiveFrameType.Snapshot) > snapshots);
        Assert.Equal(2, screen.Motions.Count);
    }

    [Fact]
    public async Task A_screen_that_does_not_acknowledge_gets_two_frames_and_later_only_the_newest()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(Ship, 20.1, 110.3)));
        await sea.Eventually("the vessel", sea.Vessels, all => all.Count == 1);
        await using var screen = await LiveScreen.Open(sea.Box);
        screen.Acknowledges = false;
        await screen.Look(110, 20, 110.5, 20.5);
        await screen.Until("two frames", () => screen.Frames.Count == 2);
        for (var i = 1; i <= 20; i++)
        {
            await stream.WriteAsync(Sentences.Bytes(Sentences.Position(Ship, 20.1 + (i * 0.001), 110.3)));
            await Task.Delay(110);
        }
        using var brief = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var third = screen.Take(brief.Token);
        await screen.Say("""{"ack":1}""");
        await third;
        screen.Acknowledges = true;
        await screen.Say("""{"ack":2}""");
        await screen.Until("the newest", () => screen.Motions.Values.Single().LatitudeE7 == 201_200_000);
        Assert.True(screen.Frames.Count(f => f.Type == LiveFrameType.Delta) <= 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_screen_that_says_nothing_for_a_minute_loses_its_place(bool looks)
    {
        await using var box = await FourfoldBox.Start();
        await using var screen = await LiveScreen.Open(box);
        screen.Acknowledges = false;
        if (looks)
            await screen.Look(110, 20, 110.5, 20.5);
        var hub = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LiveHub>(
            box.Services
        );
        await FourfoldBox.Eventually("it is there", () => Task.FromResult(hub.Count), count => count == 1);
        await FourfoldBox.Eventually(
            "its place is free",
            () =>
            {
                box.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(hub.Count);
            },
            count => count == 0
        );
    }

    [Theory]
    [InlineData("""{"hello":1}""")]
    [InlineData("not json")]
    [InlineData("""{"view":[1,2,3]}""")]
    [InlineData("""{"view":[1,50,3,40]}""")]
    [InlineData("""{"follow":[-1]}""")]
    [InlineData("{}")]
    public async Task Anything_else_closes_the_socket_with_a_reason(string message)
    {
        await using var box = await FourfoldBox.Start();
        await using var screen = await LiveScreen.Open(box);
        await screen.Say(message);
        Assert.False(await screen.Take(TestContext.Current.CancellationToken));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, screen.Socket.CloseStatus);
        Assert.Equal("message not understood", screen.Socket.CloseStatusDescription);
    }

    [Fact]
    public async Task A_message_too_long_a_foreign_page_and_a_person_without_leave_are_refused()
    {
        await using var box = await FourfoldBox.Start();
        await using var screen = await LiveScreen.Open(box);
        await screen.Say(new string(' ', LiveSocket.LongestMessage + 1));
        Assert.False(await screen.Take(TestContext.Current.CancellationToken));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, screen.Socket.CloseStatus);

        await Assert.ThrowsAsync<WebSocketException>(() => LiveScreen.Open(box, origin: "https://elsewhere.example"));
        await using var own = await LiveScreen.Open(box, origin: $"http://{box.Url.Authority}");
        await Assert.ThrowsAsync<WebSocketException>(() => LiveScreen.Open(box, new TestActor(Roles.Auditor)));
        using var client = box.As(TestActor.DutyOfficer);
        using var plain = await client.GetAsync("/live");
        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
    }

    [Fact]
    public async Task One_screen_too_many_is_refused_and_a_place_is_free_again_when_one_goes()
    {
        await using var sea = await SeaBox.StartWith(services =>
            Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<SenseOptions>(
                services,
                o => o.MaximumLiveClients = 1
            )
        );
        var first = await LiveScreen.Open(sea.Box);
        await Assert.ThrowsAsync<WebSocketException>(() => LiveScreen.Open(sea.Box));
        await first.DisposeAsync();
        var opened = await sea.Eventually(
            "a free place",
            async () =>
            {
                try
                {
                    return await LiveScreen.Open(sea.Box);
                }
                catch (WebSocketException)
                {
                    return null;
                }
            },
            screen => screen is not null
        );
        await opened!.DisposeAsync();
    }
}
