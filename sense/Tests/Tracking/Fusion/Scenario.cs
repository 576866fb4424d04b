using System.IO.Compression;
using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Testing;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>A simulated sea that others made: what radars and receivers measured, and what was true.</summary>
internal sealed class Scenario
{
    private readonly SystemTrack[] room = new SystemTrack[4096];
    private readonly string name;

    /// <summary>Reads the truth; skips the test when the scenarios are not here.</summary>
    public Scenario(string name)
    {
        this.name = name;
        foreach (var row in Rows("truth"))
        {
            if (!row.TryGetProperty("type", out var type))
            {
                var time = Math.Round(row.GetProperty("t").GetDouble(), 2);
                Truth.TryAdd(time, []);
                Truth[time].Add(new True(row));
            }
            else if (type.GetString() == "event")
            {
                Events.Add(new Event(row));
            }
        }
    }

    /// <summary>The true vessels at each time of evaluation.</summary>
    public SortedDictionary<double, List<True>> Truth { get; } = [];

    public List<Event> Events { get; } = [];

    /// <summary>What the tracker showed at each time of evaluation.</summary>
    public Dictionary<double, List<SystemTrack>> Shown { get; } = [];

    public FusionTracker? Tracker { get; private set; }

    public sealed record True(int Id, Position Position, bool IsObserved)
    {
        public True(JsonElement row)
            : this(row.GetProperty("id").GetInt32(), PositionOf(row), row.GetProperty("obs").GetInt32() == 1) { }
    }

    public sealed record Event(string Kind, int[] Vessels, int[] Mmsis, double From, double To)
    {
        public Event(JsonElement row)
            : this(
                row.GetProperty("kind").GetString() ?? "",
                [.. row.GetProperty("tg").EnumerateArray().Select(i => i.GetInt32())],
                [.. row.GetProperty("mmsi").EnumerateArray().Select(i => i.GetInt32())],
                row.GetProperty("t0").GetDouble(),
                row.GetProperty("t1").GetDouble()
            ) { }
    }

    /// <summary>Lets the tracker see all that was measured, in order of arrival.</summary>
    /// <param name="until">What arrives later it does not see, s.</param>
    public Scenario Play(double until = double.PositiveInfinity)
    {
        var names = new List<string>();
        var radars = new List<RadarSensor>();
        var times = new Queue<double>(Truth.Keys);
        foreach (var row in Rows("meas"))
        {
            switch (row.GetProperty("type").GetString())
            {
                case "radar":
                    names.Add(row.GetProperty("id").GetString() ?? "");
                    radars.Add(Radar(row));
                    break;
                case "plot" or "ais":
                    var arrival = row.GetProperty("ta").GetDouble();
                    if (arrival > until)
                    {
                        return this;
                    }

                    Tracker ??= new FusionTracker(
                        Position.FromDegrees(latitude: 20.13, longitude: 110.15),
                        [.. radars]
                    );
                    while (times.TryPeek(out var time) && time < arrival)
                    {
                        Show(times.Dequeue());
                    }

                    Feed(Tracker, row, names, arrival);
                    break;
            }
        }

        while (times.TryDequeue(out var time))
        {
            Show(time);
        }

        return this;
    }

    private void Show(double time)
    {
        var tracker = Tracker ?? throw new InvalidOperationException("nothing was measured");
        tracker.Advance(time);
        Shown[time] = [.. room.Take(tracker.CopyTracks(time, room))];
    }

    private static void Feed(FusionTracker tracker, JsonElement row, List<string> names, double arrival)
    {
        var time = row.GetProperty("t").GetDouble();
        if (row.TryGetProperty("az", out var azimuth))
        {
            var radar = names.IndexOf(row.GetProperty("s").GetString() ?? "");
            var radians = Angle.Wrap(Angle.FromDegrees(azimuth.GetDouble()));
            tracker.AddPlot(radar, time, arrival, row.GetProperty("r").GetDouble(), radians);
            return;
        }

        var fix = new AisFix(
            row.GetProperty("mmsi").GetInt32(),
            time,
            PositionOf(row),
            Speed.FromKnots(row.GetProperty("sog").GetDouble()),
            Angle.FromDegrees(row.GetProperty("cog").GetDouble()),
            row.GetProperty("cls").GetString() == "B"
        );
        tracker.AddAis(fix, arrival);
    }

    private static RadarSensor Radar(JsonElement row)
    {
        double Of(string name) => row.GetProperty(name).GetDouble();
        return new RadarSensor
        {
            Position = PositionOf(row),
            RangeDeviation = Of("sig_r"),
            AzimuthDeviation = Angle.FromDegrees(Of("sig_az")),
            Period = Of("period"),
            DetectionProbability = Of("pd"),
            MinimumRange = Of("rmin"),
            MaximumRange = Of("rmax"),
            RangeResolution = Of("res_r"),
            AzimuthResolution = Angle.FromDegrees(Of("res_az")),
            ClutterFar = Of("clut0") * 1e-6,
            ClutterNear = Of("clut1") * 1e-6,
            ClutterDecay = Of("clut_rc"),
            RangeBiasDeviation = Of("bias_sig_r"),
            AzimuthBiasDeviation = Angle.FromDegrees(Of("bias_sig_az")),
        };
    }

    private static Position PositionOf(JsonElement row) =>
        Position.FromDegrees(
            latitude: row.GetProperty("lat").GetDouble(),
            longitude: row.GetProperty("lon").GetDouble()
        );

    private IEnumerable<JsonElement> Rows(string kind)
    {
        using var packed = File.OpenRead(Path.Combine(Folder(), $"{name}.{kind}.jsonl.gz"));
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.Clone();
        }
    }

    private static string Folder()
    {
        var folder = Repository.SharedData("tracking");
        Assert.SkipWhen(folder is null, "the scenarios of ../shared/data/tracking are not here");
        return folder ?? throw new InvalidOperationException("skipped above");
    }
}
