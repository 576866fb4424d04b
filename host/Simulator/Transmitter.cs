using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;
using Fourfold.Geo;
using Fourfold.Simulator.Motion;

namespace Fourfold.Simulator;

/// <summary>Puts what a vessel says into sentences.</summary>
internal sealed class Transmitter(ScenarioOptions options)
{
    private const double ClassAErrorMetres = 3;
    private const double ClassBErrorMetres = 6;

    private readonly AisEncoder encoder = new();
    private readonly byte[] buffer = new byte[2 * AisEncoder.MaxBytes];
    private int group;

    /// <summary>The position report of a moment; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Position(Vessel vessel, in Moment moment, double seconds)
    {
        var position = Blurred(vessel, vessel.ClaimAt(moment.Position, seconds));
        var mmsi = (uint)vessel.MmsiAt(seconds);
        var at = options.Start.AddSeconds(seconds);
        var second = new AisTimestamp((byte)at.Second);
        var knots = Speed.ToKnots(moment.Speed);
        var course = Angle.ToDegrees(moment.Course);
        var frame = Frame(vessel, at);
        vessel.Sent++;
        return vessel.Radio switch
        {
            Radio.ClassA => Encoded(ClassA(mmsi, moment, position, second), frame),
            Radio.BaseStation => Encoded(
                new BaseStationReportFields
                {
                    Mmsi = (uint)vessel.Mmsi,
                    UtcTime = at,
                    Position = position,
                    IsAccurate = true,
                },
                frame with
                {
                    Talker = "AB",
                }
            ),
            Radio.AidToNavigation => Encoded(
                new AidToNavigationReportFields
                {
                    Mmsi = (uint)vessel.Mmsi,
                    AidType = vessel.ShipType,
                    Name = vessel.Name,
                    Position = position,
                    IsAccurate = true,
                    Timestamp = second,
                },
                frame
            ),
            _ => Encoded(
                new ClassBPositionReportFields
                {
                    Mmsi = mmsi,
                    SpeedKnots = knots,
                    Position = position,
                    CourseDegrees = course,
                    Timestamp = second,
                    IsCarrierSense = vessel.Radio == Radio.ClassBCarrierSense,
                },
                frame
            ),
        };
    }

    /// <summary>What it says about itself: type 5, or both parts of type 24; empty for stations. Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Static(Vessel vessel, double seconds)
    {
        var frame = Frame(vessel, options.Start.AddSeconds(seconds));
        var (mmsi, name) = ((uint)vessel.MmsiAt(seconds), vessel.NameAt(seconds));
        if (vessel.Radio == Radio.ClassA)
        {
            return Encoded(
                new StaticVoyageDataFields
                {
                    Mmsi = mmsi,
                    AisVersion = 2,
                    ImoNumber = vessel.Imo,
                    CallSign = vessel.CallSignAt(seconds),
                    Name = name,
                    ShipType = vessel.ShipType,
                    Dimensions = vessel.Dimensions,
                    FixType = PositionFixType.Gps,
                    DraughtMetres = vessel.DraughtMetres,
                    Destination = vessel.Destination,
                    IsTerminalReady = true,
                },
                frame
            );
        }

        if (vessel.Radio is Radio.BaseStation or Radio.AidToNavigation)
        {
            return default;
        }

        var partA = new StaticDataPartAFields { Mmsi = mmsi, Name = name };
        var partB = new StaticDataPartBFields
        {
            Mmsi = mmsi,
            ShipType = vessel.ShipType,
            CallSign = vessel.CallSignAt(seconds),
            Dimensions = vessel.Dimensions,
        };
        var length = encoder.Encode(partA, frame, buffer);
        length += encoder.Encode(partB, frame, buffer.AsSpan(length));
        return buffer.AsMemory(0, length);
    }

    private static PositionReportFields ClassA(
        uint mmsi,
        in Moment moment,
        AisPosition position,
        AisTimestamp second
    ) =>
        new()
        {
            Type = moment.Status is NavigationStatus.AtAnchor or NavigationStatus.Moored ? 3 : 1,
            Mmsi = mmsi,
            Status = moment.Status,
            Turn = new AisTurn(0),
            SpeedKnots = Speed.ToKnots(moment.Speed),
            IsAccurate = true,
            Position = position,
            CourseDegrees = Angle.ToDegrees(moment.Course),
            HeadingDegrees = Angle.ToDegrees(moment.Heading),
            Timestamp = second,
        };

    private ReadOnlyMemory<byte> Encoded<TFields>(in TFields fields, in SentenceFrame frame)
        where TFields : IAisFields => buffer.AsMemory(0, encoder.Encode(fields, frame, buffer));

    private SentenceFrame Frame(Vessel vessel, DateTimeOffset at) =>
        new()
        {
            Channel = vessel.Sent % 2 == 0 ? 'A' : 'B',
            Station = options.WithTimes ? "DEMO" : null,
            TimeUnixMs = options.WithTimes ? at.ToUnixTimeMilliseconds() : null,
            GroupId = options.WithTimes ? group = (group + 1) % 1000 : null,
        };

    private static AisPosition Blurred(Vessel vessel, Position position)
    {
        var error =
            vessel.Radio is Radio.BaseStation or Radio.AidToNavigation ? 0
            : vessel.Radio == Radio.ClassA ? ClassAErrorMetres
            : ClassBErrorMetres;
        var metresPerDegree = 111_000.0;
        return AisPosition.FromDegrees(
            latitude: position.LatitudeDegrees + vessel.Chance.Normal() * error / metresPerDegree,
            longitude: position.LongitudeDegrees + vessel.Chance.Normal() * error / metresPerDegree
        );
    }
}
