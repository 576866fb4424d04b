using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>
/// A small sea with two radars and vessels on straight ways: what they measure, with noise, misses and false plots, in
/// order of arrival.
/// </summary>
internal sealed class Strait
{
    public static readonly Position Here = Position.FromDegrees(latitude: 20.13, longitude: 110.15);

    private readonly Random random;
    private readonly LocalFrame plane;
    private readonly List<Vessel> vessels = [];

    public Strait(int seed, double northDegrees = 0, double eastDegrees = 0)
    {
        random = new Random(seed);
        Position Moved(double latitude, double longitude) =>
            Position.FromDegrees(latitude: latitude + northDegrees, longitude: longitude + eastDegrees);
        plane = new LocalFrame(Moved(Here.LatitudeDegrees, Here.LongitudeDegrees));
        Radars = [new() { Position = Moved(20.075, 110.15) }, new() { Position = Moved(20.265, 110.18), Period = 3 }];
    }

    public RadarSensor[] Radars { get; }

    /// <summary>How many vessels there are.</summary>
    public int Vessels => vessels.Count;

    /// <summary>False plots a turn.</summary>
    public int Clutter { get; set; } = 8;

    /// <summary>Seconds in which a radar says nothing.</summary>
    public (int Radar, double From, double To) Silence { get; set; } = (-1, 0, 0);

    public record struct Vessel(double X, double Y, double U, double V, int Mmsi, double AisFrom, double AisTo);

    /// <summary>Something measured: a plot when <see cref="Radar"/> is not −1, else a report.</summary>
    public record struct Measured(double Arrival, double Time, int Radar, double Range, double Azimuth, AisFix Fix);

    public Strait Add(double x, double y, double u, double v, int mmsi = 0, double aisFrom = 0, double aisTo = 1e9)
    {
        vessels.Add(new Vessel(x, y, u, v, mmsi, aisFrom, aisTo));
        return this;
    }

    /// <summary>Where a vessel is at a time.</summary>
    public Position At(int vessel, double time) =>
        plane.ToPosition(
            new LocalPoint(vessels[vessel].X + time * vessels[vessel].U, vessels[vessel].Y + time * vessels[vessel].V)
        );

    public List<Measured> Run(double seconds)
    {
        var all = new List<Measured>();
        for (var r = 0; r < Radars.Length; r++)
        {
            Turn(r, seconds, all);
        }

        for (var i = 0; i < vessels.Count; i++)
        {
            for (var t = 2 + random.NextDouble() * 8; vessels[i].Mmsi != 0 && t < seconds; t += 10)
            {
                if (t >= vessels[i].AisFrom && t < vessels[i].AisTo)
                {
                    all.Add(Report(i, t));
                }
            }
        }

        return [.. all.OrderBy(m => m.Arrival)];
    }

    /// <summary>Feeds a tracker.</summary>
    public static void Feed(FusionTracker tracker, in Measured measured)
    {
        if (measured.Radar >= 0)
        {
            tracker.AddPlot(measured.Radar, measured.Time, measured.Arrival, measured.Range, measured.Azimuth);
        }
        else
        {
            tracker.AddAis(measured.Fix, measured.Arrival);
        }
    }

    /// <summary>
    /// Feeds a tracker in four parts; bytes that this thread allocated in the leanest. What is allocated for each measurement
    /// shows in every part, what the runtime allocates once, when it compiles something anew, does not.
    /// </summary>
    public static long LeastAllocated(FusionTracker tracker, List<Measured> measured)
    {
        var least = long.MaxValue;
        foreach (var part in measured.Chunk((measured.Count + 3) / 4))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (ref readonly var one in part.AsSpan())
            {
                Feed(tracker, one);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private Measured Report(int vessel, double t)
    {
        var place = plane.ToLocal(At(vessel, t)) + new LocalPoint(Normal() * 8, Normal() * 8);
        var (u, v) = (vessels[vessel].U, vessels[vessel].V);
        var course = Angle.Wrap(Math.Atan2(u, v));
        var fix = new AisFix(
            vessels[vessel].Mmsi,
            t,
            plane.ToPosition(place),
            Math.Sqrt(u * u + v * v),
            course,
            IsClassB: false
        );
        return new Measured(t + 0.3 + random.NextDouble(), t, -1, 0, 0, fix);
    }

    private void Turn(int radar, double seconds, List<Measured> all)
    {
        var sensor = Radars[radar];
        var frame = new LocalFrame(sensor.Position);
        for (var t0 = random.NextDouble(); t0 + sensor.Period < seconds; t0 += sensor.Period)
        {
            for (var i = 0; i < vessels.Count; i++)
            {
                var local = frame.ToLocal(At(i, t0));
                var t = t0 + Angle.Wrap(Math.Atan2(local.East, local.North)) / Math.Tau * sensor.Period;
                local = frame.ToLocal(At(i, t));
                if (random.NextDouble() < sensor.DetectionProbability)
                {
                    Plot(
                        radar,
                        t,
                        local.Length + Normal() * 10,
                        local.Bearing + Normal() * sensor.AzimuthDeviation,
                        all
                    );
                }
            }

            for (var i = 0; i < Clutter; i++)
            {
                var azimuth = random.NextDouble() * Math.Tau;
                var range = sensor.MaximumRange * Math.Sqrt(random.NextDouble());
                Plot(radar, t0 + azimuth / Math.Tau * sensor.Period, range, azimuth, all);
            }
        }
    }

    private void Plot(int radar, double t, double range, double azimuth, List<Measured> all)
    {
        if (range > 0 && !(radar == Silence.Radar && t >= Silence.From && t < Silence.To))
        {
            all.Add(new Measured(t + 0.2, t, radar, range, Angle.Wrap(azimuth), default));
        }
    }

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
