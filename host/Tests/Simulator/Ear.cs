using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;
using Fourfold.Geo;
using Fourfold.Tracking;
using Status = Fourfold.Tracking.NavigationStatus;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>Turns messages into observations as the product's feeds do.</summary>
internal sealed class Ear : IAisSink
{
    private readonly List<Observation> heard = [];

    public DateTimeOffset Now { get; set; }

    public int Dropped { get; private set; }

    public Dictionary<long, uint> MmsiAt { get; } = [];

    public Observation[] Take()
    {
        var taken = heard.ToArray();
        heard.Clear();
        return taken;
    }

    public void Message(in AisMessage message)
    {
        if (PositionReport.TryRead(message.Bits, out var a))
        {
            var status = (Status?)(byte?)a.Status;
            Add(message, ObservationKind.AisClassA, a.Position, a.SpeedKnots, a.CourseDegrees, status);
        }
        else if (ClassBPositionReport.TryRead(message.Bits, out var b))
        {
            Add(message, ObservationKind.AisClassB, b.Position, b.SpeedKnots, b.CourseDegrees, null);
        }
        else if (BaseStationReport.TryRead(message.Bits, out var station))
        {
            Add(message, ObservationKind.AisBaseStation, station.Position, null, null, null);
        }
        else if (AidToNavigationReport.TryRead(message.Bits, out var aid))
        {
            Add(message, ObservationKind.AisAidToNavigation, aid.Position, null, null, null);
        }
    }

    public void Sentence(in NmeaSentence sentence) => Dropped++;

    void IAisSink.Dropped(in NmeaDrop drop) => Dropped++;

    private void Add(
        in AisMessage message,
        ObservationKind kind,
        AisPosition? at,
        double? knots,
        double? degrees,
        Status? status
    )
    {
        MmsiAt[message.Origin.Offset] = message.Mmsi;
        heard.Add(
            new Observation
            {
                Kind = kind,
                ObservedAt = Now,
                ReceivedAt = Now,
                Raw = new RawRef(1, message.Origin.Offset, 0),
                Mmsi = (int)message.Mmsi,
                Position = at is { } p
                    ? Position.FromDegrees(latitude: p.LatitudeDegrees, longitude: p.LongitudeDegrees)
                    : new Position(double.NaN, double.NaN),
                Speed = knots is { } k ? Speed.FromKnots(k) : null,
                Course = degrees is { } d ? Angle.FromDegrees(d) : null,
                Status = status,
                Simulated = true,
            }
        );
    }
}
