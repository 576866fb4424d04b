using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Benchmarks.Sea;

/// <summary>A strait with four radars and any number of vessels on straight ways, three in five with AIS.</summary>
internal sealed class RadarSea
{
    public static readonly Position Middle = Position.FromDegrees(latitude: 20.13, longitude: 110.15);

    /// <summary>Of the sea that all tables are of.</summary>
    public const int FirstSeed = 46;
    private const double HalfWidth = 104_000;
    private const double HalfHeight = 46_000;
    private const double AisSeconds = 10;

    private readonly Random random;
    private readonly LocalFrame plane = new(Middle);
    private readonly (double X, double Y, double U, double V, int Mmsi)[] vessels;

    public RadarSea(int count, int seed = FirstSeed)
    {
        random = new Random(seed);
        vessels = new (double, double, double, double, int)[count];
        for (var i = 0; i < count; i++)
        {
            var (speed, course) = (1 + 9 * random.NextDouble(), Math.Tau * random.NextDouble());
            vessels[i] = (
                HalfWidth * (2 * random.NextDouble() - 1),
                HalfHeight * (2 * random.NextDouble() - 1),
                speed * Math.Sin(course),
                speed * Math.Cos(course),
                i % 5 < 3 ? 413_000_001 + i : 0
            );
        }
    }

    public static RadarSensor[] Radars { get; } =
    [At(20.075, 110.15, 2.5), At(20.265, 110.18, 3), At(20.12, 110.68, 4), At(20.0, 109.65, 3)];

    /// <summary>Something measured: a plot when <see cref="Radar"/> is not −1, else a report.</summary>
    public readonly record struct Row(double Arrival, double Time, int Radar, double Range, double Azimuth, AisFix Fix);

    /// <summary>All that is measured in so many seconds, in order of arrival.</summary>
    public Row[] Measure(double seconds)
    {
        var rows = new List<Row>();
        for (var radar = 0; radar < Radars.Length; radar++)
        {
            var change = new FrameChange(plane, new LocalFrame(Radars[radar].Position));
            for (var turn = random.NextDouble(); turn + Radars[radar].Period < seconds; turn += Radars[radar].Period)
            {
                Turn(radar, change, turn, rows);
            }
        }

        foreach (var vessel in vessels.Where(v => v.Mmsi != 0))
        {
            for (var t = AisSeconds * random.NextDouble(); t < seconds; t += AisSeconds)
            {
                rows.Add(Report(vessel, t));
            }
        }

        var sorted = rows.ToArray();
        Array.Sort(sorted, (a, b) => a.Arrival.CompareTo(b.Arrival));
        return sorted;
    }

    /// <summary>The same sea with its truth, every ten seconds.</summary>
    public ScoredSea Scored(string name, double seconds)
    {
        var rows = Measure(seconds);
        long[] ids = [.. Enumerable.Range(0, vessels.Length).Select(i => (long)i)];
        var moments = new List<Moment>();
        for (var t = 10.0; t < seconds; t += 10)
        {
            var places = Array.ConvertAll(vessels, v => plane.ToPosition(new LocalPoint(v.X + t * v.U, v.Y + t * v.V)));
            bool[] unseen = [.. places.Select((place, i) => vessels[i].Mmsi == 0 && !IsCovered(place))];
            moments.Add(new Moment(t, ids, places, unseen, []));
        }

        return new ScoredSea(name, Middle, Radars, rows, moments);
    }

    private static bool IsCovered(Position place) =>
        Radars.Any(radar => new LocalFrame(radar.Position).ToLocal(place).Length < radar.MaximumRange);

    private static RadarSensor At(double latitude, double longitude, double period) =>
        new()
        {
            Position = Position.FromDegrees(latitude: latitude, longitude: longitude),
            Period = period,
            MaximumRange = 45_000,
            AzimuthDeviation = Angle.FromDegrees(0.15),
            ClutterFar = 4e-9,
        };

    private void Turn(int radar, in FrameChange change, double turn, List<Row> rows)
    {
        var sensor = Radars[radar];
        foreach (var vessel in vessels)
        {
            var seen = See(change, vessel, turn);
            var t = turn + seen.Bearing / Math.Tau * sensor.Period;
            seen = See(change, vessel, t);
            if (seen.Length < sensor.MaximumRange && random.NextDouble() < sensor.DetectionProbability)
            {
                Add(radar, t, seen.Length + 10 * Normal(), seen.Bearing + sensor.AzimuthDeviation * Normal(), rows);
            }
        }

        var clutter = (int)(sensor.ClutterFar * Math.PI * sensor.MaximumRange * sensor.MaximumRange);
        for (var i = 0; i < clutter; i++)
        {
            var azimuth = Math.Tau * random.NextDouble();
            var range = sensor.MaximumRange * Math.Sqrt(random.NextDouble());
            Add(radar, turn + azimuth / Math.Tau * sensor.Period, range, azimuth, rows);
        }
    }

    private void Add(int radar, double t, double range, double azimuth, List<Row> rows)
    {
        if (range > Radars[radar].MinimumRange)
        {
            rows.Add(new Row(t + 0.2, t, radar, range, Angle.Wrap(azimuth), default));
        }
    }

    private Row Report((double X, double Y, double U, double V, int Mmsi) vessel, double t)
    {
        var place = new LocalPoint(vessel.X + t * vessel.U + 8 * Normal(), vessel.Y + t * vessel.V + 8 * Normal());
        var speed = Math.Sqrt(vessel.U * vessel.U + vessel.V * vessel.V);
        var course = Angle.Wrap(Math.Atan2(vessel.U, vessel.V));
        var fix = new AisFix(vessel.Mmsi, t, plane.ToPosition(place), speed, course, IsClassB: false);
        return new Row(t + 0.3 + random.NextDouble(), t, -1, 0, 0, fix);
    }

    private static LocalPoint See(
        in FrameChange change,
        (double X, double Y, double U, double V, int Mmsi) vessel,
        double t
    ) => change.Apply(new LocalPoint(vessel.X + t * vessel.U, vessel.Y + t * vessel.V));

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
