using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Fourfold.Simulator;
using Fourfold.Simulator.Play;
using Fourfold.Simulator.Strait;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

public sealed class PlayTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static IScenario Strait() => StraitScenario.Make(new ScenarioOptions(1, Start));

    [Fact]
    public async Task A_recording_holds_whole_lines_with_right_checksums_and_the_truth_beside_it()
    {
        using var lines = new MemoryStream();
        using var truths = new MemoryStream();
        using (var truth = new TruthWriter(truths))
        {
            await Player.Record(Strait(), lines, truth, TimeSpan.FromSeconds(60), default);
        }

        var text = Encoding.ASCII.GetString(lines.ToArray());
        Assert.EndsWith("\r\n", text);
        Assert.All(
            text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries),
            line => Assert.True(HasRightSum(line), line)
        );
        var rows = Encoding.UTF8.GetString(truths.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(rows.Length, 500, 3_000);
        var row = JsonDocument.Parse(rows[0]).RootElement;
        Assert.StartsWith("DEMO", row.GetProperty("name").GetString());
        Assert.InRange(row.GetProperty("lat").GetDouble(), 17, 21);
    }

    [Fact]
    public async Task Every_client_hears_the_same_lines()
    {
        await using var server = new LineServer(new IPEndPoint(IPAddress.Loopback, 0));
        using var one = await Connected(server, 1);
        using var two = await Connected(server, 2);
        for (var i = 0; i < 100; i++)
        {
            server.Broadcast(Encoding.ASCII.GetBytes($"line {i}\r\n"));
        }

        foreach (var client in new[] { one, two })
        {
            using var reader = new StreamReader(client.GetStream());
            for (var i = 0; i < 100; i++)
            {
                Assert.Equal($"line {i}", await reader.ReadLineAsync());
            }
        }

        Assert.Equal(0, server.Dropped);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_dropped_and_the_others_hear_on()
    {
        await using var server = new LineServer(new IPEndPoint(IPAddress.Loopback, 0));
        using var deaf = await Connected(server, 1);
        using var keen = await Connected(server, 2);
        var heard = 0L;
        var reading = Task.Run(async () =>
        {
            var sink = new byte[1 << 20];
            for (int read; (read = await keen.GetStream().ReadAsync(sink)) > 0; )
            {
                Interlocked.Add(ref heard, read);
            }
        });
        var piece = new byte[1 << 16];
        var sent = 0L;
        while (server.Dropped == 0 && sent < 2_000L * piece.Length)
        {
            server.Broadcast(piece);
            sent += piece.Length;
            while (Interlocked.Read(ref heard) < sent)
            {
                await Task.Delay(1);
            }
        }

        Assert.Equal((1, 1), (server.Dropped, server.Clients));
        await server.DisposeAsync();
        await reading;
        Assert.Equal(sent, heard);
    }

    [Fact]
    public async Task Played_in_time_a_second_of_sea_takes_a_second_over_the_speed()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var bytes = 0;
        await Player.Play(
            Strait(),
            new Outlets(piece => bytes += piece.Length),
            TimeSpan.FromSeconds(10),
            speed: 20,
            TimeProvider.System,
            default
        );
        Assert.True(watch.Elapsed.TotalSeconds >= 0.4, $"took {watch.Elapsed}");
        using var recorded = new MemoryStream();
        await Player.Record(Strait(), recorded, truth: null, TimeSpan.FromSeconds(10), default);
        Assert.Equal(recorded.Length, bytes);
    }

    private static async Task<TcpClient> Connected(LineServer server, int clients)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.EndPoint);
        await server.FirstClient.WaitAsync(FourfoldBox.Patience);
        while (server.Clients < clients)
        {
            await Task.Delay(5);
        }

        return client;
    }

    private static bool HasRightSum(string line)
    {
        var from = line.IndexOf('!') + 1;
        var star = line.IndexOf('*', from);
        var sum = line[from..star].Aggregate(0, (s, c) => s ^ c);
        return line[(star + 1)..] == sum.ToString("X2");
    }
}
