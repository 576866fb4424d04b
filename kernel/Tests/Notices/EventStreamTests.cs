using Fourfold.Contracts;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Notices;

[Trait("Needs", "Store")]
public sealed class EventStreamTests
{
    [Fact]
    public async Task A_screen_hears_of_its_areas_and_of_what_its_role_may_read_only()
    {
        await using var box = await FourfoldBox.Start();
        using var stream = await Listener.Open(box.As(new TestActor(Roles.CentreClerk, "469023")));
        var board = box.Services.GetRequiredService<INoticeBoard>();
        board.Publish(new Change("case", "other-county", 1, "opened", "469024"));
        board.Publish(new Change("feed", "no-permission", 1, "lost", ""));
        board.Publish(new Change("secret-kind", "unknown-kind", 1, "made", ""));
        board.Publish(new Change("case", "own-township", 2, "opened", "469023101"));
        var (_, data) = await stream.Next("change");
        Assert.Contains("own-township", data, StringComparison.Ordinal);
        Assert.Contains("\"revision\":2", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_comes_back_goes_on_where_it_was()
    {
        await using var box = await FourfoldBox.Start();
        var board = box.Services.GetRequiredService<INoticeBoard>();
        using var client = box.As(TestActor.DutyOfficer);
        string last;
        using (var stream = await Listener.Open(client))
        {
            board.Publish(new Change("case", "first", 1, "opened", "46"));
            (last, _) = await stream.Next("change");
        }
        board.Publish(new Change("case", "while-away", 1, "opened", "46"));
        using var again = await Listener.Open(client, last);
        var (_, data) = await again.Next("change");
        Assert.Contains("while-away", data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000-5")]
    [InlineData("nonsense")]
    public async Task A_screen_that_was_away_over_a_restart_is_told_to_fetch_anew(string last)
    {
        await using var box = await FourfoldBox.Start();
        using var stream = await Listener.Open(box.As(TestActor.DutyOfficer), last);
        Assert.Equal("{}", (await stream.Next("reset")).Data);
    }

    [Fact]
    public async Task A_screen_that_fell_too_far_behind_is_told_to_fetch_anew()
    {
        await using var box = await FourfoldBox.Start();
        var board = box.Services.GetRequiredService<RingBoard>();
        var last = $"{board.Epoch}-{board.Next}";
        for (var i = 0; i <= RingBoard.Capacity; i++)
            board.Publish(new Change("case", "x", i, "changed", "46"));
        using var stream = await Listener.Open(box.As(TestActor.DutyOfficer), last);
        await stream.Next("reset");
    }

    [Fact]
    public async Task Signing_out_ends_the_stream()
    {
        await using var box = await FourfoldBox.Start();
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        await (await browser.SignIn("li.na")).Body();
        using var stream = await Listener.Open(browser);
        await (await browser.DeleteAsync("/api/v1/session")).Body(204);
        box.Services.GetRequiredService<INoticeBoard>().Publish(new Change("case", "x", 1, "opened", "46"));
        await stream.Ends();
    }

    private sealed class Listener(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public static async Task<Listener> Open(HttpClient client, string? last = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
            if (last is not null)
                request.Headers.Add("Last-Event-ID", last);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            var listener = new Listener(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
            await listener.Block(); // Where it begins.
            return listener;
        }

        public async Task<(string Id, string Data)> Next(string kind)
        {
            while (true)
            {
                var block = await Block() ?? throw new InvalidOperationException("the stream ended");
                if (block.GetValueOrDefault("event") == kind)
                    return (block.GetValueOrDefault("id", ""), block.GetValueOrDefault("data", ""));
            }
        }

        public async Task Ends()
        {
            while (await Block() is { } block)
                Assert.False(block.ContainsKey("event"), "an event was sent after the end");
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }

        private async Task<Dictionary<string, string>?> Block()
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            while (await reader.ReadLineAsync().WaitAsync(FourfoldBox.Patience) is { } line)
            {
                if (line.Length == 0)
                    return fields;
                var cut = line.IndexOf(':', StringComparison.Ordinal);
                fields[line[..cut]] = line[(cut + 1)..].TrimStart();
            }
            return null;
        }
    }
}
