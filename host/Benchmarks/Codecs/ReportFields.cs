using Fourfold.Codecs.Ais;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Every field of the reports that make up nearly all traffic.</summary>
internal static class ReportFields
{
    public static void Position(AisBits bits, ref Tally to)
    {
        _ = PositionReport.TryRead(bits, out var report);
        var tally = to;
        tally.Add(report.Type + report.Repeat);
        tally.Add(report.Mmsi);
        tally.Add(report.Status);
        tally.Add(report.Turn);
        tally.Add(report.SpeedKnots);
        tally.Add(report.IsAccurate);
        tally.Add(report.Position);
        tally.Add(report.CourseDegrees);
        tally.Add(report.HeadingDegrees);
        tally.Add(report.Timestamp);
        tally.Add(report.IsSpecialManoeuvre);
        tally.Add(report.IsRaim);
        tally.Add(report.Communication);
        to = tally;
    }

    public static void BaseStation(AisBits bits, ref Tally to)
    {
        _ = BaseStationReport.TryRead(bits, out var report);
        var tally = to;
        tally.Add(report.Type + report.Repeat);
        tally.Add(report.Mmsi);
        tally.Add(report.Year);
        tally.Add(report.Month);
        tally.Add(report.Day);
        tally.Add(report.Hour);
        tally.Add(report.Minute);
        tally.Add(report.Second);
        tally.Add(report.IsAccurate);
        tally.Add(report.Position);
        tally.Add(report.FixType);
        tally.Add(report.ControlsLongRange);
        tally.Add(report.IsRaim);
        tally.Add(report.Communication);
        to = tally;
    }

    public static void StaticVoyage(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = StaticVoyageData.TryRead(bits, out var data);
        var tally = to;
        tally.Add(data.Repeat);
        tally.Add(data.Mmsi);
        tally.Add(data.AisVersion);
        tally.Add(data.ImoNumber);
        tally.Add(data.CallSign, room);
        tally.Add(data.Name, room);
        tally.Add(data.ShipType);
        tally.Add(data.Dimensions);
        tally.Add(data.FixType);
        tally.Add(data.Eta);
        tally.Add(data.DraughtMetres);
        tally.Add(data.Destination, room);
        tally.Add(data.IsTerminalReady);
        to = tally;
    }

    public static void ClassB(AisBits bits, ref Tally to)
    {
        _ = ClassBPositionReport.TryRead(bits, out var report);
        var tally = to;
        tally.Add(report.Repeat);
        tally.Add(report.Mmsi);
        tally.Add(report.SpeedKnots);
        tally.Add(report.IsAccurate);
        tally.Add(report.Position);
        tally.Add(report.CourseDegrees);
        tally.Add(report.HeadingDegrees);
        tally.Add(report.Timestamp);
        tally.Add(report.IsCarrierSense);
        tally.Add(report.HasDisplay);
        tally.Add(report.HasDsc);
        tally.Add(report.IsWholeBand);
        tally.Add(report.AcceptsMessage22);
        tally.Add(report.IsAssigned);
        tally.Add(report.IsRaim);
        tally.Add(report.Communication);
        to = tally;
    }

    public static void Aid(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = AidToNavigationReport.TryRead(bits, out var report);
        var tally = to;
        tally.Add(report.Repeat);
        tally.Add(report.Mmsi);
        tally.Add(report.AidType);
        tally.Add(report.NameStart, room);
        tally.Add(report.NameExtension, room);
        tally.Add(report.IsAccurate);
        tally.Add(report.Position);
        tally.Add(report.Dimensions);
        tally.Add(report.FixType);
        tally.Add(report.Timestamp);
        tally.Add(report.IsOffPosition);
        tally.Add(report.StatusBits);
        tally.Add(report.IsRaim);
        tally.Add(report.IsVirtual);
        tally.Add(report.IsAssigned);
        to = tally;
    }

    public static void StaticReport(AisBits bits, Span<byte> room, ref Tally to)
    {
        if (!StaticDataReport.TryRead(bits, out var report))
        {
            return;
        }
        var tally = to;
        tally.Add(report.Repeat);
        tally.Add(report.Mmsi);
        tally.Add(report.Part);
        if (report.Part == 0)
        {
            tally.Add(report.Name, room);
        }
        else
        {
            tally.Add(report.ShipType);
            tally.Add(report.VendorId, room);
            tally.Add(report.Model);
            tally.Add(report.SerialNumber);
            tally.Add(report.CallSign, room);
            tally.Add(report.Dimensions);
            tally.Add(report.MothershipMmsi);
            tally.Add(report.FixType);
        }
        to = tally;
    }
}
