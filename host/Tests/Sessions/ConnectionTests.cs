using System.Net.WebSockets;
using Fourfold.Kernel.Notices;
using Fourfold.Sense.Picture;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Host.Tests.Sessions;

/// <summary>Connections that outlive their request end with what let them begin, without anybody asking anew.</summary>
[Trait("Needs", "Store")]
public sealed class ConnectionTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public static TheoryData<string> Endings => [.. SignedIn.Endings.Keys];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_event_stream_ends(string ending)
    {
        await using var box = await FourfoldBox.Start();
        using var who = await Make(box, ending);
        using var events = await Open(who);
        await SignedIn.Endings[ending](who);
        box.Services.GetRequiredService<INoticeBoard>().Publish(new Change("case", "after", 1, "opened", "46"));
        var rest = await AsTimePasses(box, events.ReadToEndAsync());
        Assert.DoesNotContain("after", rest, StringComparison.Ordinal);
        Assert.Equal(0, box.Services.GetRequiredService<EventListeners>().Count);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_live_picture_closes_and_says_why(string ending)
    {
        await using var box = await FourfoldBox.Start();
        using var who = await Make(box, ending);
        using var screen = await Connect(box, who);
        await SignedIn.Endings[ending](who);
        Assert.Equal(WebSocketMessageType.Close, await AsTimePasses(box, Read(screen)));
        Assert.Equal((WebSocketCloseStatus)4401, screen.CloseStatus);
        Assert.Equal("session over", screen.CloseStatusDescription);
        await screen.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await Connected(box, 0);
    }

    [Fact]
    public async Task A_screen_that_does_not_answer_is_cut_off()
    {
        await using var box = await FourfoldBox.Start();
        using var who = await SignedIn.Person(box);
        using var screen = await Connect(box, who);
        await SignedIn.Endings["signing out"](who);
        await Connected(box, 0);
    }

    [Fact]
    public async Task Connections_of_others_go_on()
    {
        await using var box = await FourfoldBox.Start();
        using var leaving = await SignedIn.Person(box);
        using var staying = await SignedIn.Person(box);
        using var events = await Open(staying);
        using var screen = await Connect(box, staying);
        using var gone = await Connect(box, leaving);
        await SignedIn.Endings["another password"](leaving);
        await Read(gone).WaitAsync(FourfoldBox.Patience);

        box.Services.GetRequiredService<INoticeBoard>().Publish(new Change("case", "after", 1, "opened", "46"));
        var heard = "";
        while (!heard.Contains("after", StringComparison.Ordinal))
            heard = await events.ReadLineAsync().WaitAsync(FourfoldBox.Patience) ?? throw new EndOfStreamException();
        Assert.Equal(WebSocketState.Open, screen.State);
        await Connected(box, 1);
    }

    private static Task<SignedIn> Make(FourfoldBox box, string ending) =>
        ending.StartsWith("key", StringComparison.Ordinal) ? SignedIn.Program(box) : SignedIn.Person(box);

    private static async Task<StreamReader> Open(SignedIn who)
    {
        var response = await who.Client.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.StartsWith(
            "retry:",
            await reader.ReadLineAsync().WaitAsync(FourfoldBox.Patience),
            StringComparison.Ordinal
        );
        return reader;
    }

    // A connection that was asked about just before the clock was moved begins its wait after that.
    private static async Task<T> AsTimePasses<T>(FourfoldBox box, Task<T> end)
    {
        for (var waited = TimeSpan.Zero; !end.IsCompleted && waited < FourfoldBox.Patience; waited += Step)
        {
            box.Clock.Advance(Second);
            await Task.WhenAny(end, Task.Delay(Step));
        }
        return await end.WaitAsync(Step);
    }

    private static async Task<ClientWebSocket> Connect(FourfoldBox box, SignedIn who)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(who.Proof.Name, who.Proof.Value);
        await socket.ConnectAsync(new Uri($"ws://{box.Url.Authority}/live"), CancellationToken.None);
        return socket;
    }

    private static async Task<WebSocketMessageType> Read(ClientWebSocket socket)
    {
        var (buffer, type) = (new byte[1024], WebSocketMessageType.Binary);
        while (type == WebSocketMessageType.Binary)
            type = (await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType;
        return type;
    }

    private static Task<int> Connected(FourfoldBox box, int screens) =>
        FourfoldBox.Eventually(
            $"{screens} screens are connected",
            () => Task.FromResult(box.Services.GetRequiredService<LiveHub>().Count),
            count => count == screens
        );
}
