using System.Globalization;
using System.IO.Pipes;
using System.Text;
using Fourfold.Cli.Decode;
using Fourfold.Cli.Track;
using Xunit;

namespace Fourfold.Host.Tests.Track;

/// <summary>What <c>fourfold track</c> says of rows it cannot use, and that one of them costs no other.</summary>
public sealed class TrackFaultTests : IDisposable
{
    private const string Radar =
        """{"type":"radar","id":"R1","lat":20.075,"lon":110.15,"sig_r":10,"sig_az":0.2,"period":2.5,"pd":0.9,"rmax":40000}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fourfold-track-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_broken_row_is_told_with_its_file_and_line_the_first_ten_of_them()
    {
        var file = Write([Radar, "{\"type\":\"plot\",\"t\":1\u001b[2J", .. Sailing(0, 30)]);
        var (_, _, errors) = Run(file);
        Assert.Contains($"{file}:2: not understood: {{\"type\":\"plot\",\"t\":1.[2J", errors, StringComparison.Ordinal);

        var (_, _, many) = Run(Write([Radar, .. Enumerable.Repeat("rubbish", 500)]));
        Assert.Equal(10, many.Split('\n').Count(line => line.Contains(": not understood: ", StringComparison.Ordinal)));
        Assert.Contains(" 500 not understood", many, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensors_nobody_knows_are_named()
    {
        const string plot = """{"type":"plot","t":0.5,"ta":0.6,"s":"R7","r":5000,"az":10}""";
        var (_, _, errors) = Run(Write([Radar, plot, plot, .. Sailing(0, 30)]));
        Assert.Contains(" 2 of unknown sensors (R7)", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e308")]
    [InlineData("1e15")]
    [InlineData("1e9")]
    [InlineData("5000")]
    public void A_row_from_far_ahead_costs_no_row_behind_it(string time)
    {
        var ahead = """{"type":"ais","t":TIME,"ta":TIME,"mmsi":413000002,"lat":20.3,"lon":110.2}""".Replace(
            "TIME",
            time,
            StringComparison.Ordinal
        );
        string[] before = [Radar, .. Sailing(0, 30)];
        string[] behind = [.. Sailing(30, 60)];
        var (code, tracks, errors) = Run(Write([.. before, ahead, .. behind]));
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(Run(Write([.. before, .. behind])).Tracks, tracks);
        Assert.Contains($":{before.Length + 1}: ", errors, StringComparison.Ordinal);
        Assert.Contains(" 1 not understood", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_night_without_a_row_it_goes_on()
    {
        string[] rows = [Radar, .. Sailing(0, 60), .. Sailing(40_000, 40_120)];
        var (_, tracks, errors) = Run(Write(rows));
        Assert.Contains(tracks, row => row.Contains("\"t\":40100.000", StringComparison.Ordinal));
        Assert.Contains(" 0 not understood", errors, StringComparison.Ordinal);
        // Fewer than make it believed, but the last of the file.
        var (_, few, _) = Run(Write([Radar, .. Sailing(0, 60), .. Sailing(40_000, 40_020)]));
        Assert.Contains(few, row => row.Contains("\"t\":40010.000", StringComparison.Ordinal));
    }

    [Fact]
    public void Times_of_evaluation_without_end_come_to_one()
    {
        const string endless = """{"type":"scenario","eval_t0":10,"eval_dt":0.5,"eval_n":2000000000}""";
        var (code, tracks, _) = Run(Write([endless, Radar, .. Sailing(0, 60)]));
        Assert.Equal(ExitCode.Ok, code);
        Assert.NotEmpty(tracks);
    }

    [Fact]
    public void A_radar_is_known_once_however_often_it_is_named()
    {
        var rows = Write([Radar, .. Sailing(0, 60), .. Plots(0, 60)]);
        var sensors = Write([Radar]);
        Assert.Equal(Run(rows).Tracks, Run(rows, sensors).Tracks);

        const string late = """{"type":"radar","id":"R2","lat":20.2,"lon":110.2}""";
        var (_, _, errors) = Run(Write([Radar, .. Sailing(0, 60), Radar, late]));
        Assert.Contains("R2 stands behind the first measurement", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("R1 stands", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_row_may_carry_the_sensors()
    {
        var scenario = $$"""{"type":"scenario","eval_t0":10,"eval_dt":10,"eval_n":5,"sensors":[{{Radar}}]}""";
        var apart = """{"type":"scenario","eval_t0":10,"eval_dt":10,"eval_n":5}""";
        string[] rows = [.. Sailing(0, 60), .. Plots(0, 60)];
        var (_, tracks, errors) = Run(Write([scenario, .. rows]));
        Assert.NotEmpty(tracks);
        Assert.Contains(" 0 of unknown sensors", errors, StringComparison.Ordinal);
        Assert.Equal(Run(Write([apart, Radar, .. rows])).Tracks, tracks);
        // And the file of sensors may carry the times.
        Assert.Equal(tracks, Run(Write(rows), Write([apart, Radar])).Tracks);
    }

    [Fact]
    public void A_file_of_sensors_may_be_one_document()
    {
        string[] rows = [.. Sailing(0, 60), .. Plots(0, 60)];
        var (_, tracks, _) = Run(Write([Radar, .. rows]));
        var spread = Radar.Replace(",", ",\n  ", StringComparison.Ordinal);
        Assert.Equal(tracks, Run(Write(rows), Write(["[", spread, "]"])).Tracks);
        Assert.Equal(tracks, Run(Write(rows), Write([spread])).Tracks);
    }

    [Fact]
    public void A_file_of_sensors_without_any_is_an_error()
    {
        foreach (var content in new[] { "", "rubbish", "[", """{"type":"aisrx","id":"AIS"}""" })
        {
            var file = Write([content]);
            var errors = new StringWriter();
            Assert.Equal(ExitCode.Failed, new TrackRun(new MemoryStream(), errors, 5).ReadSensors(file));
            Assert.Contains($"{file}: there is no radar in it", errors.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_known_is_written_before_more_is_waited_for()
    {
        using var ours = new AnonymousPipeServerStream(PipeDirection.Out);
        using var theirs = new AnonymousPipeClientStream(PipeDirection.In, ours.ClientSafePipeHandle);
        using var written = new Written();
        var run = new TrackRun(written, TextWriter.Null, 5);
        var running = Task.Run(() => run.Run(theirs, "pipe"), TestContext.Current.CancellationToken);
        foreach (var row in Sailing(0, 60).Prepend(Radar))
            ours.Write(Encoding.UTF8.GetBytes(row + "\n"));
        // Nothing more comes, and the pipe stays open.
        await written.Something.WaitAsync(TestContext.Current.CancellationToken);
        ours.Dispose();
        Assert.Equal(ExitCode.Ok, await running);
    }

    [Fact]
    public void A_speed_no_vessel_can_send_is_none()
    {
        string With(string speed) =>
            "{\"type\":\"ais\",\"t\":6,\"ta\":6.5,\"mmsi\":413000001,\"lat\":20.2,\"lon\":110.1503" + speed + "}";
        string[] before = [Radar, .. Sailing(0, 6)];
        string[] behind = [.. Sailing(11, 60)];
        var none = Run(Write([.. before, With(""), .. behind])).Tracks;
        Assert.Equal(none, Run(Write([.. before, With(",\"sog\":1e9,\"cog\":1e9"), .. behind])).Tracks);
    }

    private static IEnumerable<string> Sailing(int from, int to)
    {
        for (var t = from + 1; t < to; t += 5)
        {
            var east = (110.15 + (t % 10_000) * 5e-5).ToString("F6", CultureInfo.InvariantCulture);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"type":"ais","t":{{t}},"ta":{{t + 0.5}},"mmsi":413000001,"lat":20.2,"lon":{{east}},"sog":10.2,"cog":90,"cls":"A"}"""
            );
        }
    }

    // Behind the reports, which come half a minute early then: what matters is that they are taken.
    private static IEnumerable<string> Plots(int from, int to)
    {
        for (var t = from + 1.0; t < to; t += 2.5)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"type":"plot","t":{{t + to}},"ta":{{t + to + 0.2}},"s":"R1","r":14000,"az":10}"""
            );
        }
    }

    private (int Code, string[] Tracks, string Errors) Run(string file, string? sensors = null)
    {
        var (output, errors) = (new MemoryStream(), new StringWriter());
        var run = new TrackRun(output, errors, 5);
        if (sensors is not null)
            Assert.Equal(ExitCode.Ok, run.ReadSensors(sensors));
        var code = run.Run(file);
        var text = Encoding.UTF8.GetString(output.ToArray());
        return (code, text.Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.ToString());
    }

    private string Write(IEnumerable<string> rows)
    {
        var file = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        File.WriteAllLines(file, rows);
        return file;
    }

    /// <summary>Tells when something was written.</summary>
    private sealed class Written : MemoryStream
    {
        private readonly TaskCompletionSource something = new();

        public Task Something => something.Task;

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            something.TrySetResult();
        }
    }
}
