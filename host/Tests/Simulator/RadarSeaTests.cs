using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Geo;
using Fourfold.Simulator;
using Fourfold.Simulator.Play;
using Fourfold.Simulator.Strait;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>The strait with radars beside the strait without.</summary>
public sealed class RadarSeaTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static IScenario Make(ulong seed, bool withRadars, bool withTimes = false) =>
        StraitScenario.Make(new ScenarioOptions(seed, Start) { WithRadars = withRadars, WithTimes = withTimes });

    private static IEnumerable<ScenarioStep> Steps(double seconds, ulong seed = 46, bool withRadars = true)
    {
        var scenario = Make(seed, withRadars);
        for (var step = scenario.Next(); step.At.TotalSeconds <= seconds; step = scenario.Next())
        {
            yield return step;
        }
    }

    [Fact]
    public async Task Without_radars_not_a_byte_has_changed()
    {
        using var lines = new MemoryStream();
        await Player.Record(
            Make(46, withRadars: false, withTimes: true),
            lines,
            null,
            TimeSpan.FromMinutes(10),
            default
        );
        // Of the ten minutes as they were before there were radars.
        Assert.Equal(
            "1e50bbd81a43e960f8f8a075bb69b0df20a4bfaa9701542ee980461a2368d5dc",
            Convert.ToHexStringLower(SHA256.HashData(lines.ToArray()))
        );
    }

    [Fact]
    public void With_radars_all_others_say_what_they_said_before()
    {
        var without = Heard(withRadars: false);
        var with = Heard(withRadars: true);
        Assert.Equal(250, without.Count);
        foreach (var (mmsi, said) in without)
        {
            Assert.Equal(said, with[mmsi]);
        }

        // Two fishing boats, a ship, a ghost, and the second boat, which is heard from the other shore on.
        Assert.Equal(
            [415_080_003, 415_080_004, 415_080_005, 415_080_006, 415_900_001],
            with.Keys.Except(without.Keys).Order()
        );
    }

    /// <summary>Reports and names by sender over five minutes, the numbers that sentences of several parts count by left out.</summary>
    private static Dictionary<int, List<string>> Heard(bool withRadars)
    {
        var heard = new Dictionary<int, List<string>>();
        foreach (var step in Steps(300, withRadars: withRadars))
        {
            if (step.Truth is { } truth && !step.Lines.IsEmpty)
            {
                var said = Encoding.ASCII.GetString(step.Lines.Span);
                (heard.TryGetValue(truth.SaysMmsi, out var list) ? list : heard[truth.SaysMmsi] = []).Add(said);
            }
        }

        return heard;
    }

    [Fact]
    public void The_same_seed_gives_the_same_datagrams_and_another_seed_others()
    {
        static byte[] Bytes(ulong seed) => [.. Steps(30, seed).SelectMany(s => s.Datagram.ToArray())];
        Assert.Equal(Bytes(46), Bytes(46));
        Assert.NotEqual(Bytes(46), Bytes(47));
    }

    [Fact]
    public void Datagrams_are_short_and_come_in_the_order_of_time_with_the_sentences()
    {
        var last = TimeSpan.Zero;
        var (datagrams, lines) = (0, 0);
        foreach (var step in Steps(60))
        {
            Assert.True(step.At >= last);
            last = step.At;
            Assert.InRange(step.Datagram.Length, 0, 1_400);
            Assert.True(step.Datagram.IsEmpty || step.Lines.IsEmpty);
            datagrams += step.Datagram.IsEmpty ? 0 : 1;
            lines += step.Lines.IsEmpty ? 0 : 1;
        }

        // 64 sectors a turn: 60 s are 24, 20 and 24 turns.
        Assert.InRange(datagrams, 4_150, 4_360);
        Assert.True(lines > 500);
    }

    [Fact]
    public void Tshark_reads_the_same_plots()
    {
        var plots = Path.GetTempFileName();
        try
        {
            var ear = new PlotEar(Start);
            var expected = new List<string>();
            using (var capture = new RadarCapture(File.Create(plots), Start))
            {
                foreach (var step in Steps(10).Where(s => !s.Datagram.IsEmpty))
                {
                    capture.Write(step);
                    foreach (var plot in ear.Read(step.Datagram.Span, Start + step.At))
                        expected.Add(Written(plot.RangeMetres!.Value / 1_852, Angle.ToDegrees(plot.Azimuth!.Value)));
                }
            }

            var read = Tshark(plots);
            Assert.SkipWhen(read is null, "tshark is not installed");
            Assert.True(expected.Count > 500);
            Assert.Equal(expected, read);
        }
        finally
        {
            File.Delete(plots);
        }
    }

    private static string Written(double miles, double degrees) =>
        string.Create(CultureInfo.InvariantCulture, $"{miles:0.000000} {degrees:0.000}");

    private static List<string>? Tshark(string file)
    {
        var start = new ProcessStartInfo("tshark") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["-r", file, "-d", $"udp.port=={RadarCapture.Port},asterix", "-T", "fields"];
        string[] fields = ["-e", "asterix.048_040_RHO", "-e", "asterix.048_040_THETA"];
        foreach (var argument in arguments.Concat(fields))
            start.ArgumentList.Add(argument);
        try
        {
            using var tshark = Process.Start(start)!; // Without a shell there is a process or an exception.
            var errors = tshark.StandardError.ReadToEndAsync();
            var rows = tshark.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            errors.Wait();
            return
            [
                .. rows.Select(row => row.Split('\t'))
                    .Where(row => row[0].Length > 0)
                    .SelectMany(row => row[0].Split(',').Zip(row[1].Split(',')))
                    .Select(p => Written(Number(p.First), Number(p.Second))),
            ];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public async Task Played_in_time_the_datagrams_arrive_over_udp_as_they_are_recorded()
    {
        using var radar = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        radar.Client.ReceiveBufferSize = 1 << 20;
        using var sender = new DatagramSender((IPEndPoint)radar.Client.LocalEndPoint!);
        var lines = 0;
        var outlets = new Outlets(piece => lines += piece.Length) { Datagrams = sender.Send };
        using var enough = new CancellationTokenSource(FourfoldBox.Patience);
        var playing = Player.Play(
            Make(46, withRadars: true),
            outlets,
            TimeSpan.FromSeconds(5),
            speed: 10,
            TimeProvider.System,
            enough.Token
        );
        foreach (var step in Steps(5).Where(s => !s.Datagram.IsEmpty))
        {
            Assert.Equal(step.Datagram.ToArray(), (await radar.ReceiveAsync(enough.Token)).Buffer);
        }

        await playing;
        Assert.Equal(0, sender.Failed);
        Assert.Equal(lines, Steps(5).Sum(s => s.Lines.Length));
    }

    [Fact]
    public void The_truth_tells_who_never_speaks_lies_or_is_not_there_within_ten_minutes_but_not_in_the_first_two()
    {
        var told = Steps(600)
            .Where(s => s.Truth is { Events.Count: > 0 })
            .Select(s => (At: s.At.TotalSeconds, Truth: s.Truth!.Value))
            .ToLookup(t => Assert.Single(t.Truth.Events));
        Assert.Equal(3, told[TruthEvents.HasNoRadio].DistinctBy(t => t.Truth.Name).Count());
        Assert.All(told[TruthEvents.HasNoRadio], t => Assert.Equal((0, false), (t.Truth.Mmsi, t.Truth.IsTransmitting)));
        Assert.Equal(
            "DEMO BOAT 001",
            Assert.Single(told[TruthEvents.FellSilent].DistinctBy(t => t.Truth.Name)).Truth.Name
        );
        foreach (var lie in new[] { TruthEvents.IsSwapped, TruthEvents.IsOff, TruthEvents.IsGhost })
        {
            Assert.InRange(told[lie].First().At, 120, 330);
        }

        Assert.Equal(2, told[TruthEvents.IsSwapped].DistinctBy(t => t.Truth.SaysMmsi).Count());
        Assert.All(told[TruthEvents.IsSwapped], t => Assert.NotEqual(t.Truth.Mmsi, t.Truth.SaysMmsi));
    }

    [Fact]
    public void A_row_of_truth_names_its_events_and_the_number_given()
    {
        using var file = new MemoryStream();
        using (var writer = new TruthWriter(file))
        {
            foreach (var step in Steps(330))
                writer.Write(step);
        }

        var rows = Encoding.UTF8.GetString(file.ToArray()).Split('\n');
        Assert.Contains(rows, r => r.EndsWith("\"transmitting\":true,\"events\":[]}", StringComparison.Ordinal));
        Assert.Contains(
            rows,
            r => r.EndsWith("\"transmitting\":false,\"events\":[\"never-speaks\"]}", StringComparison.Ordinal)
        );
        Assert.Contains(rows, r => r.EndsWith("\"events\":[\"swap\"],\"says\":415080004}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(46)]
    [InlineData(3)]
    public void Nobody_of_them_crosses_land_or_comes_into_the_watch_zone(ulong seed)
    {
        var last = new Dictionary<string, Position>();
        foreach (var truth in Steps(3_600, seed).Select(s => s.Truth).OfType<Truth>())
        {
            if (truth.Role is not ("wooden" or "ghost" or "smuggler") && truth.Mmsi / 10_000 != 41_508)
                continue;
            var before = last.GetValueOrDefault(truth.Name, truth.Position);
            Assert.False(Coast.Shore.Crosses(before, truth.Position), $"{truth.Name} at {truth.Position}");
            last[truth.Name] = truth.Position;
            var isInZone = StraitPlaces.WatchZone.Area.Contains(truth.Position);
            Assert.True(!isInZone || truth.Role == "smuggler", truth.Name);
        }

        Assert.InRange(last.Count, 9, 12);
    }
}
