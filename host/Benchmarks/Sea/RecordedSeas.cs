using System.IO.Compression;
using System.Text.Json;
using Fourfold.Cli.Track;
using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Benchmarks.Sea;

/// <summary>
/// Seas in files, as <c>fourfold track</c> reads them: <c>NAME.meas.jsonl</c> with what was measured and
/// <c>NAME.truth.jsonl</c> with what was true, either packed as <c>.gz</c>.
/// </summary>
internal static class RecordedSeas
{
    private const double LieSeconds = 120;

    /// <summary>The names that have both files, in order.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.meas.jsonl*")
            .Select(file => Path.GetFileName(file).Split(".meas.", 2)[0])
            .Where(name => Find(folder, name, "truth") is not null)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">A file has no radar, or a line of the truth is not one.</exception>
    public static ScoredSea Read(string folder, string name)
    {
        var file = Find(folder, name, "meas") ?? throw new InvalidDataException($"{name}: no file of measurements");
        var (radars, rows) = Measurements(file);
        if (radars.Length == 0)
        {
            throw new InvalidDataException($"{file}: no radar");
        }

        var middle = new Position(
            radars.Average(radar => radar.Position.Latitude),
            radars.Average(radar => radar.Position.Longitude)
        );
        var truth = Find(folder, name, "truth") ?? throw new InvalidDataException($"{name}: no file of the truth");
        return new ScoredSea(name, middle, radars, rows, Truth(truth)) { File = file };
    }

    /// <summary>The lines of a file that may be packed.</summary>
    public static Stream Open(string file)
    {
        var stream = File.OpenRead(file);
        return file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
    }

    private static string? Find(string folder, string name, string kind)
    {
        var plain = Path.Combine(folder, $"{name}.{kind}.jsonl");
        return File.Exists(plain) ? plain
            : File.Exists(plain + ".gz") ? plain + ".gz"
            : null;
    }

    private static (RadarSensor[] Radars, RadarSea.Row[] Rows) Measurements(string file)
    {
        var names = new SensorNames();
        var numbers = new Dictionary<string, int>();
        var radars = new List<RadarSensor>();
        var rows = new List<RadarSea.Row>();
        foreach (var line in Lines(file))
        {
            if (!ScenarioRow.TryRead(line, names, out var row))
            {
                continue;
            }

            foreach (var (name, radar) in row.Radars ?? [])
            {
                if (numbers.TryAdd(name, radars.Count))
                {
                    radars.Add(radar);
                }
            }

            var arrival = row.ArrivalOrTime;
            if (row.Kind == RowKind.Plot && numbers.TryGetValue(row.Sensor ?? "", out var number))
            {
                var azimuth = Angle.Wrap(Angle.FromDegrees(row.AzimuthDegrees));
                rows.Add(new RadarSea.Row(arrival, row.Time, number, row.Range, azimuth, default));
            }
            else if (row.Kind == RowKind.Ais)
            {
                rows.Add(new RadarSea.Row(arrival, row.Time, -1, 0, 0, FixOf(row)));
            }
        }

        return ([.. radars], [.. rows]);
    }

    private static AisFix FixOf(in ScenarioRow row) =>
        new(
            row.Mmsi,
            row.Time,
            Position.FromDegrees(latitude: row.Latitude, longitude: row.Longitude),
            row.SpeedKnots is { } knots ? Speed.FromKnots(knots) : null,
            row.CourseDegrees is { } degrees ? Angle.FromDegrees(degrees) : null,
            row.IsClassB
        );

    private static List<Moment> Truth(string file)
    {
        var lies = new List<(double From, double To, int[] Mmsis)>();
        var times = new SortedDictionary<double, List<(long Id, Position Place, bool IsUnseen)>>();
        foreach (var line in Lines(file))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            if (row.TryGetProperty("type", out var type))
            {
                if (type.ValueEquals("event"u8) && row.GetProperty("kind").GetString() is "offset" or "ghost")
                {
                    int[] mmsis = [.. row.GetProperty("mmsi").EnumerateArray().Select(mmsi => mmsi.GetInt32())];
                    lies.Add((Number(row, "t0"), Number(row, "t1"), mmsis));
                }

                continue;
            }

            var time = Math.Round(Number(row, "t"), 2);
            times.TryAdd(time, []);
            var place = Position.FromDegrees(latitude: Number(row, "lat"), longitude: Number(row, "lon"));
            var isUnseen = row.TryGetProperty("obs", out var seen) && seen.GetInt32() == 0;
            times[time].Add((row.GetProperty("id").GetInt64(), place, isUnseen));
        }

        return
        [
            .. times.Select(t => new Moment(
                t.Key,
                [.. t.Value.Select(vessel => vessel.Id)],
                [.. t.Value.Select(vessel => vessel.Place)],
                [.. t.Value.Select(vessel => vessel.IsUnseen)],
                [.. lies.Where(lie => t.Key >= lie.From && t.Key <= lie.To + LieSeconds).SelectMany(lie => lie.Mmsis)]
            )),
        ];
    }

    private static double Number(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private static IEnumerable<byte[]> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return System.Text.Encoding.UTF8.GetBytes(line);
            }
        }
    }
}
