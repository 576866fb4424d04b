using System.Globalization;
using System.Text;
using System.Text.Json;
using Fourfold.Cli.Decode;
using Fourfold.Cli.Track;
using Xunit;

namespace Fourfold.Host.Tests.Track;

/// <summary><c>fourfold track</c>: rows of plots and reports in, rows of tracks out, whatever is among them.</summary>
public sealed class TrackTests : IDisposable
{
    private const string Radar =
        """{"type":"radar","id":"R1","lat":20.075,"lon":110.15,"sig_r":10,"sig_az":0.2,"period":2.5,"pd":0.9,"rmax":40000}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fourfold-track-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_vessel_that_is_reported_and_seen_is_written_at_each_time()
    {
        var rows = new List<string>
        {
            """{"type":"scenario","name":"T","eval_t0":10,"eval_dt":10,"eval_n":5}""",
            Radar,
            """{"type":"aisrx","id":"AIS"}""",
        };
        rows.AddRange(Sailing(60));
        var (code, tracks, errors) = Run(rows);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal([10, 20, 30, 40, 50], tracks.Select(t => t.GetProperty("t").GetDouble()));
        Assert.All(tracks, t => Assert.Equal(413000001, t.GetProperty("mmsi").GetInt32()));
        Assert.All(tracks, t => Assert.Equal(20.2, t.GetProperty("lat").GetDouble(), 0.001));
        Assert.Single(tracks.Select(t => t.GetProperty("track_id").GetInt64()).Distinct());
        Assert.Contains(" 0 not understood", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Rubbish_among_the_rows_is_counted_and_changes_nothing()
    {
        string[] rubbish =
        [
            "not json",
            "[]",
            "{\"type\":",
            """{"type":"plot","t":"x","s":"R1","r":1,"az":1}""",
            """{"type":"plot","t":1,"ta":1,"s":"R1","r":-5,"az":1}""",
            """{"type":"ais","t":1,"mmsi":413000002,"lat":91,"lon":181}""",
            """{"type":"radar","id":"R9","lat":20,"lon":110,"period":0}""",
            new string('x', 100_000),
        ];
        List<string> clean = [Radar, .. Sailing(60)];
        var (code, tracks, errors) = Run([Radar, .. rubbish, .. Sailing(60)]);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(Run(clean).Tracks.Select(t => t.ToString()), tracks.Select(t => t.ToString()));
        Assert.Contains($" {rubbish.Length} not understood", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Plots_before_any_radar_are_counted_and_change_nothing()
    {
        const string plot = """{"type":"plot","t":0.5,"ta":0.6,"s":"R1","r":5000,"az":10}""";
        var (code, tracks, errors) = Run([plot, plot, Radar, .. Sailing(60)]);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(Run([Radar, .. Sailing(60)]).Tracks.Select(t => t.ToString()), tracks.Select(t => t.ToString()));
        Assert.Contains(" 2 of unknown sensors", errors, StringComparison.Ordinal);
        Assert.Empty(Run([plot]).Tracks);
    }

    [Fact]
    public void Radars_may_stand_in_a_file_of_their_own()
    {
        var sensors = Write([Radar]);
        var (_, together, _) = Run([Radar, .. Sailing(60)]);
        var (code, apart, _) = Run([.. Sailing(60)], sensors);
        Assert.Equal(ExitCode.Ok, code);
        Assert.NotEmpty(apart);
        Assert.Equal(together.Select(t => t.ToString()), apart.Select(t => t.ToString()));
    }

    [Fact]
    public void A_bearing_moves_the_track_in_its_direction_and_begins_none()
    {
        // From a place south of it the vessel is seen a little west of where it says it is.
        const string bearing =
            """{"type":"bearing","t":38,"ta":38.2,"lat":20.1,"lon":110.1518,"az":359.99,"sig_az":0.02}""";
        const string nobody = """{"type":"bearing","t":38,"ta":38.2,"lat":20.1,"lon":110.15,"az":90,"sig_az":0.02}""";
        const string rubbish = """{"type":"bearing","t":38,"ta":38.2,"lat":20.1,"lon":110.15,"az":90,"sig_az":0}""";
        string[] upTo = [.. Sailing(38)];
        string[] onward = [.. Sailing(60).Skip(upTo.Length)];
        var (_, without, _) = Run([Radar, .. upTo, nobody, .. onward]);
        var (code, tracks, errors) = Run([Radar, .. upTo, bearing, nobody, rubbish, .. onward]);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(without.Count, tracks.Count);
        Assert.Contains(" 1 not understood", errors, StringComparison.Ordinal);
        double LongitudeAt40(List<JsonElement> rows) =>
            rows.First(r => r.GetProperty("t").GetDouble() == 40).GetProperty("lon").GetDouble();
        Assert.InRange(LongitudeAt40(without) - LongitudeAt40(tracks), 2e-5, 2e-4);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        var errors = new StringWriter();
        var code = new TrackRun(new MemoryStream(), errors, 5).Run(Path.Combine(_folder.FullName, "none"));
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("none", errors.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sailing(int seconds)
    {
        for (var t = 1; t < seconds; t += 5)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"type":"ais","t":{{t}},"ta":{{t + 0.5}},"mmsi":413000001,"lat":20.2,"lon":{{110.15
                    + t * 5e-5:F6}},"sog":10.2,"cog":90,"cls":"A"}"""
            );
        }
    }

    private (int Code, List<JsonElement> Tracks, string Errors) Run(List<string> rows, string? sensors = null)
    {
        var (output, errors) = (new MemoryStream(), new StringWriter());
        var run = new TrackRun(output, errors, 5);
        if (sensors is not null)
            Assert.Equal(ExitCode.Ok, run.ReadSensors(sensors));
        var code = run.Run(Write(rows));
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (code, [.. lines.Select(line => JsonDocument.Parse(line).RootElement.Clone())], errors.ToString());
    }

    private string Write(List<string> rows)
    {
        var file = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        File.WriteAllLines(file, rows);
        return file;
    }
}
