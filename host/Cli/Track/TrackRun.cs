using System.Buffers.Text;
using Fourfold.Cli.Decode;
using Fourfold.Geo;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Cli.Track;

/// <summary>A run of <c>track</c>: rows of plots and reports in, in order of arrival; rows of tracks out.</summary>
internal sealed class TrackRun(Stream output, TextWriter errors, double everySeconds)
{
    private const int ReadBytes = 1 << 20;
    private const int LongestLine = 64 * 1024;
    private const int MostTracks = 200_000;

    private readonly LineOutput lines = new(output);
    private readonly SensorNames names = new();
    private readonly List<RadarSensor> radars = [];
    private readonly Dictionary<string, int> radarOf = [];
    private SystemTrack[] shown = new SystemTrack[1024];
    private FusionTracker? tracker;
    private double next = double.NaN;
    private double step = everySeconds;
    private int left = int.MaxValue;
    private double arrived = double.NegativeInfinity;
    private long rows;
    private long bad;
    private long beforeSensors;

    /// <summary>Reads radars from a file of their own: one object a line.</summary>
    public int ReadSensors(string file) => Read(file, isSensorFile: true);

    /// <summary>Reads a scenario, or standard input for <c>-</c>; an <see cref="ExitCode"/>.</summary>
    public int Run(string file)
    {
        var code = Read(file, isSensorFile: false);
        errors.WriteLine(
            FormattableString.Invariant(
                $"{rows} rows, {bad} not understood, {beforeSensors} of unknown sensors, {tracker?.Late ?? 0} after their sector ({tracker?.Recovered ?? 0} given to their tracks), {tracker?.Refused ?? 0} refused"
            )
        );
        return code;
    }

    private int Read(string file, bool isSensorFile)
    {
        try
        {
            using var source = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            using var bytes = Unpacking.Of(source);
            ReadLines(bytes, isSensorFile);
            while (!isSensorFile && left < int.MaxValue && left > 0 && tracker is not null)
                Write();
            lines.Flush();
            return ExitCode.Ok;
        }
        catch (ReaderLeftException problem)
        {
            return problem.Tell(errors, ExitCode.Ok);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.WriteLine($"{file}: {problem.Message}");
            return ExitCode.Failed;
        }
    }

    private void ReadLines(Stream bytes, bool isSensorFile)
    {
        var buffer = new byte[ReadBytes];
        var (kept, skipping) = (0, false);
        while (true)
        {
            var count = bytes.Read(buffer, kept, buffer.Length - kept);
            var rest = buffer.AsSpan(0, kept + count);
            while (rest.IndexOf((byte)'\n') is >= 0 and var end)
            {
                if (!skipping)
                    Take(rest[..end], isSensorFile);
                skipping = false;
                rest = rest[(end + 1)..];
            }

            if (count == 0)
            {
                if (!skipping)
                    Take(rest, isSensorFile);
                return;
            }

            if (rest.Length > LongestLine)
            {
                bad += skipping ? 0 : 1;
                skipping = true;
                rest = default;
            }

            rest.CopyTo(buffer);
            kept = rest.Length;
        }
    }

    private void Take(ReadOnlySpan<byte> line, bool isSensorFile)
    {
        if (line.TrimEnd((byte)'\r').IsEmpty)
            return;
        rows++;
        if (!ScenarioRow.TryRead(line, names, out var row))
        {
            bad++;
            return;
        }

        switch (row.Kind)
        {
            case RowKind.Radar when row is { Radar: { } radar, Sensor: { } name } && tracker is null:
                radarOf[name] = radars.Count;
                radars.Add(radar);
                break;
            case RowKind.Scenario when !isSensorFile:
                (next, step, left) = (row.FirstEvaluation, row.EvaluationStep, row.Evaluations);
                break;
            case RowKind.Plot or RowKind.Ais or RowKind.Bearing when !isSensorFile:
                Measure(in row);
                break;
        }
    }

    private void Measure(in ScenarioRow row)
    {
        // Without a radar or a report there is no place yet to lay the plane at.
        if (tracker is null && radars.Count == 0 && row.Kind != RowKind.Ais)
        {
            beforeSensors++;
            return;
        }

        var arrival = double.IsFinite(row.Arrival) ? row.Arrival : row.Time;
        arrived = Math.Max(arrived, arrival);
        tracker ??= Begin(in row);
        if (double.IsNaN(next))
            next = Math.Ceiling(arrived / step) * step;
        while (left > 0 && next < arrived)
            Write();
        if (row.Kind == RowKind.Bearing)
        {
            var camera = Position.FromDegrees(latitude: row.Latitude, longitude: row.Longitude);
            var deviation = Angle.FromDegrees(row.AzimuthDeviationDegrees);
            tracker.AddBearing(camera, row.Time, arrived, Angle.FromDegrees(row.AzimuthDegrees), deviation);
        }
        else if (row.Kind == RowKind.Ais)
        {
            var position = Position.FromDegrees(latitude: row.Latitude, longitude: row.Longitude);
            var speed = row.SpeedKnots is { } knots ? Speed.FromKnots(knots) : (double?)null;
            var course = row.CourseDegrees is { } degrees ? Angle.FromDegrees(degrees) : (double?)null;
            tracker.AddAis(new AisFix(row.Mmsi, row.Time, position, speed, course, row.IsClassB), arrived);
        }
        else if (radarOf.TryGetValue(row.Sensor ?? "", out var radar))
        {
            var azimuth = Angle.Wrap(Angle.FromDegrees(row.AzimuthDegrees));
            tracker.AddPlot(radar, row.Time, arrived, row.Range, azimuth);
        }
        else
        {
            beforeSensors++;
        }
    }

    // The plane's middle is that of the radars; without any, the first report.
    private FusionTracker Begin(in ScenarioRow row)
    {
        var places = radars.Select(radar => radar.Position).ToList();
        var middle =
            places.Count > 0
                ? new Position(places.Average(p => p.Latitude), places.Average(p => p.Longitude))
                : Position.FromDegrees(latitude: row.Latitude, longitude: row.Longitude);
        return new FusionTracker(middle, [.. radars], MostTracks);
    }

    private void Write()
    {
        var fusion = tracker!; // Made with the first measurement, before anything is written.
        fusion.Advance(next);
        while (fusion.CopyTracks(next, shown) is var count && count <= shown.Length)
        {
            if (count == shown.Length && count < 2 * MostTracks)
            {
                shown = new SystemTrack[shown.Length * 2];
                continue;
            }

            foreach (ref readonly var track in shown.AsSpan(0, count))
                Write(track);
            break;
        }

        next += step;
        left -= left < int.MaxValue ? 1 : 0;
    }

    private void Write(in SystemTrack track)
    {
        var to = new JsonRow(lines.Reserve(512));
        to.Number("{\"t\":"u8, next, 3);
        to.Whole(",\"track_id\":"u8, track.Id);
        to.Number(",\"lat\":"u8, track.Position.LatitudeDegrees, 7);
        to.Number(",\"lon\":"u8, track.Position.LongitudeDegrees, 7);
        to.Number(",\"vn\":"u8, track.VelocityNorth, 2);
        to.Number(",\"ve\":"u8, track.VelocityEast, 2);
        if (track.Mmsi != 0)
            to.Whole(",\"mmsi\":"u8, track.Mmsi);
        if (track.Kind == TrackKind.Ghost)
            to.Text(",\"kind\":\"ghost\""u8);
        to.Alerts(track.Alerts);
        to.Text("}\n"u8);
        lines.Commit(to.Length);
    }

    private ref struct JsonRow(Span<byte> room)
    {
        private readonly Span<byte> room = room;

        public int Length { get; private set; }

        public void Text(ReadOnlySpan<byte> text)
        {
            text.CopyTo(room[Length..]);
            Length += text.Length;
        }

        public void Number(ReadOnlySpan<byte> name, double value, byte decimals)
        {
            Text(name);
            Length += FixedText.Write(value, decimals, room[Length..]);
        }

        public void Whole(ReadOnlySpan<byte> name, long value)
        {
            Text(name);
            _ = Utf8Formatter.TryFormat(value, room[Length..], out var written);
            Length += written;
        }

        public void Alerts(TrackAlerts alerts)
        {
            if (alerts == TrackAlerts.None)
                return;
            Text(",\"alerts\":["u8);
            var first = true;
            Alert(alerts, TrackAlerts.Dark, "\"dark\""u8, ref first);
            Alert(alerts, TrackAlerts.Offset, "\"spoof\""u8, ref first);
            Alert(alerts, TrackAlerts.Swap, "\"swap\""u8, ref first);
            Text("]"u8);
        }

        private void Alert(TrackAlerts alerts, TrackAlerts which, ReadOnlySpan<byte> name, ref bool first)
        {
            if ((alerts & which) == 0)
                return;
            if (!first)
                Text(","u8);
            first = false;
            Text(name);
        }
    }
}
