using Fourfold.Cli.Decode;
using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Cli.Track;

/// <summary>A run of <c>track</c>: rows of plots and reports in, in order of arrival; rows of tracks out.</summary>
internal sealed class TrackRun(Stream output, TextWriter errors, double everySeconds)
{
    private const int MostTracks = 200_000;
    private const int MostUnknownNamed = 8;

    // So long after the last measurement no track is left, and none can come into being.
    private const double AllIsOverSeconds = 3600;

    private readonly TrackRows written = new(output);
    private readonly RowFaults faults = new(errors);
    private readonly HeldRows held = new();
    private readonly SensorNames names = new();
    private readonly RadarBook radars = new();
    private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);
    private SystemTrack[] shown = new SystemTrack[1024];
    private FusionTracker? tracker;
    private double next = double.NaN;
    private double step = everySeconds;
    private int left = int.MaxValue;
    private double arrived = double.NegativeInfinity;
    private string source = "";
    private long rows;
    private long passed;
    private long ofUnknown;
    private int isTold;

    /// <summary>Reads radars from a file of their own, and the times of evaluation if it has them.</summary>
    public int ReadSensors(string file)
    {
        var code = Open(file, Describe);
        if (code == ExitCode.Ok && radars.IsEmpty)
        {
            errors.WriteLine($"{file}: there is no radar in it");
            return ExitCode.Failed;
        }

        radars.AreGiven = true;
        return code;
    }

    /// <summary>Reads a scenario, or standard input for <c>-</c>; an <see cref="ExitCode"/>.</summary>
    public int Run(string file, CancellationToken ct = default)
    {
        var code = Open(file, bytes => Follow(bytes, ct));
        TellTotals();
        return code;
    }

    /// <summary>The same of what is open already.</summary>
    /// <param name="bytes">Rows, plain or packed.</param>
    /// <param name="name">What they are called when one is wrong.</param>
    public int Run(Stream bytes, string name)
    {
        var code = Read(bytes, name, unpacked => Follow(unpacked, CancellationToken.None));
        TellTotals();
        return code;
    }

    /// <summary>Says once what was read and what of it was no use.</summary>
    public void TellTotals()
    {
        if (Interlocked.Exchange(ref isTold, 1) != 0)
            return;
        var who = unknown.Count > 0 ? $" ({string.Join(", ", unknown)})" : "";
        errors.WriteLine(
            FormattableString.Invariant(
                $"{rows} rows, {faults.Count} not understood, {passed} of other kinds, {ofUnknown} of unknown sensors{who}, {tracker?.Late ?? 0} after their sector ({tracker?.Recovered ?? 0} given to their tracks), {tracker?.Refused ?? 0} refused"
            )
        );
    }

    private int Open(string file, Action<Stream> read)
    {
        try
        {
            using var opened = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            return Read(opened, file == "-" ? "stdin" : file, read);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{file}: {problem.Message}");
            return ExitCode.Failed;
        }
    }

    private int Read(Stream opened, string name, Action<Stream> read)
    {
        source = name;
        try
        {
            using var bytes = Unpacking.Of(opened);
            read(bytes);
            return ExitCode.Ok;
        }
        catch (ReaderLeftException problem)
        {
            return problem.Tell(errors, ExitCode.Ok);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            errors.WriteLine($"{name}: {problem.Message}");
            return ExitCode.Failed;
        }
    }

    private void Describe(Stream bytes)
    {
        foreach (var (row, number) in SensorFile.Read(bytes))
        {
            if (ScenarioRow.TryRead(row, names, out var known))
                Describe(in known, number);
            else if (!row.AsSpan().Trim("\r "u8).IsEmpty)
                faults.Add(source, number, "not understood", row);
        }
    }

    private void Follow(Stream bytes, CancellationToken ct)
    {
        var lines = new RowLines(bytes);
        // Before more is waited for, what is known is written: a pipe may say no more for an hour.
        while (!ct.IsCancellationRequested && lines.TryRead(written.Flush, out var line, out var number))
            Take(line, number);
        if (!ct.IsCancellationRequested)
        {
            Believe();
            while (left < int.MaxValue && left > 0 && tracker is not null)
            {
                if (Write() == 0 && next > arrived + AllIsOverSeconds)
                    break;
            }
        }

        written.Flush();
    }

    private void Take(ReadOnlySpan<byte> line, long number)
    {
        if (line.TrimEnd((byte)'\r').IsEmpty)
            return;
        rows++;
        if (line.Length > RowLines.Longest || !ScenarioRow.TryRead(line, names, out var row))
            faults.Add(source, number, "not understood", line);
        else if (row.Kind is RowKind.Plot or RowKind.Ais or RowKind.Bearing)
            Arrive(in row, number);
        else
            Describe(in row, number);
    }

    // What is no measurement: radars, and when tracks are to be written.
    private void Describe(in ScenarioRow row, long number)
    {
        foreach (var (name, radar) in row.Radars ?? [])
        {
            if (!radars.TryAdd(name, radar, isTooLate: tracker is not null))
                faults.Add(source, number, $"radar {name} stands behind the first measurement");
        }

        if (row.Kind == RowKind.Scenario)
            (next, step, left) = (row.FirstEvaluation, row.EvaluationStep, row.Evaluations);
        else if (row.Kind == RowKind.Other)
            passed++;
    }

    private void Arrive(in ScenarioRow row, long number)
    {
        var arrival = row.ArrivalOrTime;
        var isFarAhead = HeldRows.IsFarAhead(arrival, arrived);
        if (held.Rows.Count > 0 && !(isFarAhead && held.Agree(arrival)))
            Disbelieve();
        if (!isFarAhead)
        {
            Measure(in row);
            return;
        }

        held.Add(in row, number);
        if (held.AreBelieved)
            Believe();
    }

    private void Believe()
    {
        foreach (var one in held.TakeAll())
            Measure(one.Row);
    }

    private void Disbelieve()
    {
        foreach (var one in held.TakeAll())
        {
            var ahead = one.Row.ArrivalOrTime - arrived;
            faults.Add(source, one.Line, FormattableString.Invariant($"arrives {ahead:G4} s ahead of all others"));
        }
    }

    private void Measure(in ScenarioRow row)
    {
        // Without a radar or a report there is no place yet to lay the plane at.
        if (tracker is null && radars.IsEmpty && row.Kind != RowKind.Ais)
        {
            IsOfUnknown(in row);
            return;
        }

        arrived = Math.Max(arrived, row.ArrivalOrTime);
        tracker ??= Begin(in row);
        if (double.IsNaN(next))
            next = Math.Ceiling(arrived / step) * step;
        while (left > 0 && next < arrived)
        {
            if (Write() == 0)
                Skip();
        }

        Tell(tracker, in row);
    }

    private void Tell(FusionTracker fusion, in ScenarioRow row)
    {
        if (row.Kind == RowKind.Plot)
        {
            if (radars.NumberOf(row.Sensor) is { } radar)
                fusion.AddPlot(radar, row.Time, arrived, row.Range, Angle.Wrap(Angle.FromDegrees(row.AzimuthDegrees)));
            else
                IsOfUnknown(in row);
            return;
        }

        var position = Position.FromDegrees(latitude: row.Latitude, longitude: row.Longitude);
        if (row.Kind == RowKind.Bearing)
        {
            var deviation = Angle.FromDegrees(row.AzimuthDeviationDegrees);
            fusion.AddBearing(position, row.Time, arrived, Angle.FromDegrees(row.AzimuthDegrees), deviation);
            return;
        }

        var speed = row.SpeedKnots is { } knots ? Speed.FromKnots(knots) : (double?)null;
        var course = row.CourseDegrees is { } degrees ? Angle.FromDegrees(degrees) : (double?)null;
        fusion.AddAis(new AisFix(row.Mmsi, row.Time, position, speed, course, row.IsClassB), arrived);
    }

    private void IsOfUnknown(in ScenarioRow row)
    {
        ofUnknown++;
        if (row.Sensor is { } name && unknown.Count < MostUnknownNamed)
            unknown.Add(name);
    }

    // The plane's middle is that of the radars; without any, the first report.
    private FusionTracker Begin(in ScenarioRow row)
    {
        var first = Position.FromDegrees(latitude: row.Latitude, longitude: row.Longitude);
        return new FusionTracker(radars.Middle ?? first, radars.All, MostTracks);
    }

    /// <summary>Writes the tracks as they are next; how many there are.</summary>
    private int Write()
    {
        var fusion = tracker!; // Made with the first measurement, before anything is written.
        fusion.Advance(next);
        int count;
        while ((count = fusion.CopyTracks(next, shown)) == shown.Length && count < 2 * MostTracks)
            shown = new SystemTrack[shown.Length * 2];
        foreach (ref readonly var track in shown.AsSpan(0, count))
            written.Write(next, in track);
        next += step;
        left -= left < int.MaxValue ? 1 : 0;
        return count;
    }

    // Across a pause in which nothing is left to write.
    private void Skip()
    {
        var times = Math.Floor((arrived - AllIsOverSeconds - next) / step);
        if (!(times > 0))
            return;
        next += times * step;
        left -= left < int.MaxValue ? (int)Math.Min(left, times) : 0;
    }
}
