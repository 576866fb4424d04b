using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

[Trait("Needs", "Store")]
public sealed class FeedTests
{
    private static readonly TestActor Administrator = new(Roles.Administrator, Purpose: Purposes.Administration);

    [Fact]
    public async Task Garbage_a_line_of_ten_megabytes_and_half_a_sentence_are_counted_and_the_vessel_behind_them_is_seen()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        var random = new Random(46);
        var garbage = new byte[100_000];
        random.NextBytes(garbage);
        await stream.WriteAsync(garbage);
        await stream.WriteAsync("\n"u8.ToArray());
        var megabyte = new byte[1_000_000];
        Array.Fill(megabyte, (byte)'x');
        for (var i = 0; i < 10; i++)
            await stream.WriteAsync(megabyte);
        await stream.WriteAsync("\n!AIVDM,1,1,,A,15Muq\n"u8.ToArray());
        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(413_000_001, 20.1, 110.3)));
        await sea.Eventually("the vessel", sea.Vessels, all => all.Count == 1);
        var dropped = (await sea.FeedStatus()).GetProperty("dropped");
        Assert.Equal(1, dropped.GetProperty("lineTooLong").GetInt64());
        Assert.True(dropped.GetProperty("sentenceTruncated").GetInt64() >= 1);
        var id = (await sea.Get("feeds")).GetProperty("items")[0].GetProperty("id").GetString();
        var bad = (await sea.Get($"feeds/{id}/bad-lines")).GetProperty("items");
        Assert.Contains(bad.EnumerateArray(), line => line.GetProperty("sample").GetString() == "!AIVDM,1,1,,A,15Muq");
        Assert.True(bad.GetArrayLength() <= 200);
    }

    [Fact]
    public async Task A_bad_line_is_found_again_in_the_raw_capture_by_its_offset()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        await stream.WriteAsync(Sentences.Bytes(Sentences.Position(413_000_001, 20.1, 110.3)));
        await stream.WriteAsync("this is no sentence\n"u8.ToArray());
        var id = (await sea.Get("feeds")).GetProperty("items")[0].GetProperty("id").GetString();
        var bad = await sea.Eventually(
            "the bad line",
            async () => (await sea.Get($"feeds/{id}/bad-lines")).GetProperty("items"),
            lines => lines.GetArrayLength() == 1
        );
        var offset = bad[0].GetProperty("offset").GetInt64();
        using var client = sea.Box.As(TestActor.DutyOfficer);
        Assert.Equal(
            "this is no sentence",
            await client.GetStringAsync($"/api/v1/feeds/{id}/raw?offset={offset}&length=19")
        );
        using var nothing = await client.GetAsync($"/api/v1/feeds/{id}/raw?offset=1000000&length=19");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task Halves_of_messages_of_two_senders_are_never_joined()
    {
        await using var sea = await SeaBox.Start();
        var (one, two) = (await sea.Connect(), await sea.Connect());
        var first = Sentences.Voyage(413_000_001, "FIRST").Split("\r\n");
        var second = Sentences.Voyage(413_000_002, "SECOND").Split("\r\n");
        await one.WriteAsync(Sentences.Bytes(Sentences.Position(413_000_001, 20.1, 110.3) + first[0] + "\r\n"));
        await two.WriteAsync(Sentences.Bytes(Sentences.Position(413_000_002, 20.2, 110.3) + second[0] + "\r\n"));
        await sea.Eventually("both begun", sea.FeedStatus, s => s.GetProperty("lines").GetInt64() == 4);
        await one.WriteAsync(Sentences.Bytes(first[1] + "\r\n"));
        await two.WriteAsync(Sentences.Bytes(second[1] + "\r\n"));
        var names = await sea.Eventually(
            "both names",
            async () => (await sea.Vessels()).Select(v => v.GetProperty("name").GetString()).ToList(),
            n => n.All(name => name is not null) && n.Count == 2
        );
        Assert.Equal(["FIRST", "SECOND"], names.Order());
    }

    [Fact]
    public async Task What_two_feeds_bring_twice_is_one_vessel_and_counted_as_duplicate()
    {
        await using var sea = await SeaBox.Start("tcp-listen://127.0.0.1:0");
        var ports = await sea.Eventually(
            "both listen",
            () => Task.FromResult(sea.Book.Running.Select(r => r.ListeningAt).OfType<IPEndPoint>().ToList()),
            p => p.Count == 2
        );
        var bytes = Sentences.Bytes(
            string.Concat(
                Enumerable.Range(1, 50).Select(i => Sentences.Position(413_000_000 + i, 20 + (i * 0.01), 110.3))
            )
        );
        foreach (var port in ports)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(port);
            await client.GetStream().WriteAsync(bytes);
            await sea.Eventually("fifty vessels", sea.Vessels, all => all.Count == 50);
        }
        var duplicates = await sea.Eventually(
            "fifty duplicates",
            async () =>
                (await sea.Get("feeds"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Sum(f => f.GetProperty("status").GetProperty("duplicates").GetInt64()),
            n => n == 50
        );
        Assert.Equal(50, duplicates);
        Assert.Equal(50, (await sea.Vessels()).Count);
        var dossier = await sea.Get($"tracks/{(await sea.Vessels())[0].GetProperty("trackId").GetString()}");
        Assert.Equal(2, dossier.GetProperty("feeds").GetArrayLength());
    }

    [Fact]
    public async Task A_feed_drawn_up_as_a_row_is_connected_changed_and_removed_while_the_server_runs()
    {
        await using var sea = await SeaBox.Start();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var client = sea.Box.As(Administrator);
        var url = $"tcp://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}?protocol=nmea";
        using var added = await client.PostAsJsonAsync(
            "/api/v1/feeds",
            new
            {
                name = "mast",
                url,
                simulated = true,
            }
        );
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var feed = await added.Content.ReadFromJsonAsync<JsonElement>();
        var id = feed.GetProperty("id").GetString();
        using (var connection = await server.AcceptTcpClientAsync())
        {
            await connection.GetStream().WriteAsync(Sentences.Bytes(Sentences.Position(413_000_001, 20.1, 110.3)));
            var seen = await sea.Eventually("the vessel", sea.Vessels, all => all.Count == 1);
            Assert.True(seen[0].GetProperty("simulated").GetBoolean());
        }
        // It comes back by itself when the other side went.
        using (await server.AcceptTcpClientAsync()) { }

        using var stale = await client.PutAsJsonAsync(
            $"/api/v1/feeds/{id}",
            new
            {
                name = "mast",
                url,
                enabled = false,
                expectedRevision = 9,
            }
        );
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var off = await client.PutAsJsonAsync(
            $"/api/v1/feeds/{id}",
            new
            {
                name = "mast",
                url,
                enabled = false,
                expectedRevision = 1,
            }
        );
        Assert.Equal(HttpStatusCode.OK, off.StatusCode);
        await sea.Eventually("off", () => StateOf(client, id), state => state == "off");
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/feeds/{id}");
        request.Headers.Add("If-Match", "\"2\"");
        using var removed = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Null(await StateOf(client, id));
    }

    [Theory]
    [InlineData("carrier-pigeon://loft:1", "feed-url.transport-unknown")]
    [InlineData("tcp://a:1?protocol=morse", "feed-url.protocol-unknown")]
    [InlineData("tcp://a", "feed-url.port-missing")]
    public async Task A_url_that_means_nothing_is_refused_with_its_place(string url, string code)
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(Administrator);
        using var answer = await client.PostAsJsonAsync("/api/v1/feeds", new { name = "mast", url });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal("url", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    // Its lines can be looked at, so it would show every file that the server can read.
    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://../keys/sealing.pem")]
    [InlineData("file://night/../../fourfold.db")]
    [InlineData("file://..%2fkeys%2fsealing.pem")]
    public async Task An_administrator_reads_no_file_of_the_server_as_a_recording(string url)
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(Administrator);
        using var added = await client.PostAsJsonAsync("/api/v1/feeds", new { name = "mast", url });
        Assert.Contains("feed-url.file-elsewhere", await added.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var good = await client.PostAsJsonAsync(
            "/api/v1/feeds",
            new
            {
                name = "mast",
                url = "file://night/one.nmea",
                enabled = false,
            }
        );
        Assert.Equal(HttpStatusCode.Created, good.StatusCode);
        var feed = await good.Content.ReadFromJsonAsync<JsonElement>();
        using var changed = await client.PutAsJsonAsync(
            $"/api/v1/feeds/{feed.GetProperty("id").GetString()}",
            new
            {
                name = "mast",
                url,
                enabled = true,
                expectedRevision = feed.GetProperty("revision").GetInt32(),
            }
        );
        Assert.Contains("feed-url.file-elsewhere", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_plays_by_its_own_times_and_a_feed_that_fails_harms_no_other()
    {
        var file = Path.GetTempFileName();
        var then = new DateTimeOffset(2011, 5, 1, 0, 0, 0, TimeSpan.Zero);
        await File.WriteAllTextAsync(
            file,
            Sentences.Position(413_000_001, 20.1, 110.3, at: then)
                + Sentences.Position(413_000_002, 20.2, 110.3, at: then.AddSeconds(20))
        );
        // Twenty seconds at twenty times the pace are one.
        await using var sea = await SeaBox.Start(
            $"file://{file}?speed=20",
            "file:///no/such/file",
            "tcp://127.0.0.1:1"
        );
        var started = DateTimeOffset.UtcNow;
        await sea.Eventually("the second vessel", sea.Vessels, all => all.Count == 2);
        Assert.True(DateTimeOffset.UtcNow - started > TimeSpan.FromMilliseconds(400));
        await sea.Send(Sentences.Bytes(Sentences.Position(413_000_003, 20.3, 110.3)));
        await sea.Eventually("the third vessel", sea.Vessels, all => all.Count == 3);
        var states = (await sea.Get("feeds"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(f => f.GetProperty("status"));
        Assert.Equal(["lost", "off", "lost", "lost"], states.Select(s => s.GetProperty("state").GetString()));
        File.Delete(file);
    }

    [Fact]
    public async Task Datagrams_of_several_senders_are_read()
    {
        await using var sea = await SeaBox.Start("udp://127.0.0.1:0");
        var port = await sea.Eventually(
            "listening",
            () => Task.FromResult(sea.Book.Running.ElementAtOrDefault(1)?.ListeningAt as IPEndPoint),
            at => at is not null
        );
        for (var i = 1; i <= 3; i++)
        {
            using var sender = new UdpClient();
            // The last line of a datagram need not end.
            var line = Sentences.Bytes(Sentences.Position(413_000_000 + i, 20 + (i * 0.1), 110.3).TrimEnd());
            await sender.SendAsync(line, port!);
        }
        await sea.Eventually("three vessels", sea.Vessels, all => all.Count == 3);
    }

    private static async Task<string?> StateOf(HttpClient client, string? id) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/feeds"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(f => f.GetProperty("id").GetString() == id)
            .Select(f => f.GetProperty("status").GetProperty("state").GetString())
            .FirstOrDefault();
}
