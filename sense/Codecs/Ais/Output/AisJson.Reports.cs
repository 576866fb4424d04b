using System.Runtime.CompilerServices;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

public static partial class AisJson
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Place(ref JsonMembers to, AisPosition? position, bool? isAccurate)
    {
        if (position is { } known)
        {
            to.Degrees("latitude"u8, known.LatitudeRaw);
            to.Degrees("longitude"u8, known.LongitudeRaw);
        }
        to.Maybe("accurate"u8, isAccurate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Motion(ref JsonMembers to, double? speedKnots, double? courseDegrees, int? headingDegrees)
    {
        to.Tenths("speed_knots"u8, speedKnots);
        to.Tenths("course_degrees"u8, courseDegrees);
        to.Maybe("heading_degrees"u8, headingDegrees);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Size(ref JsonMembers to, AisDimensions? dimensions)
    {
        if (dimensions is { } size)
        {
            to.Number("to_bow"u8, (uint)size.ToBow);
            to.Number("to_stern"u8, (uint)size.ToStern);
            to.Number("to_port"u8, (uint)size.ToPort);
            to.Number("to_starboard"u8, (uint)size.ToStarboard);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Radio(ref JsonMembers to, CommunicationState? state)
    {
        if (state is not { } known)
        {
            return;
        }
        to.Raw(",\"communication\":{\"access\":"u8);
        if (known.IsItdma)
        {
            to.Raw("\"itdma\""u8);
            to.Digit("sync"u8, (uint)known.SyncState);
            to.Maybe("slot_increment"u8, known.SlotIncrement);
            to.Maybe("slots"u8, known.NumberOfSlots);
            to.Maybe("keeps_slot"u8, known.KeepsSlot);
        }
        else
        {
            to.Raw("\"sotdma\""u8);
            to.Digit("sync"u8, (uint)known.SyncState);
            Slots(ref to, known);
        }
        to.Raw("}"u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Slots(ref JsonMembers to, CommunicationState state)
    {
        var timeout = state.SlotTimeout.GetValueOrDefault();
        to.Digit("slot_timeout"u8, (uint)timeout);
        // Which of them was sent follows from the time-out; the others are null.
        if (timeout == 1)
        {
            to.Maybe("utc_hour"u8, state.UtcHour);
            to.Maybe("utc_minute"u8, state.UtcMinute);
        }
        else if (timeout == 0)
        {
            to.Maybe("slot_offset"u8, state.SlotOffset);
        }
        else if ((timeout & 1) != 0)
        {
            to.Maybe("received_stations"u8, state.ReceivedStations);
        }
        else
        {
            to.Maybe("slot_number"u8, state.SlotNumber);
        }
    }

    private static void Position(ref JsonLine line, PositionReport report)
    {
        var to = line.Members();
        to.Maybe("status"u8, (int?)report.Status);
        to.Tenths("turn_degrees_per_minute"u8, report.Turn?.DegreesPerMinute);
        to.Maybe("turn_direction"u8, report.Turn?.Direction);
        Place(ref to, report.Position, report.IsAccurate);
        Motion(ref to, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees);
        to.Maybe("second"u8, report.Timestamp?.Second);
        to.Maybe("special_manoeuvre"u8, report.IsSpecialManoeuvre);
        to.Maybe("raim"u8, report.IsRaim);
        Radio(ref to, report.Communication);
        line.Accept(in to);
    }

    private static void BaseStation(ref JsonLine line, BaseStationReport report)
    {
        var to = line.Members();
        if (report.UtcTime is { } utc)
        {
            Span<byte> text = stackalloc byte[UtcText.MaxBytes];
            line.Plain("utc"u8, text[..UtcText.Write(utc.ToUnixTimeMilliseconds(), text)]);
            to = line.Members();
        }
        Place(ref to, report.Position, report.IsAccurate);
        to.Maybe("fix_type"u8, (int?)report.FixType);
        to.Maybe("raim"u8, report.IsRaim);
        Radio(ref to, report.Communication);
        line.Accept(in to);
    }

    private static void Voyage(ref JsonLine line, StaticVoyageData data)
    {
        var to = line.Members();
        to.Maybe("ais_version"u8, data.AisVersion);
        to.Maybe("imo"u8, data.ImoNumber);
        to.Text("call_sign"u8, data.CallSign);
        to.Text("name"u8, data.Name);
        to.Maybe("ship_type"u8, data.ShipType);
        Size(ref to, data.Dimensions);
        to.Maybe("fix_type"u8, (int?)data.FixType);
        to.Maybe("eta_month"u8, data.Eta?.Month);
        to.Maybe("eta_day"u8, data.Eta?.Day);
        to.Maybe("eta_hour"u8, data.Eta?.Hour);
        to.Maybe("eta_minute"u8, data.Eta?.Minute);
        to.Tenths("draught_metres"u8, data.DraughtMetres);
        to.Text("destination"u8, data.Destination);
        to.Maybe("terminal_ready"u8, data.IsTerminalReady);
        line.Accept(in to);
    }

    private static void Aircraft(ref JsonLine line, SarAircraftReport report)
    {
        var to = line.Members();
        to.Maybe("altitude_metres"u8, report.AltitudeMetres);
        to.Maybe("barometric"u8, report.IsBarometric);
        Place(ref to, report.Position, report.IsAccurate);
        Motion(ref to, report.SpeedKnots, report.CourseDegrees, null);
        to.Maybe("second"u8, report.Timestamp?.Second);
        to.Maybe("terminal_ready"u8, report.IsTerminalReady);
        to.Maybe("assigned"u8, report.IsAssigned);
        to.Maybe("raim"u8, report.IsRaim);
        Radio(ref to, report.Communication);
        line.Accept(in to);
    }

    private static void ClassB(ref JsonLine line, ClassBPositionReport report)
    {
        var to = line.Members();
        Place(ref to, report.Position, report.IsAccurate);
        Motion(ref to, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees);
        to.Maybe("second"u8, report.Timestamp?.Second);
        to.Maybe("carrier_sense"u8, report.IsCarrierSense);
        to.Maybe("display"u8, report.HasDisplay);
        to.Maybe("dsc"u8, report.HasDsc);
        to.Maybe("whole_band"u8, report.IsWholeBand);
        to.Maybe("accepts_message_22"u8, report.AcceptsMessage22);
        to.Maybe("assigned"u8, report.IsAssigned);
        to.Maybe("raim"u8, report.IsRaim);
        Radio(ref to, report.Communication);
        line.Accept(in to);
    }

    private static void Extended(ref JsonLine line, ExtendedClassBReport report)
    {
        var to = line.Members();
        Place(ref to, report.Position, report.IsAccurate);
        Motion(ref to, report.SpeedKnots, report.CourseDegrees, report.HeadingDegrees);
        to.Maybe("second"u8, report.Timestamp?.Second);
        to.Text("name"u8, report.Name);
        to.Maybe("ship_type"u8, report.ShipType);
        Size(ref to, report.Dimensions);
        to.Maybe("fix_type"u8, (int?)report.FixType);
        to.Maybe("raim"u8, report.IsRaim);
        to.Maybe("terminal_ready"u8, report.IsTerminalReady);
        to.Maybe("assigned"u8, report.IsAssigned);
        line.Accept(in to);
    }

    private static void Aid(ref JsonLine line, AidToNavigationReport report)
    {
        var to = line.Members();
        to.Maybe("aid_type"u8, report.AidType);
        Span<byte> name = stackalloc byte[64];
        var length = report.CopyName(name);
        if (length > 0)
        {
            line.Accept(in to);
            line.Escaped("name"u8, name[..length]);
            to = line.Members();
        }
        Place(ref to, report.Position, report.IsAccurate);
        Size(ref to, report.Dimensions);
        to.Maybe("fix_type"u8, (int?)report.FixType);
        to.Maybe("second"u8, report.Timestamp?.Second);
        to.Maybe("off_position"u8, report.IsOffPosition);
        to.Maybe("status_bits"u8, report.StatusBits);
        to.Maybe("raim"u8, report.IsRaim);
        to.Maybe("virtual"u8, report.IsVirtual);
        to.Maybe("assigned"u8, report.IsAssigned);
        line.Accept(in to);
    }

    private static void SlotAid(ref JsonLine line, SingleSlotAidReport report)
    {
        var to = line.Members();
        to.Maybe("aid_type"u8, report.AidType);
        Place(ref to, report.Position, null);
        to.Maybe("second"u8, report.Timestamp?.Second);
        to.Maybe("restricted_use"u8, report.RestrictedUse);
        to.Maybe("station_type"u8, (int?)report.StationType);
        to.Maybe("resource_number"u8, report.ResourceNumber);
        to.Maybe("dimensions_type"u8, report.DimensionsType);
        to.Maybe("dimension_a"u8, report.DimensionA);
        to.Maybe("dimension_b"u8, report.DimensionB);
        to.Maybe("additional_data"u8, report.HasAdditionalData);
        to.Maybe("charted_status"u8, report.ChartedStatus);
        to.Maybe("on_station"u8, report.OnStation);
        to.Maybe("status_bits"u8, report.StatusBits);
        to.Maybe("authenticated"u8, report.IsAuthenticated);
        line.Accept(in to);
    }

    private static void Static(ref JsonLine line, StaticDataReport report)
    {
        var to = line.Members();
        to.Number("part"u8, (uint)report.Part);
        to.Text("name"u8, report.Name);
        to.Maybe("ship_type"u8, report.ShipType);
        to.Text("vendor"u8, report.VendorId);
        to.Maybe("model"u8, report.Model);
        to.Maybe("serial"u8, report.SerialNumber);
        to.Text("call_sign"u8, report.CallSign);
        Size(ref to, report.Dimensions);
        to.Maybe("mothership_mmsi"u8, report.MothershipMmsi);
        to.Maybe("fix_type"u8, (int?)report.FixType);
        line.Accept(in to);
    }

    private static void LongRange(ref JsonLine line, LongRangeReport report)
    {
        var to = line.Members();
        to.Maybe("status"u8, (int?)report.Status);
        Place(ref to, report.Position, report.IsAccurate);
        Motion(ref to, report.SpeedKnots, report.CourseDegrees, null);
        to.Maybe("raim"u8, report.IsRaim);
        to.Maybe("delayed"u8, report.IsDelayed);
        line.Accept(in to);
    }
}
