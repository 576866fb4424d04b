using System.Numerics;
using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Fourfold.Tracking.Metrics;

namespace Fourfold.Benchmarks.Sea;

/// <summary>
/// The least a radar tracker does, as a peer: one Kalman filter of constant velocity a vessel, a turn's plots given to tracks
/// by the nearest neighbours of all together, confirmed after three of five turns, AIS by its MMSI.
/// </summary>
/// <remarks>
/// Bar-Shalom, Li and Kirubarajan, 2001, Estimation with Applications to Tracking and Navigation, §6.2 and 6.3; the exact
/// assignment is that of the library's metrics. It knows no bias, clutter, doubt of identity or existence, and merges nothing.
/// </remarks>
internal sealed class FloorTracker : IPeerTracker
{
    private const double Acceleration = 0.2; // White noise, m²/s³.
    private const double PlotGate = 13.8; // χ² of two, 0.999.
    private const double ReportGate = 18.5; // χ² of four, 0.999, place and velocity each by itself.
    private const double CoarseMetres = 450;
    private const int TurnsToConfirm = 3;
    private const uint LastFive = 0b11111;
    private const uint LastSeven = 0b111_1111;
    private const double ReportSeconds = 60;
    private const double LongestSilence = 75;

    // An antenna is not where its bearings were cut, so a confirmed track goes before a tentative one at any distance.
    private const double BeforeTentative = 100;
    private const double Alone = 60;
    private static readonly Matrix2 ReportedPlace = Matrix2.Diagonal(100);
    private static readonly Matrix2 ReportedVelocity = Matrix2.Diagonal(0.3);

    private readonly LocalFrame plane;
    private readonly Antenna[] antennas;
    private readonly List<FloorTrack> tracks = [];
    private readonly Dictionary<int, FloorTrack> named = [];
    private readonly SparseAssignment assignment = new();
    private readonly List<FloorTrack> rows = [];
    private long lastId;

    public FloorTracker(Position middle, IEnumerable<RadarSensor> radars)
    {
        plane = new LocalFrame(middle);
        antennas = [.. radars.Select(radar => new Antenna(radar, plane))];
    }

    public void Feed(in RadarSea.Row row)
    {
        if (row.Radar < 0)
        {
            Hear(row.Fix);
            return;
        }

        var antenna = antennas[row.Radar];
        if (antenna.IsNextTurn(row) && antenna.Plots.Count > 0)
        {
            Turn(antenna);
        }

        antenna.Plots.Add(antenna.PlotOf(row, plane));
    }

    public void Show(double time, List<ShownTrack> into)
    {
        into.Clear();
        foreach (var track in tracks)
        {
            if (track.IsConfirmed)
            {
                var (x, y) = track.At(time);
                into.Add(new ShownTrack(track.Id, plane.ToPosition(new LocalPoint(x, y)), GhostMmsi: 0));
            }
        }
    }

    private readonly record struct Plot(double Time, double X, double Y, Matrix2 Spread);

    private sealed class Antenna(RadarSensor sensor, LocalFrame plane)
    {
        private readonly LocalFrame frame = new(sensor.Position);
        private double firstTurn = double.NaN;
        private long turn = long.MinValue;

        public RadarSensor Sensor => sensor;

        public LocalPoint Place { get; } = plane.ToLocal(sensor.Position);

        public List<Plot> Plots { get; } = [];

        /// <summary>Whether a plot is of a later turn than those before; a straggler of an earlier one is not.</summary>
        public bool IsNextTurn(in RadarSea.Row row)
        {
            var began = row.Time - row.Azimuth / Math.Tau * sensor.Period;
            firstTurn = double.IsNaN(firstTurn) ? began : firstTurn;
            var number = (long)Math.Round((began - firstTurn) / sensor.Period);
            var isNext = number > turn;
            turn = Math.Max(number, turn);
            return isNext;
        }

        public Plot PlotOf(in RadarSea.Row row, in LocalFrame plane)
        {
            var (sin, cos) = Math.SinCos(row.Azimuth);
            var place = plane.ToLocal(frame.ToPosition(new LocalPoint(row.Range * sin, row.Range * cos)));
            var along = sensor.RangeDeviation * sensor.RangeDeviation;
            var across = Math.Pow(row.Range * sensor.AzimuthDeviation, 2);
            var mixed = sin * cos * (along - across);
            var spread = new Matrix2(
                sin * sin * along + cos * cos * across,
                mixed,
                mixed,
                cos * cos * along + sin * sin * across
            );
            return new Plot(row.Time, place.East, place.North, spread);
        }
    }

    private void Turn(Antenna antenna)
    {
        var plots = antenna.Plots;
        var middle = plots.Average(plot => plot.Time);
        plots.Sort((a, b) => a.X.CompareTo(b.X));
        assignment.Begin(tracks.Count, plots.Count, Alone + BeforeTentative);
        rows.Clear();
        foreach (var track in tracks)
        {
            Offer(track, plots, middle);
        }

        var taken = new bool[plots.Count];
        var plotOf = assignment.Solve();
        for (var i = 0; i < rows.Count; i++)
        {
            if (plotOf[i] < 0)
            {
                continue;
            }

            taken[plotOf[i]] = true;
            var plot = plots[plotOf[i]];
            rows[i].Predict(plot.Time, Acceleration);
            rows[i].CorrectPlace(plot.X, plot.Y, plot.Spread);
            rows[i].Seen |= 1;
        }

        tracks.RemoveAll(track => IsOver(track, middle));
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i])
            {
                tracks.Add(new FloorTrack(++lastId, plots[i].Time, plots[i].X, plots[i].Y, plots[i].Spread));
            }
        }

        plots.Clear();

        bool IsOver(FloorTrack track, double time)
        {
            track.IsConfirmed |= BitOperations.PopCount(track.Seen & LastFive) >= TurnsToConfirm;
            var isReported = time - track.Reported < ReportSeconds;
            var isOver =
                time - Math.Max(track.Time, track.Reported) > LongestSilence
                || (!isReported && (track.Seen & (track.IsConfirmed ? LastSeven : 0b111u)) == 0);
            if (isOver && named.GetValueOrDefault(track.Mmsi) == track)
            {
                named.Remove(track.Mmsi);
            }

            return isOver;
        }
    }

    private void Offer(FloorTrack track, List<Plot> plots, double middle)
    {
        var (x, y) = track.At(middle);
        var away = new LocalPoint(x, y);
        rows.Add(track);
        assignment.AddRow();
        for (var i = FirstEastOf(plots, x - CoarseMetres); i < plots.Count && plots[i].X < x + CoarseMetres; i++)
        {
            if (Math.Abs(plots[i].Y - y) > CoarseMetres)
            {
                continue;
            }

            var (distance, log) = track.Compare(plots[i].Time, plots[i].X, plots[i].Y, plots[i].Spread, Acceleration);
            if (distance < PlotGate)
            {
                assignment.AddPair(i, distance + log + (track.IsConfirmed ? 0 : BeforeTentative));
            }
        }

        foreach (var antenna in antennas)
        {
            if (ReferenceEquals(antenna.Plots, plots) && track.Born < middle)
            {
                var range = (away - antenna.Place).Length;
                var isCovered = range > antenna.Sensor.MinimumRange && range < 0.99 * antenna.Sensor.MaximumRange;
                track.Seen = isCovered ? track.Seen << 1 : track.Seen;
            }
        }
    }

    private static int FirstEastOf(List<Plot> plots, double least)
    {
        var (low, high) = (0, plots.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = plots[middle].X < least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Hear(in AisFix fix)
    {
        var place = plane.ToLocal(fix.Position);
        if (named.TryGetValue(fix.Mmsi, out var track) && !Fits(track, fix, place))
        {
            // Where its report does not fit, the name goes on with a new track.
            (track.Mmsi, track) = (0, null);
        }

        if (track is null)
        {
            var time = fix.Time;
            var mmsi = fix.Mmsi;
            var report = fix;
            track = tracks
                .Where(t => t.IsConfirmed && t.Mmsi == 0 && Fits(t, report, place))
                .MinBy(t => t.Compare(time, place.East, place.North, ReportedPlace, Acceleration).Distance);
            if (track is null)
            {
                track = new FloorTrack(++lastId, time, place.East, place.North, ReportedPlace) { IsConfirmed = true };
                tracks.Add(track);
            }

            (track.Mmsi, named[mmsi]) = (mmsi, track);
        }

        track.Reported = fix.Time;
        var (u, v) = fix is { Speed: { } speed, Course: { } course }
            ? (speed * Math.Sin(course), speed * Math.Cos(course))
            : (track.U, track.V);
        // A report older than the last plot is carried on by its own speed.
        var late = Math.Max(track.Time - fix.Time, 0);
        track.Predict(fix.Time + late, Acceleration);
        track.CorrectPlace(place.East + late * u, place.North + late * v, ReportedPlace);
        if (fix is { Speed: not null, Course: not null })
        {
            track.CorrectVelocity(u, v, ReportedVelocity);
        }
    }

    private static bool Fits(FloorTrack track, in AisFix fix, LocalPoint place)
    {
        var (x, y) = track.At(fix.Time);
        return Math.Abs(x - place.East) < CoarseMetres
            && Math.Abs(y - place.North) < CoarseMetres
            && track.Compare(fix.Time, place.East, place.North, ReportedPlace, Acceleration).Distance < ReportGate;
    }
}
