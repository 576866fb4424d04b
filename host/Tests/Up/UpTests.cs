using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Fourfold.Host.Tests.Up;

/// <summary>The program as people start, stop and kill it. Each test has a folder and ports of its own.</summary>
public sealed class UpTests : IDisposable
{
    private readonly string data = Path.Combine(Directory.CreateTempSubdirectory("fourfold-up-").FullName, "data");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(data)!, recursive: true); // A folder made above.

    [Fact]
    public async Task A_newcomer_follows_the_printed_link_once_and_is_duty_officer()
    {
        await using var server = await ServerProcess.Up(data);
        using var client = Client(server);
        var session = await client.GetFromJsonAsync<JsonElement>(await FollowLink(server, client));
        Assert.Equal("duty-officer", session.GetProperty("post").GetProperty("role").GetString());
        Assert.True(session.GetProperty("simulated").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(LinkOf(server))).StatusCode);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_process_was_killed()
    {
        List<string> acknowledged = [];
        await using (var server = await ServerProcess.Up(data))
        {
            using var client = Client(server);
            await FollowLink(server, client);
            using var killed = new CancellationTokenSource();
            var writing = WriteZones(client, acknowledged, killed.Token);
            while (Count(acknowledged) < 25)
                await Task.Delay(5);
            await server.KillNow();
            await killed.CancelAsync();
            await writing;
        }
        Assert.NotEmpty(acknowledged);

        await using var again = await ServerProcess.Up(data);
        using var reader = Client(again);
        await FollowLink(again, reader);
        var zones = await AllZones(reader);
        Assert.Empty(acknowledged.Except(zones));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_stops_cleanly_when_told_to_and_starts_again(string signal)
    {
        await using (var server = await ServerProcess.Up(data))
            Assert.Equal(0, await server.Stop(signal));
        await using var again = await ServerProcess.Up(data);
        Assert.Contains(again.Said, line => line.Contains("/start/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_program_on_the_same_folder_is_refused()
    {
        await using var server = await ServerProcess.Up(data);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.Up(data));
        Assert.Contains("another Fourfold is running", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demonstration_there_is_a_link_for_the_first_administrator()
    {
        await using var server = await ServerProcess.Up(data, "--no-demo");
        Assert.Contains(server.Said, line => line.Contains("/setup?token=", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Said, line => line.Contains("/start/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_on_any_address_tells_one_that_a_browser_can_open_and_starts_without_an_alarm()
    {
        await using var server = await ServerProcess.Up(data, "--no-demo", "--listen", "0.0.0.0");
        Assert.Equal("localhost", server.Url.Host);
        Assert.Contains(server.Said, line => line.Contains("http://localhost:", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Said, line => line.Contains(" fail: ", StringComparison.Ordinal));
        using var client = Client(server);
        var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    private static HttpClient Client(ServerProcess server) =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = server.Url,
        };

    private static string LinkOf(ServerProcess server)
    {
        var line = server.Said.Single(l => l.Contains("/start/", StringComparison.Ordinal));
        return line[line.IndexOf("/start/", StringComparison.Ordinal)..].Trim();
    }

    private static async Task<string> FollowLink(ServerProcess server, HttpClient client)
    {
        var answer = await client.GetAsync(LinkOf(server));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return "/api/v1/session";
    }

    private static async Task WriteZones(HttpClient client, List<string> acknowledged, CancellationToken ct)
    {
        for (var i = 0; i < 5000 && !ct.IsCancellationRequested; i++)
        {
            var west = 110 + (i * 0.0001);
            double[][] ring =
            [
                [west, 20.2],
                [west + 0.01, 20.2],
                [west + 0.01, 20.21],
                [west, 20.2],
            ];
            var zone = new
            {
                name = $"z{i}",
                kind = "watch",
                geometry = new { type = "Polygon", coordinates = new[] { ring } },
                active = false,
            };
            try
            {
                var answer = await client.PostAsJsonAsync("/api/v1/zones", zone, ct);
                answer.EnsureSuccessStatusCode();
                lock (acknowledged)
                    acknowledged.Add(zone.name);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
            {
                return; // The process is gone; this one was not acknowledged.
            }
        }
    }

    private static int Count(List<string> acknowledged)
    {
        lock (acknowledged)
            return acknowledged.Count;
    }

    private static async Task<List<string>> AllZones(HttpClient client)
    {
        List<string> names = [];
        var cursor = "";
        while (true)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/zones?limit=200{cursor}");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(z => z.GetProperty("name").GetString()!)); // Required.
            if (page.GetProperty("next").GetString() is not { } next)
                return names;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }
}
