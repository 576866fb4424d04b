using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Encoding;

namespace Fourfold.Sense.Tests.Codecs.Ais;

public sealed partial class TypeLaws
{
    private static bool BaseStation(Random random)
    {
        var made = new Made(random);
        var fields = new BaseStationReportFields
        {
            Type = made.Flag ? 4 : 11,
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            UtcTime = made.Flag ? DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(0, 253_402_300_799)) : null,
            IsAccurate = made.Flag,
            Position = made.Fine,
            FixType = made.FixType,
            ControlsLongRange = made.Flag,
            IsRaim = made.Flag,
            Communication = made.State(false),
        };
        return fields
            == Back(
                fields,
                bits =>
                    BaseStationReport.TryRead(bits, out var read)
                        ? new BaseStationReportFields
                        {
                            Type = read.Type,
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            UtcTime = read.UtcTime,
                            IsAccurate = read.IsAccurate == true,
                            Position = read.Position,
                            FixType = read.FixType.GetValueOrDefault(),
                            ControlsLongRange = read.ControlsLongRange == true,
                            IsRaim = read.IsRaim == true,
                            Communication = read.Communication,
                        }
                        : default,
                168
            );
    }

    private static bool StaticVoyage(Random random)
    {
        var made = new Made(random);
        var eta = new AisEta(made.Maybe(1, 13), made.Maybe(1, 32), made.Maybe(0, 24), made.Maybe(0, 60));
        var fields = new StaticVoyageDataFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            AisVersion = made.Below(4),
            ImoNumber = made.Maybe(1, 1 << 30),
            CallSign = made.Text(7),
            Name = made.Text(20),
            ShipType = made.Maybe(1, 256),
            Dimensions = made.Dimensions,
            FixType = made.FixType,
            Eta = eta == default ? null : eta,
            DraughtMetres = made.Maybe(1, 256) / 10.0,
            Destination = made.Text(20),
            IsTerminalReady = made.Flag,
        };
        return fields
            == Back(
                fields,
                bits =>
                    StaticVoyageData.TryRead(bits, out var read)
                        ? new StaticVoyageDataFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            AisVersion = read.AisVersion.GetValueOrDefault(),
                            ImoNumber = read.ImoNumber,
                            CallSign = read.CallSign.ToStringOrNull(),
                            Name = read.Name.ToStringOrNull(),
                            ShipType = read.ShipType,
                            Dimensions = read.Dimensions,
                            FixType = read.FixType.GetValueOrDefault(),
                            Eta = read.Eta,
                            DraughtMetres = read.DraughtMetres,
                            Destination = read.Destination.ToStringOrNull(),
                            IsTerminalReady = read.IsTerminalReady == true,
                        }
                        : default,
                424
            );
    }

    private static bool SarAircraft(Random random)
    {
        var made = new Made(random);
        var fields = new SarAircraftReportFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            AltitudeMetres = made.Maybe(0, 4095),
            SpeedKnots = made.Maybe(0, 1023),
            IsAccurate = made.Flag,
            Position = made.Fine,
            CourseDegrees = made.Tenths(3600),
            Timestamp = made.Timestamp,
            IsBarometric = made.Flag,
            IsTerminalReady = made.Flag,
            IsAssigned = made.Flag,
            IsRaim = made.Flag,
            Communication = made.State(made.Flag),
        };
        return fields
            == Back(
                fields,
                bits =>
                    SarAircraftReport.TryRead(bits, out var read)
                        ? new SarAircraftReportFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            AltitudeMetres = read.AltitudeMetres,
                            SpeedKnots = read.SpeedKnots,
                            IsAccurate = read.IsAccurate == true,
                            Position = read.Position,
                            CourseDegrees = read.CourseDegrees,
                            Timestamp = read.Timestamp,
                            IsBarometric = read.IsBarometric == true,
                            IsTerminalReady = read.IsTerminalReady == true,
                            IsAssigned = read.IsAssigned == true,
                            IsRaim = read.IsRaim == true,
                            Communication = read.Communication,
                        }
                        : default,
                168
            );
    }

    private static bool ClassB(Random random)
    {
        var made = new Made(random);
        var isCarrierSense = made.Flag;
        var fields = new ClassBPositionReportFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            SpeedKnots = made.Tenths(1023),
            IsAccurate = made.Flag,
            Position = made.Fine,
            CourseDegrees = made.Tenths(3600),
            HeadingDegrees = made.Maybe(0, 360),
            Timestamp = made.Timestamp,
            IsCarrierSense = isCarrierSense,
            HasDisplay = made.Flag,
            HasDsc = made.Flag,
            IsWholeBand = made.Flag,
            AcceptsMessage22 = made.Flag,
            IsAssigned = made.Flag,
            IsRaim = made.Flag,
            Communication = isCarrierSense ? null : made.State(made.Flag),
        };
        return fields
            == Back(
                fields,
                bits =>
                    ClassBPositionReport.TryRead(bits, out var read)
                        ? new ClassBPositionReportFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            SpeedKnots = read.SpeedKnots,
                            IsAccurate = read.IsAccurate == true,
                            Position = read.Position,
                            CourseDegrees = read.CourseDegrees,
                            HeadingDegrees = read.HeadingDegrees,
                            Timestamp = read.Timestamp,
                            IsCarrierSense = read.IsCarrierSense == true,
                            HasDisplay = read.HasDisplay == true,
                            HasDsc = read.HasDsc == true,
                            IsWholeBand = read.IsWholeBand == true,
                            AcceptsMessage22 = read.AcceptsMessage22 == true,
                            IsAssigned = read.IsAssigned == true,
                            IsRaim = read.IsRaim == true,
                            Communication = read.Communication,
                        }
                        : default,
                168
            );
    }

    private static bool ExtendedClassB(Random random)
    {
        var made = new Made(random);
        var fields = new ExtendedClassBReportFields
        {
            Repeat = made.Below(4),
            Mmsi = made.Mmsi,
            SpeedKnots = made.Tenths(1023),
            IsAccurate = made.Flag,
            Position = made.Fine,
            CourseDegrees = made.Tenths(3600),
            HeadingDegrees = made.Maybe(0, 360),
            Timestamp = made.Timestamp,
            Name = made.Text(20),
            ShipType = made.Maybe(1, 256),
            Dimensions = made.Dimensions,
            FixType = made.FixType,
            IsRaim = made.Flag,
            IsTerminalReady = made.Flag,
            IsAssigned = made.Flag,
        };
        return fields
            == Back(
                fields,
                bits =>
                    ExtendedClassBReport.TryRead(bits, out var read)
                        ? new ExtendedClassBReportFields
                        {
                            Repeat = read.Repeat,
                            Mmsi = read.Mmsi,
                            SpeedKnots = read.SpeedKnots,
                            IsAccurate = read.IsAccurate == true,
                            Position = read.Position,
                            CourseDegrees = read.CourseDegrees,
                            HeadingDegrees = read.HeadingDegrees,
                            Timestamp = read.Timestamp,
                            Name = read.Name.ToStringOrNull(),
                            ShipType = read.ShipType,
                            Dimensions = read.Dimensions,
                            FixType = read.FixType.GetValueOrDefault(),
                            IsRaim = read.IsRaim == true,
                            IsTerminalReady = read.IsTerminalReady == true,
                            IsAssigned = read.IsAssigned == true,
                        }
                        : default,
                312
            );
    }
}
