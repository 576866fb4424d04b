using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

public static partial class AisJson
{
    private static void Place(ref JsonLine line, AisPosition? position, bool? isAccurate)
    {
        line.Fixed("latitude"u8, position?.LatitudeDegrees, 6);
        line.Fixed("longitude"u8, position?.LongitudeDegrees, 6);
        line.Maybe("accurate"u8, isAccurate);
    }

    private static void Motion(ref JsonLine line, double? speedKnots, double? courseDegrees, int? headingDegrees)
    {
        line.Fixed("speed_knots"u8, speedKnots, 1);
        line.Fixed("course_degrees"u8, courseDegrees, 1);
        line.Maybe("heading_degrees"u8, headingDegrees);
    }

    private static void Size(ref JsonLine line, AisDimensions? dimensions)
    {
        if (dimensions is { } size)
        {
            line.Number("to_bow"u8, size.ToBow);
            line.Number("to_stern"u8, size.ToStern);
            line.Number("to_port"u8, size.ToPort);
            line.Number("to_starboard"u8, size.ToStarboard);
        }
    }

    private static void NamedText(ref JsonLine line, ReadOnlySpan<byte> name, AisText text)
    {
        if (!text.IsEmpty)
        {
            line.AnyText(name, text);
        }
    }

    private static void Radio(ref JsonLine line, CommunicationState? state)
    {
        if (state is not { } known)
        {
            return;
        }
        line.Name("communication"u8);
        line.BeginValue();
        line.Plain("access"u8, known.IsItdma ? "itdma"u8 : "sotdma"u8);
        line.Number("sync"u8, known.SyncState);
        line.Maybe("slot_timeout"u8, known.SlotTimeout);
        line.Maybe("received_stations"u8, known.ReceivedStations);
        line.Maybe("slot_number"u8, known.SlotNumber);
        line.Maybe("utc_hour"u8, known.UtcHour);
        line.Maybe("utc_minute"u8, known.UtcMinute);
        line.Maybe("slot_offset"u8, known.SlotOffset);
        line.Maybe("slot_increment"u8, known.SlotIncrement);
        line.Maybe("slots"u8, known.NumberOfSlots);
        line.Maybe("keeps_slot"u8, known.KeepsSlot);
        line.EndObject();
    }

    private static void Position(ref JsonLine line, PositionReport report)
    {
        line.Maybe("status"u8, (int?)report.Status);
        line.Fixed("turn_degrees_per_minute"u8, report.Turn?.DegreesPerMinute, 1);
        line.Maybe("turn_direction"u8, report.Turn?.Direction);
        Place(ref line, report.Position, report.IsAccurate);
        Motion(ref line, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees);
        line.Maybe("second"u8, report.Timestamp?.Second);
        line.Maybe("special_manoeuvre"u8, report.IsSpecialManoeuvre);
        line.Maybe("raim"u8, report.IsRaim);
        Radio(ref line, report.Communication);
    }

    private static void BaseStation(ref JsonLine line, BaseStationReport report)
    {
        if (report.UtcTime is { } utc)
        {
            Span<byte> text = stackalloc byte[UtcText.MaxBytes];
            line.Plain("utc"u8, text[..UtcText.Write(utc.ToUnixTimeMilliseconds(), text)]);
        }
        Place(ref line, report.Position, report.IsAccurate);
        line.Maybe("fix_type"u8, (int?)report.FixType);
        line.Maybe("raim"u8, report.IsRaim);
        Radio(ref line, report.Communication);
    }

    private static void Voyage(ref JsonLine line, StaticVoyageData data)
    {
        line.Maybe("ais_version"u8, data.AisVersion);
        line.Maybe("imo"u8, data.ImoNumber);
        NamedText(ref line, "call_sign"u8, data.CallSign);
        NamedText(ref line, "name"u8, data.Name);
        line.Maybe("ship_type"u8, data.ShipType);
        Size(ref line, data.Dimensions);
        line.Maybe("fix_type"u8, (int?)data.FixType);
        line.Maybe("eta_month"u8, data.Eta?.Month);
        line.Maybe("eta_day"u8, data.Eta?.Day);
        line.Maybe("eta_hour"u8, data.Eta?.Hour);
        line.Maybe("eta_minute"u8, data.Eta?.Minute);
        line.Fixed("draught_metres"u8, data.DraughtMetres, 1);
        NamedText(ref line, "destination"u8, data.Destination);
        line.Maybe("terminal_ready"u8, data.IsTerminalReady);
    }

    private static void Aircraft(ref JsonLine line, SarAircraftReport report)
    {
        line.Maybe("altitude_metres"u8, report.AltitudeMetres);
        line.Maybe("barometric"u8, report.IsBarometric);
        Place(ref line, report.Position, report.IsAccurate);
        Motion(ref line, report.SpeedKnots, report.CourseDegrees, null);
        line.Maybe("second"u8, report.Timestamp?.Second);
        line.Maybe("terminal_ready"u8, report.IsTerminalReady);
        line.Maybe("assigned"u8, report.IsAssigned);
        line.Maybe("raim"u8, report.IsRaim);
        Radio(ref line, report.Communication);
    }

    private static void ClassB(ref JsonLine line, ClassBPositionReport report)
    {
        Place(ref line, report.Position, report.IsAccurate);
        Motion(ref line, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees);
        line.Maybe("second"u8, report.Timestamp?.Second);
        line.Maybe("carrier_sense"u8, report.IsCarrierSense);
        line.Maybe("display"u8, report.HasDisplay);
        line.Maybe("dsc"u8, report.HasDsc);
        line.Maybe("whole_band"u8, report.IsWholeBand);
        line.Maybe("accepts_message_22"u8, report.AcceptsMessage22);
        line.Maybe("assigned"u8, report.IsAssigned);
        line.Maybe("raim"u8, report.IsRaim);
        Radio(ref line, report.Communication);
    }

    private static void Extended(ref JsonLine line, ExtendedClassBReport report)
    {
        Place(ref line, report.Position, report.IsAccurate);
        Motion(ref line, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees);
        line.Maybe("second"u8, report.Timestamp?.Second);
        NamedText(ref line, "name"u8, report.Name);
        line.Maybe("ship_type"u8, report.ShipType);
        Size(ref line, report.Dimensions);
        line.Maybe("fix_type"u8, (int?)report.FixType);
        line.Maybe("raim"u8, report.IsRaim);
        line.Maybe("terminal_ready"u8, report.IsTerminalReady);
        line.Maybe("assigned"u8, report.IsAssigned);
    }

    private static void Aid(ref JsonLine line, AidToNavigationReport report)
    {
        line.Maybe("aid_type"u8, report.AidType);
        Span<byte> name = stackalloc byte[64];
        var length = report.CopyName(name);
        if (length > 0)
        {
            line.Escaped("name"u8, name[..length]);
        }
        Place(ref line, report.Position, report.IsAccurate);
        Size(ref line, report.Dimensions);
        line.Maybe("fix_type"u8, (int?)report.FixType);
        line.Maybe("second"u8, report.Timestamp?.Second);
        line.Maybe("off_position"u8, report.IsOffPosition);
        line.Maybe("status_bits"u8, report.StatusBits);
        line.Maybe("raim"u8, report.IsRaim);
        line.Maybe("virtual"u8, report.IsVirtual);
        line.Maybe("assigned"u8, report.IsAssigned);
    }

    private static void Static(ref JsonLine line, StaticDataReport report)
    {
        line.Number("part"u8, report.Part);
        NamedText(ref line, "name"u8, report.Name);
        line.Maybe("ship_type"u8, report.ShipType);
        NamedText(ref line, "vendor"u8, report.VendorId);
        line.Maybe("model"u8, report.Model);
        line.Maybe("serial"u8, report.SerialNumber);
        NamedText(ref line, "call_sign"u8, report.CallSign);
        Size(ref line, report.Dimensions);
        line.Maybe("mothership_mmsi"u8, report.MothershipMmsi);
        line.Maybe("fix_type"u8, (int?)report.FixType);
    }

    private static void LongRange(ref JsonLine line, LongRangeReport report)
    {
        line.Maybe("status"u8, (int?)report.Status);
        Place(ref line, report.Position, report.IsAccurate);
        Motion(ref line, report.SpeedKnots, report.CourseDegrees, null);
        line.Maybe("raim"u8, report.IsRaim);
        line.Maybe("delayed"u8, report.IsDelayed);
    }
}
