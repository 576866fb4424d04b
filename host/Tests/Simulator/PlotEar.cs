using Fourfold.Codecs.Asterix;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>Turns radars' datagrams into observations; the sensor's number is the last digit of its SIC.</summary>
internal sealed class PlotEar(DateTimeOffset midnight) : IAsterixSink
{
    private const double MetresPerMile = 1_852;
    private readonly List<Observation> heard = [];
    private readonly AsterixReader reader = new();
    private DateTimeOffset now;

    /// <summary>Records that could not be read.</summary>
    public int Dropped { get; private set; }

    /// <summary>North markers and sector crossings of a radar.</summary>
    public Dictionary<(int Sensor, long Type), int> Services { get; } = [];

    /// <summary>Plots of a radar.</summary>
    public Dictionary<int, int> Plots { get; } = [];

    /// <summary>The longest a plot waited before it was sent.</summary>
    public TimeSpan LongestWait { get; private set; }

    public Observation[] Read(ReadOnlySpan<byte> datagram, DateTimeOffset at)
    {
        now = at;
        heard.Clear();
        IAsterixSink sink = this;
        reader.Datagram(datagram, reader.Offset, ref sink);
        return [.. heard];
    }

    public bool Block(in AsterixBlock block) => true;

    public void Record(in AsterixRecord record)
    {
        var sensor = (int)record.Raw("010", "SIC")!.Value % 10;
        if (record.Category.Number == 34)
        {
            var key = (sensor, record.Raw("000")!.Value);
            Services[key] = Services.GetValueOrDefault(key) + 1;
            return;
        }

        Plots[sensor] = Plots.GetValueOrDefault(sensor) + 1;
        var at = midnight.AddSeconds(record.Number("140")!.Value);
        LongestWait = now - at > LongestWait ? now - at : LongestWait;
        heard.Add(
            new Observation
            {
                Kind = ObservationKind.RadarPlot,
                ObservedAt = at,
                ReceivedAt = now,
                Raw = new RawRef(2, record.Offset, (ushort)record.Bytes.Length),
                SensorNumber = sensor,
                RangeMetres = record.Number("040", "RHO")!.Value * MetresPerMile,
                Azimuth = Angle.FromDegrees(record.Number("040", "THETA")!.Value),
                Simulated = record.Raw("020", "SIM") == 1,
            }
        );
    }

    void IAsterixSink.Dropped(in AsterixDrop drop) => Dropped++;
}
