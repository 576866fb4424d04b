using Fourfold.Codecs.Ais;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Every field of the reports that make up nearly all traffic.</summary>
internal static class ReportFields
{
    public static void Position(AisBits bits, ref Tally to)
    {
        _ = PositionReport.TryRead(bits, out var report);
        var sum = 0L;
        sum += Tally.Of(report.Type + report.Repeat);
        sum += Tally.Of(report.Mmsi);
        sum += Tally.Of(report.Status);
        sum += Tally.Of(report.Turn);
        sum += Tally.Of(report.SpeedKnots);
        sum += Tally.Of(report.IsAccurate);
        sum += Tally.Of(report.Position);
        sum += Tally.Of(report.CourseDegrees);
        sum += Tally.Of(report.HeadingDegrees);
        sum += Tally.Of(report.Timestamp);
        sum += Tally.Of(report.IsSpecialManoeuvre);
        sum += Tally.Of(report.IsRaim);
        sum += Tally.Of(report.Communication);
        to.Add(sum);
    }

    public static void BaseStation(AisBits bits, ref Tally to)
    {
        _ = BaseStationReport.TryRead(bits, out var report);
        var sum = 0L;
        sum += Tally.Of(report.Type + report.Repeat);
        sum += Tally.Of(report.Mmsi);
        sum += Tally.Of(report.Year);
        sum += Tally.Of(report.Month);
        sum += Tally.Of(report.Day);
        sum += Tally.Of(report.Hour);
        sum += Tally.Of(report.Minute);
        sum += Tally.Of(report.Second);
        sum += Tally.Of(report.IsAccurate);
        sum += Tally.Of(report.Position);
        sum += Tally.Of(report.FixType);
        sum += Tally.Of(report.ControlsLongRange);
        sum += Tally.Of(report.IsRaim);
        sum += Tally.Of(report.Communication);
        to.Add(sum);
    }

    public static void StaticVoyage(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = StaticVoyageData.TryRead(bits, out var data);
        var sum = 0L;
        sum += Tally.Of(data.Repeat);
        sum += Tally.Of(data.Mmsi);
        sum += Tally.Of(data.AisVersion);
        sum += Tally.Of(data.ImoNumber);
        sum += Tally.Of(data.CallSign, room);
        sum += Tally.Of(data.Name, room);
        sum += Tally.Of(data.ShipType);
        sum += Tally.Of(data.Dimensions);
        sum += Tally.Of(data.FixType);
        sum += Tally.Of(data.Eta);
        sum += Tally.Of(data.DraughtMetres);
        sum += Tally.Of(data.Destination, room);
        sum += Tally.Of(data.IsTerminalReady);
        to.Add(sum);
    }

    public static void ClassB(AisBits bits, ref Tally to)
    {
        _ = ClassBPositionReport.TryRead(bits, out var report);
        var sum = 0L;
        sum += Tally.Of(report.Repeat);
        sum += Tally.Of(report.Mmsi);
        sum += Tally.Of(report.SpeedKnots);
        sum += Tally.Of(report.IsAccurate);
        sum += Tally.Of(report.Position);
        sum += Tally.Of(report.CourseDegrees);
        sum += Tally.Of(report.HeadingDegrees);
        sum += Tally.Of(report.Timestamp);
        sum += Tally.Of(report.IsCarrierSense);
        sum += Tally.Of(report.HasDisplay);
        sum += Tally.Of(report.HasDsc);
        sum += Tally.Of(report.IsWholeBand);
        sum += Tally.Of(report.AcceptsMessage22);
        sum += Tally.Of(report.IsAssigned);
        sum += Tally.Of(report.IsRaim);
        sum += Tally.Of(report.Communication);
        to.Add(sum);
    }

    public static void Aid(AisBits bits, Span<byte> room, ref Tally to)
    {
        _ = AidToNavigationReport.TryRead(bits, out var report);
        var sum = 0L;
        sum += Tally.Of(report.Repeat);
        sum += Tally.Of(report.Mmsi);
        sum += Tally.Of(report.AidType);
        sum += Tally.Of(report.NameStart, room);
        sum += Tally.Of(report.NameExtension, room);
        sum += Tally.Of(report.IsAccurate);
        sum += Tally.Of(report.Position);
        sum += Tally.Of(report.Dimensions);
        sum += Tally.Of(report.FixType);
        sum += Tally.Of(report.Timestamp);
        sum += Tally.Of(report.IsOffPosition);
        sum += Tally.Of(report.StatusBits);
        sum += Tally.Of(report.IsRaim);
        sum += Tally.Of(report.IsVirtual);
        sum += Tally.Of(report.IsAssigned);
        to.Add(sum);
    }

    public static void StaticReport(AisBits bits, Span<byte> room, ref Tally to)
    {
        if (!StaticDataReport.TryRead(bits, out var report))
        {
            return;
        }
        var sum = 0L;
        sum += Tally.Of(report.Repeat);
        sum += Tally.Of(report.Mmsi);
        sum += Tally.Of(report.Part);
        if (report.Part == 0)
        {
            sum += Tally.Of(report.Name, room);
        }
        else
        {
            sum += Tally.Of(report.ShipType);
            sum += Tally.Of(report.VendorId, room);
            sum += Tally.Of(report.Model);
            sum += Tally.Of(report.SerialNumber);
            sum += Tally.Of(report.CallSign, room);
            sum += Tally.Of(report.Dimensions);
            sum += Tally.Of(report.MothershipMmsi);
            sum += Tally.Of(report.FixType);
        }
        to.Add(sum);
    }
}
