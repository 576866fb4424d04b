using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

public sealed class RegistrationTests
{
    private const int Mmsi = 413000001;
    private const double RangeBias = 25;
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(-0.3)]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_clock_that_is_off_is_told_from_a_range_that_is_long(double offset)
    {
        var learned = Learned(40, _ => offset, anyWay: true);
        Assert.InRange(learned.Time - offset, -0.15, 0.15);
        Assert.InRange(learned.Range - RangeBias, -1.5, 1.5);
        Assert.InRange(learned.TimeDeviation, 0.1, 0.2);
        // What is smaller than its doubt is left alone, what is surely there is taken off whole.
        Assert.InRange(learned.TimeApplied, Math.Min(0, learned.Time), Math.Max(0, learned.Time));
        Assert.Equal(Math.Abs(offset) > 0.5, Math.Abs(learned.TimeApplied) > 0.9 * Math.Abs(learned.Time));
    }

    [Fact]
    public void A_clock_that_drifts_is_followed()
    {
        var learned = Learned(400, turn => turn / 400.0, anyWay: true);
        Assert.InRange(learned.Time, 0.85, 1.1);
    }

    [Fact]
    public void Vessels_on_one_way_leave_it_open_whether_it_is_time_or_range()
    {
        var learned = Learned(40, _ => 1, anyWay: false);
        Assert.InRange(Math.Sqrt(learned.TimeVariance), 0.4, 0.5);
        Assert.InRange(learned.Range + -8 * learned.Time - (RangeBias - 8), -2, 2);
    }

    [Fact]
    public void A_clock_that_is_known_to_be_right_is_not_learned()
    {
        var registration = new Registration(Sensor with { TimeBiasDeviation = 0 });
        for (var i = 0; i < 100; i++)
        {
            registration.Learn(30, 200, 0.001, 1e-5, i / 10, 8, 0);
        }

        Assert.Equal((0, 0, 0), (registration.Time, registration.TimeApplied, registration.TimeDeviation));
        Assert.InRange(registration.Range, 25, 31);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_radar_whose_clock_is_a_second_off_shows_vessels_where_they_are(double offset)
    {
        var strait = new Strait(41);
        for (var i = 0; i < 16; i++)
        {
            strait.Add(-9000 + i * 1200, 1000 + i % 4 * 2500, i % 2 == 0 ? 11 : -11, i % 3 - 1, Mmsi + i);
        }

        var measured = strait.Run(240).Where(m => m.Radar != 1).ToList();
        var (known, unknown) = (ErrorOf(strait, measured, offset, 0.5), ErrorOf(strait, measured, offset, 0));
        Assert.InRange(known.Bias - offset, -0.25, 0.25);
        Assert.InRange(known.Error / unknown.Error, 0, 0.85);
        Assert.InRange(known.Late, 0, 20);
    }

    private (double Bias, double Error, long Late) ErrorOf(
        Strait strait,
        List<Strait.Measured> measured,
        double offset,
        double deviation
    )
    {
        var radars = strait.Radars.Select(r => r with { TimeBiasDeviation = deviation }).ToArray();
        var tracker = new FusionTracker(Strait.Here, radars);
        var (sum, count) = (0.0, 0);
        foreach (var m in measured)
        {
            Strait.Feed(tracker, m.Radar < 0 ? m : m with { Time = m.Time + offset });
            if (m.Arrival > 120 && m.Radar < 0)
            {
                foreach (var track in room.AsSpan(0, tracker.CopyTracks(m.Arrival, room)))
                {
                    var error = track.Position.DistanceTo(strait.At(track.Mmsi - Mmsi, m.Arrival));
                    (sum, count) = (sum + error * error, count + 1);
                }
            }
        }

        Assert.InRange(count, 1000, int.MaxValue);
        return (tracker.TimeBias(0), Math.Sqrt(sum / count), tracker.Late);
    }

    private static readonly RadarSensor Sensor = new()
    {
        Position = Strait.Here,
        RangeBiasDeviation = 40,
        AzimuthBiasDeviation = 0.3 * Math.PI / 180,
    };

    // Thirty vessels in each turn, of which each looks as its course lies to the beam.
    private static Registration Learned(int turns, Func<int, double> offset, bool anyWay)
    {
        const double range = 9000;
        var registration = new Registration(Sensor);
        var random = new Random(7);
        for (var turn = 0; turn < turns; turn++)
        {
            for (var i = 0; i < 30; i++)
            {
                var way = anyWay ? random.NextDouble() * Math.Tau : 0;
                var (along, across) = (8 * Math.Cos(way), 8 * Math.Sin(way));
                var left = offset(turn) - registration.TimeApplied;
                registration.Learn(
                    RangeBias - left * along + Normal(random) * 15,
                    225,
                    (-left * across + Normal(random) * 30) / range,
                    900 / (range * range),
                    turn,
                    along,
                    across / range
                );
            }
        }

        return registration;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
